import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Sign in',
  lead: 'Sign in with the mobile number or e-mail address you registered with: to see which positions suit you and why, to post positions, or to serve people at a station.',
  identifier: 'Mobile number or e-mail',
  password: 'Password',
  submit: 'Sign in',
  identifierLacks: 'Enter your mobile number or e-mail',
  passwordLacks: 'Enter your password',
  againTitle: 'Sign in again',
  again: (name) =>
    `${name ? `${name}, your` : 'Your'} session has ended. What you typed on this page is still here; sign in to go on.`,
  notAgain: 'Do not sign in',
  noAccount: 'No account yet? Veterans and military spouses can open one here.',
  toSignUp: 'Sign up',
  forgot: 'Forgot the password',
  signUp: 'Sign up',
  signUpLead: 'Then fill in your profile to see positions that fit, and why. It is free of charge.',
  signUpSubmit: 'Sign up',
  hasCode: 'A station gave me a code',
  hasCodeHint:
    'After signing up you take over the station’s file and need not type it again. Choose the same kind as in the file.',
  signUpFailed: 'You are not signed up',
  hasAccount: 'Have an account already?',
  toSignIn: 'Sign in',
  name: 'Name',
  nameHint: 'Your real name. Pages show the family name only; it is not public.',
  contact: 'Mobile number or e-mail',
  contactHint: 'You will sign in with it.',
  newPassword: 'Password',
  newPasswordHint:
    'At least 8 characters, better 12. A sentence you remember is good; your number or birthday is not.',
  showPassword: 'Show the password',
  showPasswordHint: 'When nobody is looking, to check for mistakes.',
  who: 'You are',
  wrong: {
    name: 'Please give your name',
    contact: 'Please give a mobile number or an e-mail address',
    password: 'Please choose a password of at least 8 characters',
    seeker: 'Please choose one',
  },
  failed: 'You are not signed in',
};
