import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Account, AccountState, Role } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { sharedWords } from '../../../i18n/words';
import { Pill } from '../../../ui/data/Pill';
import { Empty } from '../../../ui/feedback/Empty';
import { ListPage } from '../../../ui/list/ListPage';
import { AccountLookUp } from './AccountLookUp';
import { AccountPanel } from './AccountPanel';
import { accountsQuery, exportAccounts } from './api';
import type { AccountsSearch } from './search';
import { WaitingGrants } from './WaitingGrants';
import { administrationWords } from './words';

/** Accounts and their roles; roles that wait for a decision stand first. */
export function AccountsPage({ search }: { search: AccountsSearch }) {
  const t = useWords(administrationWords);
  const shared = useWords(sharedWords);
  const navigate = useNavigate();
  const answer = useQuery(accountsQuery(search));
  const states = Object.keys(t.state) as AccountState[];
  useTitle(t.title);
  return (
    <ListPage<Account, AccountsSearch>
      id="accounts"
      title={t.title}
      lead={t.lead}
      above={
        <>
          <WaitingGrants />
          <AccountLookUp />
        </>
      }
      search={search}
      onSearch={(changed) => navigate({ to: '/admin/accounts', search: changed })}
      filters={[
        {
          key: 'role',
          label: t.role,
          options: (Object.keys(shared.role) as Role[]).map((value) => ({
            value,
            label: shared.role[value],
          })),
        },
        {
          key: 'state',
          label: t.stateLabel,
          options: states.map((value) => ({ value, label: t.state[value] })),
        },
      ]}
      answer={answer}
      columns={[
        { key: 'name', head: t.name, cell: ({ name }) => name },
        {
          key: 'roles',
          head: t.roles,
          cell: ({ roles }) => roles.map(({ role }) => shared.role[role]).join(t.and) || t.noRoles,
        },
        {
          key: 'state',
          head: t.stateLabel,
          cell: ({ state }) => (
            <Pill tone={state === 'active' ? 'success' : 'danger'}>{t.state[state]}</Pill>
          ),
        },
      ]}
      keyOf={({ id }) => id}
      detail={{
        title: ({ name }) => name,
        content: (key) => {
          const account = answer.data?.items.find(({ id }) => id === key);
          return account ? <AccountPanel key={key} account={account} /> : <p>{t.notOnPage}</p>;
        },
      }}
      count={t.count}
      empty={<Empty title={t.empty} />}
      onExport={() => exportAccounts(search, `${t.title}.xlsx`)}
    />
  );
}
