import { listSearch } from '../../ui/list/listSearch';

/** What the address of the journal may hold: ids, kinds and days, nothing that names a person. */
export const readJournalSearch = listSearch({
  event: null,
  subject: null,
  account: null,
  from: null,
  to: null,
});

export type JournalSearch = ReturnType<typeof readJournalSearch>;
