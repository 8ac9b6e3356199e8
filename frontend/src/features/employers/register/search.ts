import { listSearch } from '../../../ui/list/listSearch';

/** What the address of the list of organisations may hold. */
export const readOrganisationsSearch = listSearch({
  kind: ['enterprise', 'association'],
  verification: ['unverified', 'verified', 'refused'],
  division: null,
  sort: ['created_at', '-created_at'],
});

export type OrganisationsSearch = ReturnType<typeof readOrganisationsSearch>;
