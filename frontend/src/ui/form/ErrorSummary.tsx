import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import styles from '../feedback/ErrorNote.module.css';

export interface Wrong {
  /** The id of the field. */
  field: string;
  label: string;
  sentence: string;
}

/** What is wrong with a form, above it: in the focus when it appears, each line a way to its field. */
export function ErrorSummary({ errors }: { errors: Wrong[] }) {
  const t = useWords(sharedWords);
  const note = useRef<HTMLDivElement>(null);
  const said = errors.map(({ field, sentence }) => `${field} ${sentence}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes back with each new list.
  useEffect(() => note.current?.focus(), [said]);
  if (errors.length === 0) return null;
  return (
    <div ref={note} className={styles.note} role="alert" tabIndex={-1}>
      <h2>{t.error.summary}</h2>
      <ul>
        {errors.map(({ field, label, sentence }) => (
          <li key={`${field} ${sentence}`}>
            <a
              href={`#${field}`}
              className={styles.wrong}
              onClick={(event) => {
                event.preventDefault();
                const place = document.getElementById(field);
                const first = place?.querySelector<HTMLElement>('input, select, textarea');
                (first ?? place)?.focus();
              }}
            >
              {t.error.field(label, sentence)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
