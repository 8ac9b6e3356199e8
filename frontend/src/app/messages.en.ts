import type { zh } from './messages.zh';

export const en: typeof zh = {
  skip: 'Skip to the content',
  demo: 'Demonstration data: no real people or employers',
  nav: 'Main',
  search: 'Find a job',
  start: 'My work',
  matches: 'My matches',
  positions: 'Our positions',
  profile: 'My profile',
  signIn: 'Sign in',
  signOut: 'Sign out',
  elder: 'Large text',
  footer: 'Muster: work that fits, for veterans and military spouses.',
  notFoundTab: 'Page not found',
  notFound: 'There is no such page',
  notFoundAdvice: 'The link may be incomplete, or the page has moved.',
  toStart: 'Go to the start page',
  failed: 'Something went wrong on this page',
};
