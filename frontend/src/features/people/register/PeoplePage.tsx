import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { divisionsWithinQuery } from '../../../api/dictionaries';
import { roles, useSession } from '../../../api/session';
import type { Person, PersonKind, Verification } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { ButtonLink } from '../../../ui/Button';
import { Time } from '../../../ui/data/Time';
import { Empty } from '../../../ui/feedback/Empty';
import { ListPage } from '../../../ui/list/ListPage';
import type { Column } from '../../../ui/list/Table';
import { exportPeople, isNarrow, peopleQuery } from './api';
import { LookUp } from './LookUp';
import type { PeopleSearch } from './search';
import { VerificationPill } from './VerificationPill';
import { registerWords } from './words';

/** The register: somebody who stands at the counter is looked up, a list needs a filter. */
export function PeoplePage({ search }: { search: PeopleSearch }) {
  const t = useWords(registerWords);
  const navigate = useNavigate();
  const columns = usePersonColumns();
  const filters = usePeopleFilters();
  const found = useQuery(peopleQuery(search));
  useTitle(t.title);
  // The server lists nobody without a filter, so there is nothing to wait for.
  const nothing = { data: { items: [] }, error: null, isPending: false, refetch: () => {} };
  const views = (['unverified', 'refused'] as const).map((verification) => ({
    label: t.verification[verification],
    search: { verification },
  }));
  return (
    <ListPage<Person, PeopleSearch>
      id="people"
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <ButtonLink to="/people/new">{t.enter}</ButtonLink>
          <ButtonLink to="/people/import" variant="secondary">
            {t.import}
          </ButtonLink>
        </>
      }
      above={<LookUp columns={columns} />}
      search={isNarrow(search) ? search : {}}
      onSearch={(changed) => navigate({ to: '/people', search: changed })}
      filters={filters}
      views={views}
      answer={isNarrow(search) ? found : nothing}
      columns={columns}
      keyOf={({ id }) => id}
      linkOf={({ id }) => ({ to: '/people/$id', params: { id } })}
      count={t.count}
      empty={<Empty title={t.noFilter}>{t.noFilterWhy}</Empty>}
      {...(isNarrow(search) && {
        onExport: () => exportPeople(search, t.exportName),
      })}
    />
  );
}

function usePeopleFilters() {
  const t = useWords(registerWords);
  const session = useSession();
  const district = roles(session).find(({ role }) => role === 'station_officer')?.district;
  const { data: divisions = [] } = useQuery(divisionsWithinQuery(district ?? HOME_COUNTY));
  const verifications = Object.keys(t.verification) as Verification[];
  const kinds = Object.keys(t.kind) as PersonKind[];
  return [
    {
      key: 'division' as const,
      label: t.division,
      options: divisions.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      key: 'verification' as const,
      label: t.state,
      options: verifications.map((value) => ({ value, label: t.verification[value] })),
    },
    {
      key: 'kind' as const,
      label: t.kindLabel,
      options: kinds.map((value) => ({ value, label: t.kind[value] })),
    },
  ];
}

function usePersonColumns(): Column<Person>[] {
  const t = useWords(registerWords);
  return [
    { key: 'name', head: t.name, cell: ({ name }) => name },
    { key: 'kind', head: t.kindLabel, cell: ({ kind }) => t.kind[kind] },
    { key: 'place', head: t.division, cell: ({ division }) => division.name },
    { key: 'mobile', head: t.mobile, cell: ({ mobile }) => mobile ?? t.none, isExtra: true },
    {
      key: 'number',
      head: t.idNumber,
      cell: ({ id_number }) => id_number ?? t.none,
      isExtra: true,
    },
    {
      key: 'state',
      head: t.state,
      cell: (person) => <VerificationPill state={person.verification} />,
    },
    {
      key: 'created_at',
      head: t.enteredOn,
      cell: ({ created_at }) => <Time at={created_at} />,
      isSortable: true,
    },
  ];
}
