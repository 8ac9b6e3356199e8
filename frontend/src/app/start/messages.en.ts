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
        '“Due today”: people, organisations and representatives to verify',
        '“People”: look up, enter, verify, import, find positions for somebody',
        '“Organisations”: verification, memberships, positions',
      ],
      coming: ['Refer people to positions and follow up'],
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
      now: [
        '“Stations”: the list that citizens see',
        '“Background jobs”: what gave up, and running it again',
      ],
      coming: ['Settings on a page'],
    },
    security_administrator: {
      now: [
        '“Accounts and roles”: give roles, take them away, disable accounts, give password codes',
      ],
      coming: ['How somebody came by a role'],
    },
    auditor: {
      now: ['“Journal”: who saw or changed what, by event, object, account and day'],
      coming: ['Signed exports'],
    },
  },
};
