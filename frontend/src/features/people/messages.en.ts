import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'My profile',
  firstTitle: 'Open your profile',
  firstLead: 'A few things first, about 2 minutes. Then say what work you want, and see what fits.',
  identity: {
    name: 'Name',
    id_number: 'ID number',
    mobile: 'Mobile number',
    division: 'Home',
  },
  townships: {
    '330482001': 'Danghu',
    '330482002': 'Zhongdai',
    '330482003': 'Caoqiao',
    '330482101': 'Zhapu',
    '330482102': 'Xindai',
    '330482103': 'Xincang',
    '330482106': 'Guangchen',
    '330482107': 'Lindai',
    '330482108': 'Dushangang',
  },
  idNumberHint: '18 characters. The service station needs it to verify you; you can add it later.',
  mobileHint: 'For the staff of the service station to reach you.',
  nameMissing: 'Please give your name',
  idNumberWrong: (lacking) =>
    lacking > 0
      ? `The ID number is ${lacking} short, please check`
      : `The ID number is ${-lacking} too long, please check`,
  idNumberAgain: 'Please type the ID number again: left empty, the one on file would be lost',
  mobileWrong: (lacking) => `The mobile number is ${lacking} short, please check`,
  mobileAgain: 'Please type the mobile number again: left empty, the one on file would be lost',
  divisionMissing: 'Please choose from the list',
  elsewhere: 'Outside Pinghu',
  elsewhereWhat:
    'Online, a profile can be opened only for those who live in Pinghu so far. If you live elsewhere and want to work here, please call a service station.',
  toStations: 'Numbers of the stations',
  consents: 'What you agree to',
  consentsLead: 'Tick to agree, untick to withdraw. It takes effect at once.',
  consentGiven: 'Your consent is recorded.',
  consentWithdrawn: 'Withdrawn.',
  consent: {
    matching: {
      title: 'Compare my profile with positions',
      what: 'Your answers are compared with what positions ask, ranked for you, with reasons. Without it there are no matches.',
    },
    show_employers: {
      title: 'Let employers see whether I fit',
      what: 'When you fit a position, its employer sees your family name, your township and the comparison; never your full name, ID number or contact.',
    },
    service_record: {
      title: 'Use my service record',
      what: 'A service record is sensitive. With your consent, branch, years, speciality and what you did are used for matching. Never give unit names, numbers or places.',
    },
  },
  licences: 'Driving licence',
  places: 'As many places as you like',
  pay: 'Monthly pay from (yuan)',
  payWrong: 'Please give a whole number, such as 6000',
  degree: 'Education',
  notSaid: 'Not sure',
  degreeNotSaid: 'Not given',
  shift: (shift) => `Would you work this: ${shift}?`,
  accept: 'Yes',
  refuse: 'No',
  housing: 'Housing',
  need: 'Yes',
  noNeed: 'No',
  failed: 'Not saved',
};
