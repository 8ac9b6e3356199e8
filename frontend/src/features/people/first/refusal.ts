import { useMemo } from 'react';
import { ApiError } from '../../../lib/ApiError';
import { useSentence } from '../../../ui/feedback/ErrorNote';

/** A refusal whose fields are called as the questions call them. */
export function useRefusalAtField(error: unknown): unknown {
  const sentence = useSentence(error);
  return useMemo(() => {
    if (!(error instanceof ApiError)) return error;
    const { status, code, problem } = error;
    const errors =
      code === 'id_number_taken'
        ? [{ pointer: '/id_number', code, detail: sentence }]
        : problem.errors?.map((one) => ({
            ...one,
            pointer: one.pointer.replace(/^\/identity\//, '/'),
          }));
    return new ApiError(status, { ...problem, ...(errors && { errors }) });
  }, [error, sentence]);
}
