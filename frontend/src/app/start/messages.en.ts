import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'My work',
  lead: 'What you can do here today, and what comes next.',
  noRole: 'Your account has no role yet. Ask the staff of your service station.',
  now: 'You can already',
  coming: 'In the making',
  search: 'Search positions',
  verify: 'I represent an employer',
  roles: {
    veteran: {
      now: ['See your matches and their reasons', 'Change your profile and what you agree to'],
      coming: ['Apply for a position and follow it'],
    },
    spouse: {
      now: ['See your matches and their reasons', 'Change your profile and what you agree to'],
      coming: ['Apply for a position and follow it'],
    },
    employer_representative: {
      now: [
        'Write, publish and renew your positions',
        'See who fits them, and why',
        'Register your organisation and follow its verification',
      ],
      coming: ['Invite people to an interview'],
    },
    mentor: {
      now: ['Search positions together with the people you guide'],
      coming: ['See who asks for your guidance, make appointments'],
    },
    organizer: {
      now: ['Search positions and see who is hiring'],
      coming: ['Set up fairs, booths and check-in'],
    },
    station_officer: {
      now: [
        'Search positions for people who visit',
        'Help veterans and spouses to sign up by themselves',
      ],
      coming: ['Enter and verify people and employers', 'Import lists, see your district'],
    },
    finance_maker: {
      now: ['Search positions'],
      coming: ['Prepare payments of subsidies and interest'],
    },
    finance_checker: {
      now: ['Search positions'],
      coming: ['Check payments'],
    },
    system_administrator: {
      now: ['Search positions', 'Look at background jobs with the muster command'],
      coming: ['Jobs and settings on a page'],
    },
    security_administrator: {
      now: ['Search positions'],
      coming: ['Decide on roles and accounts on a page'],
    },
    auditor: {
      now: ['Search positions', 'Check the records with the muster command'],
      coming: ['Read the records on a page'],
    },
  },
};
