import type { zh } from './messages.zh';

export const en: typeof zh = {
  question: {
    who: 'Who are you?',
    phone: 'How can you be reached?',
    home: 'Where do you live now?',
    agree: 'What may be done with your profile?',
    check: 'Check your answers',
  },
  lead: {
    who: 'Name and ID number are stored encrypted, shown in part only, and never scored.',
    phone: 'The number is stored encrypted; employers never see it.',
    home: 'Your profile is looked after by the service station where you live.',
    agree:
      'Each is yours to decide. You may leave all of them open and change them at any time; searching works without.',
    check: 'If something is wrong, press “Change” beside it.',
  },
  fromAccount: 'As you gave it when you signed up; change it if it is wrong.',
  notKept:
    'Not saved yet. What you typed is gone if you close or reload this page, until you press “Open my profile” at the end.',
  create: 'Open my profile',
  created: 'Your profile is open. Say what work you want, and see what fits.',
  noConsent: 'None ticked',
};
