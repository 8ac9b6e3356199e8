import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { JournalEntry } from '../../api/types';
import { useEventDetails, useEventName } from '../../i18n/events/useDetails';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Time } from '../../ui/data/Time';
import { Empty } from '../../ui/feedback/Empty';
import { DateField } from '../../ui/form/DateField';
import { FieldRow } from '../../ui/form/Form';
import { ListPage } from '../../ui/list/ListPage';
import type { Column } from '../../ui/list/Table';
import { exportJournal, journalQuery } from './api';
import { events } from './events';
import styles from './JournalPage.module.css';
import type { JournalSearch } from './search';
import { auditWords } from './words';

/** Who saw or changed what, newest first. */
export function JournalPage({ search }: { search: JournalSearch }) {
  const t = useWords(auditWords);
  const named = useEventName();
  const navigate = useNavigate();
  const answer = useQuery(journalQuery(search));
  const columns = useColumns(search);
  const go = (changed: JournalSearch) => navigate({ to: '/audit', search: changed });
  const narrow = (changed: JournalSearch) => go({ ...search, ...changed, after: undefined });
  useTitle(t.title);
  return (
    <ListPage<JournalEntry, JournalSearch>
      id="journal"
      title={t.title}
      lead={t.lead}
      above={<Narrowed search={search} onChange={narrow} />}
      search={search}
      onSearch={go}
      filters={[
        {
          key: 'event',
          label: t.event,
          options: events.map((value) => ({ value, label: named(value) })),
        },
      ]}
      views={[
        { label: t.views.revealed, search: { event: 'person_revealed' as const } },
        { label: t.views.granted, search: { event: 'grant_approved' as const } },
        { label: t.views.blocked, search: { event: 'sign_in_blocked' as const } },
      ]}
      answer={answer}
      columns={columns}
      keyOf={({ seq }) => String(seq)}
      count={t.count}
      empty={<Empty title={t.empty} />}
      onExport={() => exportJournal(search, `${t.title}.xlsx`)}
    />
  );
}

interface NarrowedProps {
  search: JournalSearch;
  onChange: (changed: JournalSearch) => void;
}

/** The days, and the object or account the list is narrowed to by a press in it. */
function Narrowed({ search, onChange }: NarrowedProps) {
  const t = useWords(auditWords);
  const { from = '', to = '', subject, account } = search;
  return (
    <div className={styles.narrowed}>
      <FieldRow>
        <DateField
          key={`from ${from}`}
          label={t.from}
          value={from}
          onChange={(day) => day !== from && (day || from) && onChange({ from: day || undefined })}
        />
        <DateField
          key={`to ${to}`}
          label={t.to}
          value={to}
          onChange={(day) => day !== to && (day || to) && onChange({ to: day || undefined })}
        />
      </FieldRow>
      {(subject || account) && (
        <p className={styles.note}>
          {subject && t.onlySubject(short(subject))} {account && t.onlyAccount(short(account))}
        </p>
      )}
    </div>
  );
}

function useColumns(search: JournalSearch): Column<JournalEntry>[] {
  const t = useWords(auditWords);
  const named = useEventName();
  const details = useEventDetails();
  const to = (changed: JournalSearch) => ({ ...search, ...changed, after: undefined });
  return [
    { key: 'at', head: t.at, cell: ({ at }) => <Time at={at} isFull /> },
    {
      key: 'who',
      head: t.who,
      cell: ({ account_id: account, account_name: name }) =>
        account ? (
          <Link to="/audit" search={to({ account })} className={styles.narrow}>
            {name ?? short(account)}
          </Link>
        ) : (
          t.system
        ),
    },
    {
      key: 'what',
      head: t.what,
      cell: (entry) => [named(entry.event), ...details(entry.details)].join(' · '),
    },
    {
      key: 'subject',
      head: t.subject,
      cell: ({ event, subject }) => (
        <Link to="/audit" search={to({ subject })} className={styles.narrow}>
          {t.subjectOf(t.kinds[kindOf(event)] ?? '', short(subject))}
        </Link>
      ),
    },
    { key: 'seq', head: t.seq, cell: ({ seq }) => seq, isNumber: true, isExtra: true },
  ];
}

/** What an event is about, by how it is called. */
function kindOf(event: string): string {
  return event.split('_')[0] ?? '';
}

/** The end of an id tells two things apart; the whole of it stands in the link. */
function short(id: string): string {
  return id.slice(-6);
}
