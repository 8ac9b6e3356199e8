import { ApiError } from '../api/client';
import type { FieldError } from '../api/types';
import { useLocale, useWords } from '../i18n/locale';
import { sharedWords } from '../i18n/words';
import { Button } from './Button';
import styles from './ErrorNote.module.css';

interface Props {
  error: unknown;
  title?: string;
  onRetry?: () => void;
}

/** What went wrong and what to do about it, in place of what could not be shown. */
export function ErrorNote({ error, title, onRetry }: Props) {
  const t = useWords(sharedWords);
  const sentence = useSentence();
  const number = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div className={styles.note} role="alert">
      <h2>{title ?? t.error.title}</h2>
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

/** What a refusal says and what to do, by its code; with the server's details where they help. */
export function useSentence() {
  const t = useWords(sharedWords);
  const locale = useLocale();
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t.codes.unknown;
    const { code, waitSeconds, problem } = error;
    if (code === 'too_many_requests' && waitSeconds)
      return t.error.wait(Math.ceil(waitSeconds / 60));
    // Details are Chinese only, and written for people where they are about what was typed.
    if (error.status === 422 && problem.detail && locale === 'zh') return problem.detail;
    return t.codes[code] ?? t.codes.unknown;
  };
}

/** What is wrong with one field. */
export function useFieldSentence() {
  const t = useWords(sharedWords);
  const locale = useLocale();
  return ({ code, detail }: FieldError): string => {
    const ours = t.fieldCodes[code] ?? t.codes.invalid;
    // The server's own sentence tells more, such as how many characters too many; some are English.
    return locale === 'zh' && /\p{Script=Han}/u.test(detail) ? detail : ours;
  };
}
