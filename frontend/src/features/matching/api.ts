import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ok } from '../../api/client';

const PAGE_SIZE = 20;

export const matchesQuery = infiniteQueryOptions({
  queryKey: ['matches'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ signal, pageParam }) => {
    const query = { limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) };
    return ok(api.GET('/api/me/matches', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.next ?? undefined,
});

export const matchQuery = (position_id: string) =>
  queryOptions({
    queryKey: ['matches', position_id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/me/matches/{position_id}', { params: { path: { position_id } }, signal })),
  });

export const candidatesQuery = (id: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['candidates', id, cursor],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
      const params = { path: { id }, query };
      const page = await ok(api.GET('/api/positions/{id}/matches', { params, signal }));
      return { ...page, total: page.total_fitting };
    },
  });

/** What the position is called, and the names of the codes in what it asks. */
export const positionForQuery = (id: string) =>
  queryOptions({
    queryKey: ['position', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/positions/{id}', { params: { path: { id } }, signal })),
  });

/** Consents to being compared with positions; nothing is compared before. */
export function useConsent() {
  const client = useQueryClient();
  const params = { path: { purpose: 'matching' } } as const;
  return useMutation({
    mutationFn: () => ok(api.PUT('/api/me/consents/{purpose}', { params })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['matches'] }),
  });
}
