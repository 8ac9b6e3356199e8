// The server's names of fields, as the forms of the parts call them.
import { useMemo } from 'react';
import { ApiError } from '../../../lib/ApiError';

/** `/service/0/from_year` is the field `service/0/from`; a list that is one field is wrong as one. */
export function fieldOf(pointer: string): string {
  const [part = '', at = '', ...rest] = pointer.split('/').slice(1);
  if (part === 'intentions') return wishes[at] ?? at;
  if (part !== 'service' && part !== 'experiences')
    return [part, at, ...rest].filter(Boolean).join('/');
  const name = rest[0] ?? '';
  return [part, at, stretch[name] ?? name].filter(Boolean).join('/');
}

const wishes: Record<string, string> = {
  occupations: 'titles',
  distance_km_max: 'kmMax',
  pay_min_fen_month: 'payYuan',
};

const stretch: Record<string, string> = {
  from_year: 'from',
  to_year: 'to',
  specialities: 'title',
};

/** A refusal whose fields are called so. */
export function useRefusalAtField(error: unknown): unknown {
  return useMemo(() => {
    if (!(error instanceof ApiError) || !error.problem.errors) return error;
    const { status, problem } = error;
    const errors = problem.errors?.map((one) => ({ ...one, pointer: `/${fieldOf(one.pointer)}` }));
    return new ApiError(status, { ...problem, errors });
  }, [error]);
}
