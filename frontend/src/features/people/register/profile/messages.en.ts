import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Abilities and wishes',
  lead: (name) =>
    `Fill it in together with ${name}. What is undecided may stay empty; the person can change it later.`,
  back: 'The person’s file',
  save: 'Save',
  saved: 'Abilities and wishes saved',
  wishes: 'What they look for',
  titles: 'Work they want',
  listHint: 'Put commas between several, such as: electrician, maintenance',
  places: 'Where they would work',
  pay: 'Monthly pay at least',
  yuan: 'yuan',
  payWrong: 'Whole numbers only, such as 6000',
  abilities: 'What they can do',
  skills: 'Skills',
  certificates: 'Certificates',
  licences: 'Driving licences',
  degree: 'Degree',
  notSaid: 'Not given',
  stretches: {
    service: {
      title: 'Service',
      lead: 'Write no unit numbers, code names or garrisons.',
      one: (n) => `Service ${n}`,
      add: 'Add a period of service',
    },
    experiences: {
      title: 'Work',
      lead: 'May stay empty.',
      one: (n) => `Work ${n}`,
      add: 'Add a job',
    },
  },
  branch: 'Branch',
  speciality: 'Speciality or post',
  work: 'What work',
  from: 'From year',
  to: 'To year',
  did: 'What they did',
  lacks: {
    title: 'Write what work it was',
    from: 'Four digits, such as 2012',
    to: 'Four digits, such as 2020',
  },
};
