import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnPosition } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { ButtonLink } from '../../ui/Button';
import { Pill, type Tone } from '../../ui/data/Pill';
import { Empty } from '../../ui/feedback/Empty';
import { ListPage } from '../../ui/list/ListPage';
import type { ListSearch } from '../../ui/list/listSearch';
import type { Column } from '../../ui/list/Table';
import {
  exportPositions,
  organisationsQuery,
  ownPositionsQuery,
  type PositionFilter,
  useTownships,
} from './api';
import { daysUntil, endsSoon } from './days';
import { NotDone } from './NotDone';
import { PositionActions } from './PositionActions';
import styles from './PositionsPage.module.css';
import { useSteps } from './steps';
import { employerWords } from './words';

export type PositionsSearch = Omit<ListSearch, 'sort'> & PositionFilter;

interface Props {
  search: PositionsSearch;
  onSearch: (search: PositionsSearch) => void;
  /** A copy was made: to writing it. */
  onCopied: (id: string) => void;
}

/** The employer's positions, in every state, with what can be done with each. */
export function PositionsPage({ search, onSearch, onCopied }: Props) {
  const t = useWords(employerWords);
  const { q, state, enterprise_id, division, sort, after } = search;
  const filter = {
    ...(q && { q }),
    ...(state && { state }),
    ...(enterprise_id && { enterprise_id }),
    ...(division && { division }),
    ...(sort && { sort }),
  };
  const answer = useQuery(ownPositionsQuery(filter, after));
  const steps = useSteps(onCopied);
  const columns = useColumns(steps);
  const filters = useFilters();
  useTitle(t.positions);
  return (
    <ListPage
      id="own_positions"
      title={t.positions}
      lead={t.lead}
      actions={<Ways />}
      above={<NotDone refused={steps.refused} />}
      search={search}
      onSearch={onSearch}
      views={[
        { label: t.all, search: {} },
        ...(['open', 'draft', 'paused', 'closed'] as const).map((one) => ({
          label: t.states[one],
          search: { state: one },
        })),
      ]}
      searchLabel={t.searchTitles}
      filters={filters}
      answer={answer}
      columns={columns}
      keyOf={({ id }) => id}
      linkOf={({ id }) => ({ to: '/org/positions/$id', params: { id } })}
      count={t.total}
      empty={
        <Empty title={t.none} actions={<Ways />}>
          {t.noneAdvice}
        </Empty>
      }
      onExport={() => exportPositions(filter, `${t.positions}.xlsx`)}
    />
  );
}

function Ways() {
  const t = useWords(employerWords);
  return (
    <>
      <ButtonLink to="/org/positions/new">{t.write}</ButtonLink>
      <ButtonLink to="/org/positions/import" variant="secondary">
        {t.bringFile}
      </ButtonLink>
    </>
  );
}

function useFilters() {
  const t = useWords(employerWords);
  const townships = useTownships();
  const { data } = useQuery(organisationsQuery);
  const own = data?.items.filter(({ kind }) => kind === 'enterprise') ?? [];
  const place = {
    key: 'division' as const,
    label: t.place,
    options: townships.map(({ code, name }) => ({ value: code, label: name })),
  };
  const enterprise = {
    key: 'enterprise_id' as const,
    label: t.enterprise,
    options: own.map(({ id, name }) => ({ value: id, label: name })),
  };
  return own.length > 1 ? [place, enterprise] : [place];
}

const tones: Record<OwnPosition['state'], Tone> = {
  open: 'success',
  draft: 'neutral',
  paused: 'warn',
  closed: 'neutral',
};

function useColumns(steps: ReturnType<typeof useSteps>): Column<OwnPosition>[] {
  const t = useWords(employerWords);
  const format = useFormat();
  const { data: own } = useQuery(organisationsQuery);
  const enterprise: Column<OwnPosition> = {
    key: 'enterprise',
    head: t.enterprise,
    cell: ({ enterprise_name }) => enterprise_name,
  };
  return [
    { key: 'title', head: t.title, cell: ({ title }) => title },
    // Who speaks for one alone knows whose they are.
    ...((own?.items.length ?? 0) > 1 ? [enterprise] : []),
    { key: 'state', head: t.state, cell: (position) => <State position={position} /> },
    { key: 'pay', head: t.pay, cell: ({ pay }) => format.pay(pay), isShort: true },
    {
      key: 'place',
      head: t.place,
      cell: ({ division }) => division.name,
      isExtra: true,
      isShort: true,
    },
    {
      key: 'free',
      head: t.free,
      isNumber: true,
      cell: ({ headcount, hired }) => t.places(headcount - hired, headcount),
    },
    {
      key: 'valid_until',
      head: t.until,
      cell: (position) => <Until position={position} />,
      isSortable: true,
      isShort: true,
    },
    {
      key: 'people',
      head: t.people,
      isShort: true,
      cell: ({ id, state }) =>
        state === 'open' ? (
          <Link to="/org/positions/$id/candidates" params={{ id }} className={styles.people}>
            {t.look}
          </Link>
        ) : (
          <span className={styles.note}>{t.lookLater}</span>
        ),
    },
    {
      key: 'actions',
      head: t.actions,
      cell: (position) => (
        <span className={styles.dots}>
          <PositionActions position={position} steps={steps} />
        </span>
      ),
    },
  ];
}

function State({ position }: { position: OwnPosition }) {
  const t = useWords(employerWords);
  const { state, closed_why: why, unlawful } = position;
  return (
    <span className={styles.pills}>
      <Pill tone={tones[state]}>{why ? t.closedWhy[why] : t.states[state]}</Pill>
      {unlawful.length > 0 && <Pill tone="danger">{t.unlawful(unlawful.length)}</Pill>}
    </span>
  );
}

function Until({ position }: { position: OwnPosition }) {
  const t = useWords(employerWords);
  const format = useFormat();
  const days = daysUntil(position.valid_until);
  return (
    <span className={styles.pills}>
      {format.day(position.valid_until)}
      {endsSoon(position) && <Pill tone="warn">{days < 0 ? t.over : t.endsIn(days)}</Pill>}
    </span>
  );
}
