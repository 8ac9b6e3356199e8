import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Due today',
  lead: (n) => `${n} things wait in the district, the longest first.`,
  kind: 'Kind',
  all: 'All',
  kinds: {
    verify_person: { name: 'Verify people', task: (name) => `Verify the identity of ${name}` },
    clear_id_number: {
      name: 'Same ID number',
      task: (name) => `Find out whose the ID number of ${name} is`,
    },
    verify_organisation: { name: 'Verify organisations', task: (name) => `Verify ${name}` },
    approve_representative: {
      name: 'Representatives',
      task: (name, who) => `Decide whether ${who} may act for ${name}`,
    },
  },
  what: 'To do',
  place: 'Place',
  since: 'Since',
  waits: 'Waits',
  days: (n) => (n === 0 ? 'under a day' : n === 1 ? '1 day' : `${n} days`),
  shownOf: (n, all) => `The ${n} that wait longest, of ${all}`,
  shownAll: (n) => `${n} in all`,
  keys: 'J and K move, Enter opens; then N goes to the next step',
  copies: 'Positions in nearly the same words',
  copiesWhat:
    'Posted by different organisations: by an agency beside the employer, or taken over from another. Please check who is hiring.',
  publishedOn: (day) => `published ${day}`,
  done: 'All done',
  doneWhat: 'Nothing waits in the district. New requests appear here.',
  allPeople: 'All people to verify',
  allOrganisations: 'All organisations to verify',
};
