import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { SpecialityChange, SpecialityOrigin, SpecialityRow } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Pill } from '../../ui/data/Pill';
import { Time } from '../../ui/data/Time';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { ListPage } from '../../ui/list/ListPage';
import type { Column } from '../../ui/list/Table';
import { exportFamilies, familiesQuery, waitingQuery } from './api';
import type { SpecialitiesSearch } from './search';
import styles from './specialities.module.css';
import { specialityWords } from './words';

/** Names that stand in a cell before the rest is counted. */
const NAMES_SHOWN = 3;

/** The military map: what waits for review, and every family by name or post. */
export function SpecialitiesPage({ search }: { search: SpecialitiesSearch }) {
  const t = useWords(specialityWords);
  const navigate = useNavigate();
  const answer = useQuery(familiesQuery(search));
  const some = (names: readonly string[]) =>
    names.length > NAMES_SHOWN
      ? t.andMore(names.slice(0, NAMES_SHOWN).join(t.and), names.length)
      : names.join(t.and);
  const columns: Column<SpecialityRow>[] = [
    { key: 'name', head: t.name, cell: ({ name }) => name },
    { key: 'titles', head: t.titles, cell: ({ titles }) => some(titles), isExtra: true },
    { key: 'leadsTo', head: t.leadsTo, cell: ({ occupations }) => some(occupations) },
    {
      key: 'state',
      head: t.state,
      cell: ({ origin, waiting }) => (
        <span className={styles.head}>
          <Pill tone={origin === 'built_in' ? 'neutral' : 'info'}>{t.origin[origin]}</Pill>
          {waiting && <Pill tone="warn">{t.waiting}</Pill>}
        </span>
      ),
    },
  ];
  const origins = Object.entries(t.origin) as [SpecialityOrigin, string][];
  useTitle(t.title);
  return (
    <ListPage<SpecialityRow, SpecialitiesSearch>
      id="specialities"
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <ButtonLink to="/specialities" search={{ form: 'new' }}>
            {t.add}
          </ButtonLink>
          <ExportOwn />
        </>
      }
      above={<Queue />}
      search={search}
      onSearch={(changed) => navigate({ to: '/specialities', search: changed })}
      searchLabel={t.searchLabel}
      filters={[
        {
          key: 'origin',
          label: t.originLabel,
          options: origins.map(([value, label]) => ({ value, label })),
        },
      ]}
      answer={answer}
      columns={columns}
      keyOf={({ code }) => code}
      linkOf={({ code }) => ({ to: '/specialities', search: { sel: code } })}
      count={t.count}
      empty={<Empty title={t.empty} />}
    />
  );
}

/** The city's own families as a file, for another city to take. */
function ExportOwn() {
  const t = useWords(specialityWords);
  const save = useMutation({ mutationFn: () => exportFamilies(`${t.title}.xlsx`) });
  return (
    <>
      <Button variant="secondary" isPending={save.isPending} onClick={() => save.mutate()}>
        {t.exportOwn}
      </Button>
      {save.error && <ErrorNote error={save.error} title={t.notDone} />}
    </>
  );
}

/** What waits for somebody's second look. */
function Queue() {
  const t = useWords(specialityWords);
  const format = useFormat();
  const { data, error, refetch } = useQuery(waitingQuery);
  if (error) return <ErrorNote error={error} onRetry={refetch} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Card>
      <section className={styles.section}>
        <h2>{t.queue}</h2>
        <p className={styles.note}>{t.queueLead(format.number(data.total))}</p>
        <ul className={styles.rows}>
          {data.items.map((change) => (
            <Waiting key={change.id} change={change} />
          ))}
        </ul>
      </section>
    </Card>
  );
}

function Waiting({ change }: { change: SpecialityChange }) {
  const t = useWords(specialityWords);
  const { code, family, kind, is_new: isNew, own } = change;
  const verb = kind === 'set_aside' ? t.asideKind : isNew ? t.newFamily : t.correction;
  return (
    <li className={styles.row}>
      <span className={styles.head}>
        <strong>{family.name}</strong>
        <Pill>{verb}</Pill>
        <span className={styles.note}>
          {own ? t.ownNote : t.by(change.written_by)} <Time at={change.written_at} />
        </span>
      </span>
      <Link to="/specialities" search={{ sel: code }}>
        {own ? t.lookOwn : t.look}
      </Link>
    </li>
  );
}
