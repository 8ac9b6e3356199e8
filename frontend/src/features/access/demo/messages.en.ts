import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Try it: choose a role and go straight in',
  lead: 'All of this is demonstration data. No person or employer here is real.',
  role: {
    veteran: 'See matches and their reasons',
    spouse: 'Find work near the garrison',
    employer_representative: 'See who fits the positions',
    mentor: 'Guide a veteran (page in the making)',
    organizer: 'Run a job fair (page in the making)',
    station_officer: 'Register people of the district and find them work',
    finance_maker: 'Prepare payments (page in the making)',
    finance_checker: 'Check payments (page in the making)',
    system_administrator: 'Open accounts; stations and background tasks',
    security_administrator: 'Grant and take back roles',
    auditor: 'Read the records',
  },
};
