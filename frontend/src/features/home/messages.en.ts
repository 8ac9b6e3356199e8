import type { zh } from './messages.zh';

export const en: typeof zh = {
  tab: 'Muster: work for veterans and military spouses',
  title: 'Find work that builds on what you did',
  work: 'Find a job',
  workNote: 'By position, military speciality or place',
  matches: 'My matches',
  matchesNote: 'Which positions fit, and why',
  signIn: 'Sign in',
  signInNote: 'See what fits you',
  stations: 'Service stations',
  stationsNote: 'Somebody near you who helps in person',
  hire: 'Hire',
  hireNote: 'Open an employer account and post positions',
  hotline: '12345',
  call: 'Call',
  callNote: '12345, the public service line',
  waiting: 'Waiting for you',
  waitingMatches: 'See which positions fit you',
  waitingProfile: 'Complete your profile for a better judgement',
  waitingNew: 'Make your profile first, so that we can find what fits',
};
