import { useQuery } from '@tanstack/react-query';
import type { PersonEvent } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Card } from '../../ui/Card';
import { Timeline } from '../../ui/data/Timeline';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { ownEventsQuery } from './api';
import { fileWords } from './file/words';

/** What happened to one's own file: who looked at what, and why, in plain words. */
export function History() {
  const t = useWords(fileWords);
  const { data, error, refetch } = useQuery(ownEventsQuery);
  const say = useEvent();
  return (
    <Card>
      <h2>{t.history}</h2>
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {data?.length === 0 && <p>{t.noHistory}</p>}
      {data && data.length > 0 && (
        <Timeline
          events={data.map((event, index) => ({
            key: `${event.at} ${index}`,
            at: event.at,
            ...say(event),
          }))}
        />
      )}
    </Card>
  );
}

function useEvent() {
  const t = useWords(fileWords);
  return ({ event, by, details }: PersonEvent) => {
    const { field, why, purpose } = (details ?? {}) as Partial<Record<string, string>>;
    const about = [
      field && t.field[field],
      why && t.why[why],
      purpose && t.purpose[purpose],
    ].filter(Boolean);
    return { title: `${t.by[by]} ${t.event[event] ?? t.otherEvent}`, note: about.join(' · ') };
  };
}
