import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Employer’s desk',
  lead: 'What needs doing first, then how your positions stand.',
  todo: 'To do',
  nothing: 'Nothing needs doing now',
  nothingAdvice:
    'Positions that end soon, drafts with words that may not be used, and papers to be checked are listed here.',
  ends: (title, days) => (days <= 0 ? `${title} ends today` : `${title} ends in ${days} days`),
  endsWhy: 'It then closes by itself and nobody sees it. Renew it if you still hire.',
  unlawful: (title, n) => `${title} cannot be published: ${n} to change`,
  unlawfulWhy: 'Open it to see under which rule, and what to write instead.',
  waiting: (title) => `${title} is still a draft`,
  waitingWhy: 'Finish it, and it can be published.',
  noteOf: (enterprise, note) => `${enterprise}. ${note}`,
  figures: 'Positions',
  figure: { open: 'Open', draft: 'Drafts', paused: 'Paused', closed: 'Closed' },
  positions: (n) => n,
  wanted: (n) => `${n} people still wanted`,
  organisation: 'Verification',
  verification: {
    unverified: 'Waiting for verification',
    verified: 'Verified',
    refused: 'Not verified',
  },
  verificationWhy: {
    unverified:
      'Until then you can write drafts, not publish. Bring the business licence and your own identity card to the veterans’ service station of your town or subdistrict, where the staff look at them.',
    verified:
      'You can publish positions. A new name, credit code or place has to be verified again.',
    refused:
      'See the reason the station gave, correct the details, and bring the licence to the station again.',
  },
  checked: (what, day) => `Checked on ${day}: ${what}`,
  toVerify: 'Verification and details',
  noOrganisation: 'No organisation yet',
  noOrganisationWhy:
    'Register yours, or ask to represent one that is registered; once that is approved you can publish positions.',
  write: 'Write a position',
};
