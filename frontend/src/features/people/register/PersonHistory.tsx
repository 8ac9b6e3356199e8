import { useQuery } from '@tanstack/react-query';
import type { PersonEvent } from '../../../api/types';
import { useEventDetails, useEventName } from '../../../i18n/events/useDetails';
import { useWords } from '../../../i18n/locale';
import { Card } from '../../../ui/Card';
import { Timeline } from '../../../ui/data/Timeline';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { personEventsQuery } from './api';
import { registerWords } from './words';

/** What happened to a file, newest first, and who did it. */
export function PersonHistory({ id }: { id: string }) {
  const t = useWords(registerWords);
  const named = useEventName();
  const details = useEventDetails();
  const { data, error, refetch } = useQuery(personEventsQuery(id));
  const by = (event: PersonEvent) =>
    event.by === 'officer' && event.by_name ? t.byOfficer(event.by_name) : t.by[event.by];
  return (
    <Card>
      <h2>{t.history}</h2>
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton cards={1} />}
      {data && (
        <Timeline
          events={data.map((event, index) => ({
            key: `${event.at} ${event.event} ${index}`,
            at: event.at,
            title: named(event.event),
            note: [by(event), ...details(event.details)].join(' · '),
          }))}
        />
      )}
    </Card>
  );
}
