import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import type { DismissReason } from '../../../api/types';

export const savedQuery = queryOptions({
  queryKey: ['saved-positions'],
  queryFn: ({ signal }) => ok(api.GET('/api/me/saved-positions', { signal })),
});

export const dismissedQuery = queryOptions({
  queryKey: ['dismissed-positions'],
  queryFn: ({ signal }) => ok(api.GET('/api/me/dismissed-positions', { signal })),
});

export const searchesQuery = queryOptions({
  queryKey: ['searches'],
  queryFn: ({ signal }) => ok(api.GET('/api/me/searches', { signal })),
});

/** What to do with a position: keep it, or put it away for a reason; and back again. */
export type Mark =
  | { kind: 'saved'; isOn: boolean }
  | { kind: 'dismissed'; isOn: true; reason: DismissReason }
  | { kind: 'dismissed'; isOn: false };

export function useMark(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: (mark: Mark) => {
      if (mark.kind === 'saved') {
        return mark.isOn
          ? ok(api.PUT('/api/me/saved-positions/{id}', { params }))
          : ok(api.DELETE('/api/me/saved-positions/{id}', { params }));
      }
      return mark.isOn
        ? ok(api.PUT('/api/me/dismissed-positions/{id}', { params, body: { reason: mark.reason } }))
        : ok(api.DELETE('/api/me/dismissed-positions/{id}', { params }));
    },
    onSettled: async (_done, _error, { kind }) => {
      await client.invalidateQueries(kind === 'saved' ? savedQuery : dismissedQuery);
      if (kind === 'dismissed') await client.invalidateQueries({ queryKey: ['matches'] });
    },
  });
}

export function useKeepSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, query, key }: { name: string; query: string; key: string }) => {
      const params = { header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/me/searches', { params, body: { name, query } }));
    },
    onSuccess: () => client.invalidateQueries(searchesQuery),
  });
}

export function useDropSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      ok(api.DELETE('/api/me/searches/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(searchesQuery),
  });
}
