import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ok } from '../../api/client';
import { download } from '../../api/download';
import type { OwnPosition, Step } from '../../api/types';
import { HOME_COUNTY } from '../../lib/homeCounty';

/** As many as the server gives at once. */
const PAGE_SIZE = 100;

export interface PositionFilter {
  q?: string | undefined;
  state?: OwnPosition['state'] | undefined;
  enterprise_id?: string | undefined;
  division?: string | undefined;
  /** The newest first, when nothing is said. */
  sort?: 'valid_until' | '-valid_until' | undefined;
}

export const ownPositionsQuery = (filter: PositionFilter, cursor?: string) =>
  queryOptions({
    queryKey: ['own-positions', filter, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { ...filter, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
      return ok(api.GET('/api/me/positions', { params: { query }, signal }));
    },
  });

export const organisationsQuery = queryOptions({
  queryKey: ['own-organisations'],
  queryFn: ({ signal }) =>
    ok(api.GET('/api/organisations', { params: { query: { limit: PAGE_SIZE } }, signal })),
});

/** The townships of the home county, which nearly all positions are in. */
export function useTownships() {
  const { data = [] } = useQuery({
    queryKey: ['divisions-within', HOME_COUNTY],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const params = { query: { within: HOME_COUNTY } };
      return ok(api.GET('/api/dictionaries/divisions', { params, signal }));
    },
  });
  return data;
}

/** Saves exactly what the list shows as a table. */
export async function exportPositions(filter: PositionFilter, name: string) {
  const params = { query: filter };
  await download(api.GET('/api/positions/export', { params, parseAs: 'blob' }), name);
}

type Stepping = Pick<OwnPosition, 'id' | 'version'> & { step: Step; valid_until?: string };

export function useStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, step, valid_until }: Stepping) => {
      // Named one by one: callers hand over whole positions, and the server takes no more than these.
      const body = { step, ...(valid_until && step === 'renew' && { valid_until }) };
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return ok(api.POST('/api/positions/{id}/step', { params, body }));
    },
    // What was done is said at once, not when the lists have been read anew.
    onSettled: () => void forgetPositions(client),
  });
}

export function useDuplicate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/positions/{id}/duplicate', { params }));
    },
    onSuccess: () => forgetPositions(client),
  });
}

/** What any list or page remembers of positions is old. */
export async function forgetPositions(client: ReturnType<typeof useQueryClient>) {
  await Promise.all(
    ['own-positions', 'own-position', 'positions', 'position'].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
