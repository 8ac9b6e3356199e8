import { ApiError } from '../api/client';
import { useLocale, useWords } from '../i18n/locale';
import { sharedWords } from '../i18n/words';
import { Button } from './Button';
import styles from './ErrorNote.module.css';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong and what to do about it, in place of what could not be shown. */
export function ErrorNote({ error, onRetry }: Props) {
  const t = useWords(sharedWords);
  const sentence = useSentence();
  const number = error instanceof ApiError ? error.problem.request_id : undefined;
  return (
    <div className={styles.note} role="alert">
      <h2>{t.error.title}</h2>
      <p>{sentence(error)}</p>
      {number && <p className={styles.number}>{t.error.number(number)}</p>}
      {onRetry && (
        <Button variant="secondary" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

/** The server's own sentence for its code, or ours where it could not give one. */
export function useSentence() {
  const t = useWords(sharedWords);
  const locale = useLocale();
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t.error.other;
    if (error.status === 0) return t.error.unreachable;
    const { title, title_en } = error.problem;
    return (locale === 'zh' ? title : title_en) ?? t.error.other;
  };
}
