import { listSearch } from '../../../ui/list/listSearch';

/** What the address of the list of people may hold. Never a name or a number. */
export const readPeopleSearch = listSearch({
  division: null,
  sort: ['created_at', '-created_at'],
  verification: ['unverified', 'verified', 'refused'],
  kind: ['veteran', 'spouse'],
});

export type PeopleSearch = ReturnType<typeof readPeopleSearch>;
