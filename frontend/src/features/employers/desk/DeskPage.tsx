import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Due, DueKind } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { ButtonLink } from '../../../ui/Button';
import { Time } from '../../../ui/data/Time';
import { Empty } from '../../../ui/feedback/Empty';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Chips } from '../../../ui/list/Chips';
import { ExportButton } from '../../../ui/list/ExportButton';
import { type Column, Table } from '../../../ui/list/Table';
import { TableSkeleton } from '../../../ui/list/TableSkeleton';
import { WidePage } from '../../../ui/WidePage';
import { deskQuery, exportDesk } from './api';
import { Copies } from './Copies';
import styles from './DeskPage.module.css';
import { useFirstRowKey } from './useFirstRowKey';
import { deskWords } from './words';

/** What waits in the district, the longest first. */
export function DeskPage({ kind }: { kind: DueKind | undefined }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const navigate = useNavigate();
  const columns = useColumns();
  const { data, error, isPending, refetch } = useQuery(deskQuery);
  const list = useFirstRowKey();
  useTitle(t.title);
  const all = data?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const due = data?.due.filter((one) => !kind || one.kind === kind) ?? [];
  const waiting = data?.counts.find((one) => one.kind === kind)?.count ?? all;
  const choices = (data?.counts ?? []).map((one) => ({
    value: one.kind as DueKind | 'all',
    label: t.kinds[one.kind].name,
    count: one.count,
  }));
  return (
    <WidePage title={t.title} lead={data && all > 0 ? t.lead(format.number(all)) : undefined}>
      {data && (
        <Chips
          label={t.kind}
          value={kind ?? 'all'}
          choices={[{ value: 'all', label: t.all, count: all }, ...choices]}
          onChange={(value) =>
            navigate({ to: '/desk', search: value === 'all' ? {} : { kind: value } })
          }
        />
      )}
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {isPending && !error && <TableSkeleton />}
      {data && due.length === 0 && <Empty title={t.done}>{t.doneWhat}</Empty>}
      {due.length > 0 && (
        <>
          <div className={styles.head}>
            <p className={styles.note} role="status">
              {waiting > due.length
                ? t.shownOf(format.number(due.length), format.number(waiting))
                : t.shownAll(format.number(due.length))}
              <span className={styles.keys}>{t.keys}</span>
            </p>
            <ExportButton total={waiting} onExport={() => exportDesk(kind, `${t.title}.xlsx`)} />
          </div>
          <div ref={list}>
            <Table caption={t.title} columns={columns} rows={due} keyOf={keyOf} linkOf={linkOf} />
          </div>
        </>
      )}
      {data && waiting > due.length && <WholeList kind={kind} />}
      {data && !kind && <Copies />}
    </WidePage>
  );
}

/** The desk holds the oldest twenty of each kind; the lists hold them all. */
function WholeList({ kind }: { kind: DueKind | undefined }) {
  const t = useWords(deskWords);
  const search = { verification: 'unverified' } as const;
  return (
    <div className={styles.lists}>
      {(!kind || kind === 'verify_person') && (
        <ButtonLink to="/people" search={search} variant="secondary">
          {t.allPeople}
        </ButtonLink>
      )}
      {kind === 'verify_organisation' && (
        <ButtonLink to="/organisations" search={search} variant="secondary">
          {t.allOrganisations}
        </ButtonLink>
      )}
    </div>
  );
}

function useColumns(): Column<Due>[] {
  const t = useWords(deskWords);
  return [
    {
      key: 'what',
      head: t.what,
      cell: ({ kind, name, representative }) => t.kinds[kind].task(name, representative ?? ''),
    },
    { key: 'kind', head: t.kind, cell: ({ kind }) => t.kinds[kind].name, isExtra: true },
    { key: 'place', head: t.place, cell: ({ division }) => division.name },
    { key: 'since', head: t.since, cell: ({ since }) => <Time at={since} /> },
    {
      key: 'days',
      head: t.waits,
      cell: ({ since }) => t.days(daysSince(since)),
      isNumber: true,
    },
  ];
}

const DAY_MS = 86_400_000;

function daysSince(moment: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / DAY_MS));
}

function keyOf({ kind, person_id, organisation_id, grant_id }: Due): string {
  return [kind, person_id, organisation_id, grant_id].join(' ');
}

function linkOf({ person_id, organisation_id }: Due) {
  return person_id
    ? { to: '/people/$id' as const, params: { id: person_id } }
    : { to: '/organisations/$id' as const, params: { id: organisation_id ?? '' } };
}
