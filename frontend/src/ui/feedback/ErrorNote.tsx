import type { ReactNode } from 'react';
import { useLocale, useWords } from '../../i18n/locale';
import { useRefusals } from '../../i18n/refusals/words';
import { sharedWords } from '../../i18n/words';
import { ApiError } from '../../lib/ApiError';
import { Button } from '../Button';
import styles from './ErrorNote.module.css';

interface Props {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  children?: ReactNode;
}

/** What went wrong and what to do about it, in place of what could not be shown. */
export function ErrorNote({ error, title, onRetry, children }: Props) {
  const t = useWords(sharedWords);
  const sentence = useSentence(error);
  const number = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div className={styles.note} role="alert">
      <h2>{title ?? t.error.title}</h2>
      <p>{sentence}</p>
      {number && <p className={styles.number}>{t.error.number(number)}</p>}
      {onRetry && (
        <Button variant="secondary" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
      {children}
    </div>
  );
}

/** What a refusal says and what to do, by its code; with the server's details where they help. */
export function useSentence(error: unknown): string {
  const shared = useWords(sharedWords);
  const locale = useLocale();
  const t = useRefusals(error instanceof ApiError);
  if (!(error instanceof ApiError)) return shared.error.unknown;
  const { code, waitSeconds, problem } = error;
  if (code === 'unreachable' || code === 'unknown') return shared.error[code];
  if (code === 'too_many_requests' && waitSeconds) {
    return shared.error.wait(Math.ceil(waitSeconds / 60));
  }
  // Details are Chinese only, and written for people where they are about what was typed or is so.
  const isTold = error.status === 422 || code === 'wrong_state' || code === 'already_has_profile';
  if (isTold && problem.detail && locale === 'zh') return problem.detail;
  const { title, title_en } = problem;
  return t?.codes[code] ?? (locale === 'zh' ? title : title_en) ?? shared.error.unknown;
}

/** What is wrong with the fields of a form that was refused. */
export function useFieldSentences(error: unknown): { pointer: string; sentence: string }[] {
  const locale = useLocale();
  const errors = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  const t = useRefusals(errors.length > 0);
  return errors.map(({ pointer, code, detail }) => {
    // The server's own sentence tells more, such as how many characters too many; some are English.
    const isRead = /\p{Script=Han}/u.test(detail) === (locale === 'zh');
    const ours = t?.fieldCodes[code] ?? t?.codes.invalid ?? detail;
    return { pointer, sentence: isRead ? detail : ours };
  });
}
