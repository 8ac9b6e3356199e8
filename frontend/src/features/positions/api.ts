import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ok } from '../../api/client';
import type { DismissReason, PositionCard } from '../../api/types';
import { ApiError } from '../../lib/ApiError';
import { HOME_COUNTY } from '../../lib/homeCounty';
import type { PositionSearch } from './search';

const PAGE_SIZE = 20;

export const searchQuery = (search: PositionSearch) =>
  infiniteQueryOptions({
    queryKey: ['positions', search],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...search, limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) };
      return ok(api.GET('/api/positions', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });

const NEWEST = 6;

export const newestQuery = queryOptions({
  queryKey: ['positions', 'newest'],
  queryFn: ({ signal }) => {
    const query = { sort: 'newest', limit: NEWEST } as const;
    return ok(api.GET('/api/positions', { params: { query }, signal }));
  },
});

/**
 * The townships of the home county with their counts under the other conditions. A facet of the
 * search itself would name only the place already chosen.
 */
export const townshipQuery = ({ sort: _sort, region: _region, ...others }: PositionSearch) =>
  queryOptions({
    queryKey: ['townships', others],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { ...others, region: HOME_COUNTY, limit: 1 };
      const page = await ok(api.GET('/api/positions', { params: { query }, signal }));
      return { county: HOME_COUNTY, total: page.total, townships: page.facets.region };
    },
  });

export const positionQuery = (id: string) =>
  queryOptions({
    queryKey: ['position', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/positions/{id}', { params: { path: { id } }, signal })),
  });

/** The positions offered instead of a closed one; `undefined` when the error is another. */
export function similarToClosed(error: unknown): PositionCard[] | undefined {
  if (!(error instanceof ApiError) || error.status !== 410) return undefined;
  const near = error.problem.current as { similar?: PositionCard[] } | undefined;
  return near?.similar ?? [];
}

export const enterpriseQuery = (id: string) =>
  queryOptions({
    queryKey: ['enterprise', id],
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      const [enterprise, positions] = await Promise.all([
        ok(api.GET('/api/enterprises/{id}', { params, signal })),
        ok(api.GET('/api/enterprises/{id}/positions', { params, signal })),
      ]);
      return { enterprise, positions };
    },
  });

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
