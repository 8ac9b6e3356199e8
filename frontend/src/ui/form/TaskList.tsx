import type { ReactNode } from 'react';
import { useWords } from '../../i18n/locale';
import { Pill } from '../data/Pill';
import { uiWords } from '../words';
import styles from './Form.module.css';

export type TaskState = 'done' | 'open' | 'started' | 'blocked';

export interface Task {
  key: string;
  /** A `<Link>`, or plain words where it cannot be begun yet. */
  title: ReactNode;
  note?: ReactNode;
  state: TaskState;
  /** What can be done without opening it. */
  action?: ReactNode;
}

const tones = { done: 'success', started: 'info', open: 'neutral', blocked: 'neutral' } as const;

/** What is still to do, part by part, in any order. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const t = useWords(uiWords);
  return (
    <ul className={styles.tasks}>
      {tasks.map(({ key, title, note, state, action }) => (
        <li key={key} className={styles.task}>
          <div>
            {title}
            {note && <p>{note}</p>}
          </div>
          {action ? (
            <div className={styles.action}>{action}</div>
          ) : (
            <Pill tone={tones[state]}>{t.taskStates[state]}</Pill>
          )}
        </li>
      ))}
    </ul>
  );
}
