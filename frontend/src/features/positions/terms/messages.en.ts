import type { zh } from './messages.zh';

export const en: typeof zh = {
  assumedMonth: (month, days) =>
    days
      ? `About ${month}, counting ${days / 100} paid days a month; it depends on the days worked`
      : `About ${month}, as a twelfth of the year`,
  same: 'The same work, posted again',
  sameWhy: 'Employer, work and pay are nearly the same; a search shows one of them.',
};
