import { useMemo } from 'react';
import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { accountWords } from './account/words';

/** A wrong or a weak password is said at its field. */
export function useWrongPassword(error: unknown) {
  const t = useWords(accountWords);
  return useMemo(() => {
    if (!(error instanceof ApiError)) return error;
    const { status, code, problem } = error;
    const at = (pointer: string, detail: string) =>
      new ApiError(status, { ...problem, errors: [{ pointer, code, detail }] });
    if (code === 'wrong_credentials') return at('/old', t.oldWrong);
    if (code === 'weak_password') return at('/new', t.weak);
    return error;
  }, [error, t]);
}
