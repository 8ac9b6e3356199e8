// What one does in an occupation. Not in `dictionaries`, which comes with the first load of pages that ask for
// none.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ok } from './client';

/** The occupation, or group of them, with this code; nothing while none is chosen. */
export function useOccupation(code: string | undefined) {
  return useQuery({ ...occupationQuery(code ?? ''), enabled: Boolean(code) }).data;
}

/** The occupation that the classification lists by just this name, or nothing. */
export function useOccupationNamed(name: string) {
  const { data: code } = useQuery({
    queryKey: ['occupation-named', name],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const params = { query: { q: name } };
      const found = await ok(api.GET('/api/dictionaries/occupations', { params, signal }));
      return found.find((one) => one.name === name)?.code ?? null;
    },
  });
  return useOccupation(code ?? undefined);
}

const occupationQuery = (code: string) =>
  queryOptions({
    queryKey: ['occupation', code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      ok(api.GET('/api/dictionaries/occupations/{code}', { params: { path: { code } }, signal })),
  });
