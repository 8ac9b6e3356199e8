import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'My account',
  lead: (name) => `Signed in as ${name}.`,
  password: 'Change the password',
  passwordWhat: 'Afterwards every device is signed out; sign in again with the new password.',
  identifierHint: 'Once more, to be sure that it is your account.',
  old: 'Present password',
  new: 'New password',
  oldLacks: 'Please give the present password',
  oldWrong: 'The account or the present password is wrong; please check',
  weak: 'This password is too easy to guess; choose a longer one',
  change: 'Change the password',
  notChanged: 'Not changed',
  changed: 'Changed. Please sign in with the new password.',
  signOut: 'Sign out',
  signOutWhat: 'On a computer or phone that others use, sign out when you are done.',
  signOutNow: 'Sign out',
};
