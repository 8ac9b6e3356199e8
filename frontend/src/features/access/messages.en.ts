import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Sign in',
  identifier: 'Mobile number, e-mail or user name',
  password: 'Password',
  submit: 'Sign in',
  help: 'No account, or password forgotten? The staff of your veterans’ service station will help you.',
  failed: 'You are not signed in',
  demoTitle: 'Try it: choose a role and go straight in',
  demoLead: 'All of this is demonstration data. No person or employer here is real.',
  demoRole: {
    veteran: 'See matches and their reasons',
    spouse: 'Find work near the garrison',
    employer_representative: 'See who fits the positions',
    mentor: 'Guide a veteran',
    organizer: 'Run a job fair',
    station_officer: 'Help people of the district',
    finance_maker: 'Prepare payments',
    finance_checker: 'Check payments',
    system_administrator: 'Accounts and settings',
    security_administrator: 'Permissions',
    auditor: 'Read the records',
  },
};
