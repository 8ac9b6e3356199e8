import type { ReactNode } from 'react';
import styles from './data.module.css';
import { Time } from './Time';

export interface TimelineEvent {
  key: string;
  /** Nothing: it is still to come. */
  at?: string | undefined;
  title: ReactNode;
  /** Who did it, what was said. */
  note?: ReactNode;
  state?: 'done' | 'now' | 'next';
}

/** What happened and what comes next, in order. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className={styles.timeline}>
      {events.map(({ key, at, title, note, state = 'done' }) => (
        <li key={key} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <div className={styles.eventHead}>
            <strong>{title}</strong>
            {at && <Time at={at} />}
          </div>
          {note && <div className={styles.note}>{note}</div>}
        </li>
      ))}
    </ol>
  );
}
