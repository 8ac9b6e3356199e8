import { queryOptions } from '@tanstack/react-query';
import { api, ok } from './client';
import type { Named } from './types';

/** The divisions directly below one, by their own names. They change once in years. */
export const divisionsWithinQuery = (within: string) =>
  queryOptions({
    queryKey: ['divisions', 'within', within],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      withOwnNames(
        await ok(api.GET('/api/dictionaries/divisions', { params: { query: { within } }, signal })),
      ),
  });

/** Divisions by part of their name, for a field that suggests. */
export function findDivisions(q: string, signal: AbortSignal): Promise<Named[]> {
  return ok(api.GET('/api/dictionaries/divisions', { params: { query: { q } }, signal }));
}

/** Each name comes with all that stands above it; among neighbours that is the same for all. */
function withOwnNames(divisions: Named[]): Named[] {
  const [first, ...others] = divisions;
  if (!first || others.length === 0) return divisions;
  let length = 0;
  const isShared = (at: number) => others.every(({ name }) => name[at] === first.name[at]);
  while (length < first.name.length && isShared(length)) length += 1;
  return divisions.map(({ code, name }) => ({ code, name: name.slice(length) || name }));
}
