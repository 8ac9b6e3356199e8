import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Asking one thing less would bring more people',
  without: (what, people) => `Without “${what}”, ${people} would fit; `,
  people: (n, atLeast) => `${atLeast ? 'at least' : 'about'} ${n} people`,
  now: (people) => `now ${people} do.`,
  nowFew: 'now fewer than 5 do.',
  note: '“Fit” means: every must is met as far as known, and the fit is 50 or more. A licence that the law demands cannot be left out.',
  edit: 'Change what is asked',
  years: 'years of experience',
};
