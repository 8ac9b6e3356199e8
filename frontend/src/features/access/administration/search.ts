import { listSearch } from '../../../ui/list/listSearch';

/** What the address of the list of accounts may hold. */
export const readAccountsSearch = listSearch({
  role: [
    'veteran',
    'spouse',
    'employer_representative',
    'mentor',
    'organizer',
    'station_officer',
    'finance_maker',
    'finance_checker',
    'system_administrator',
    'security_administrator',
    'auditor',
  ],
  state: ['active', 'disabled'],
});

export type AccountsSearch = ReturnType<typeof readAccountsSearch>;

/** Which jobs are shown; those that gave up unless it says otherwise. */
export const readJobsSearch = listSearch({ state: ['waiting', 'leased', 'done', 'dead'] });

export type JobsSearch = ReturnType<typeof readJobsSearch>;
