import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import styles from '../feedback/ErrorNote.module.css';

export interface Wrong {
  /** The id of the field. */
  field: string;
  /** Where it is left out, the field's own label on the page says it. */
  label?: string;
  sentence: string;
}

interface Props {
  errors: Wrong[];
  /** Where the field of a line may stand on another page: goes there. */
  onFollow?: ((field: string) => void) | undefined;
}

/** What is wrong with a form, above it: in the focus when it appears, each line a way to its field. */
export function ErrorSummary({ errors, onFollow = focusField }: Props) {
  const t = useWords(sharedWords);
  const note = useRef<HTMLDivElement>(null);
  const said = errors.map(({ field, sentence }) => `${field} ${sentence}`).join('\n');
  const before = useRef<string[]>([]);
  // The focus comes back with each new sentence, not when one is put right.
  useEffect(() => {
    const lines = said === '' ? [] : said.split('\n');
    if (lines.some((line) => !before.current.includes(line))) note.current?.focus();
    before.current = lines;
  }, [said]);
  useErrorTitle(errors.length > 0, t.error.tab);
  if (errors.length === 0) return null;
  return (
    <div ref={note} className={styles.note} role="alert" tabIndex={-1}>
      <h2>{t.error.summary}</h2>
      <ul>
        {errors.map(({ field, label, sentence }) => {
          const name = label ?? labelOf(field);
          return (
            <li key={`${field} ${sentence}`}>
              <a
                href={`#${field}`}
                className={styles.wrong}
                onClick={(event) => {
                  event.preventDefault();
                  onFollow(field);
                }}
              >
                {name ? t.error.field(name, sentence) : sentence}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function focusField(id: string) {
  const place = document.getElementById(id);
  const first = place?.querySelector<HTMLElement>('input, select, textarea');
  (first ?? place)?.focus();
}

/** The words of the label, without what is set smaller inside it. */
function labelOf(id: string): string | undefined {
  const field = document.getElementById(id);
  const label =
    field?.querySelector(':scope > legend') ?? document.querySelector(`label[for="${id}"]`);
  return label?.firstChild?.textContent?.trim() || undefined;
}

/** Whoever hears the page learns from its title that it was not sent. */
function useErrorTitle(isWrong: boolean, said: (title: string) => string) {
  useEffect(() => {
    if (!isWrong) return;
    const { title } = document;
    document.title = said(title);
    return () => {
      document.title = title;
    };
  }, [isWrong, said]);
}
