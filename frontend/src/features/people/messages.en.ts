import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'My profile',
  lead: (name) =>
    `${name}, this is used only to find positions that fit you. Leave open what you do not know yet.`,
  titles: 'Work you want',
  titlesHint: 'Separate with commas, e.g. electrician, equipment repair',
  skills: 'What you can do',
  skillsHint: 'Separate with commas, e.g. wiring, forklift, CAD drawing',
  places: 'Where you would work',
  pay: 'Monthly pay from (yuan)',
  payWrong: 'Please give a whole number, such as 6000',
  degree: 'Education',
  notSaid: 'Not sure',
  degreeNotSaid: 'Not given',
  shift: (shift) => `Would you work this: ${shift}?`,
  accept: 'Yes',
  refuse: 'No',
  housing: 'Do you need housing from the employer?',
  need: 'Yes',
  noNeed: 'No',
  save: 'Save',
  saved: 'Saved. Your matches are worked out anew.',
  seeMatches: 'See my matches',
  failed: 'Not saved',
  outdated: 'Your profile was changed elsewhere. Look at the present state, then change it again.',
  reload: 'Show the present state',
};
