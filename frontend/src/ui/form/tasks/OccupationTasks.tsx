import type { OccupationTasks as Known } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import styles from './OccupationTasks.module.css';
import { taskWords } from './words';

/** Below an occupation that was chosen: what one does in it, to be opened. A group of occupations has none. */
export function OccupationTasks({ occupation }: { occupation: Known | undefined }) {
  const t = useWords(taskWords);
  if (!occupation || occupation.tasks.length === 0) return null;
  const { name, definition, tasks } = occupation;
  return (
    <details className={styles.tasks}>
      <summary>{t.tasksOf(name)}</summary>
      {definition && <p>{definition}</p>}
      <ul className={styles.list}>
        {tasks.map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ul>
      <p className={styles.source}>{t.source}</p>
    </details>
  );
}
