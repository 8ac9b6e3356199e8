import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { divisionsWithinQuery } from '../../../api/dictionaries';
import { roles, useSession } from '../../../api/session';
import type { Organisation, OrganisationKind, Verification } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { Time } from '../../../ui/data/Time';
import { Empty } from '../../../ui/feedback/Empty';
import { ListPage } from '../../../ui/list/ListPage';
import type { Column } from '../../../ui/list/Table';
import { exportOrganisations, organisationsQuery } from './api';
import { StatePill } from './StatePill';
import type { OrganisationsSearch } from './search';
import { organisationWords } from './words';

/** Enterprises and associations of the district, by state. */
export function OrganisationsPage({ search }: { search: OrganisationsSearch }) {
  const t = useWords(organisationWords);
  const navigate = useNavigate();
  const filters = useFilters();
  const answer = useQuery(organisationsQuery(search));
  const views = [
    { label: t.toVerify, search: { verification: 'unverified' as const } },
    { label: t.associations, search: { kind: 'association' as const } },
  ];
  const columns: Column<Organisation>[] = [
    { key: 'name', head: t.name, cell: ({ name }) => name },
    { key: 'kind', head: t.kindLabel, cell: ({ kind }) => t.kind[kind], isExtra: true },
    { key: 'place', head: t.place, cell: ({ division }) => division.name },
    {
      key: 'industry',
      head: t.industry,
      cell: ({ industry }) => industry ?? t.none,
      isExtra: true,
    },
    { key: 'state', head: t.state, cell: (row) => <StatePill state={row.verification} /> },
    {
      key: 'created_at',
      head: t.registeredOn,
      cell: ({ created_at }) => <Time at={created_at} />,
      isSortable: true,
    },
  ];
  useTitle(t.title);
  return (
    <ListPage<Organisation, OrganisationsSearch>
      id="organisations"
      title={t.title}
      lead={t.lead}
      search={search}
      onSearch={(changed) => navigate({ to: '/organisations', search: changed })}
      searchLabel={t.searchNames}
      filters={filters}
      views={views}
      answer={answer}
      columns={columns}
      keyOf={({ id }) => id}
      linkOf={({ id }) => ({ to: '/organisations/$id', params: { id } })}
      count={t.count}
      empty={<Empty title={t.empty}>{t.emptyWhat}</Empty>}
      onExport={() => exportOrganisations(search, `${t.title}.xlsx`)}
    />
  );
}

function useFilters() {
  const t = useWords(organisationWords);
  const session = useSession();
  const district = roles(session).find(({ role }) => role === 'station_officer')?.district;
  const { data: divisions = [] } = useQuery(divisionsWithinQuery(district ?? HOME_COUNTY));
  const verifications = Object.keys(t.verification) as Verification[];
  const kinds = Object.keys(t.kind) as OrganisationKind[];
  return [
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
    {
      key: 'division' as const,
      label: t.place,
      options: divisions.map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
}
