import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ok, versioned } from '../../api/client';
import { download } from '../../api/download';
import type { Question } from '../../api/types';
import { type Answer, answered } from './answers';

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

export function exportCandidates(id: string, name: string) {
  const params = { path: { id } };
  return download(api.GET('/api/positions/{id}/matches/export', { params, parseAs: 'blob' }), name);
}

/** What the position is called, and the names of the codes in what it asks. */
export const positionForQuery = (id: string) =>
  queryOptions({
    queryKey: ['position', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/positions/{id}', { params: { path: { id } }, signal })),
  });

export const personMatchesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'matches', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) };
      return ok(api.GET('/api/people/{id}/matches', { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
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

/** Writes one answer into the profile as it stands now; what is judged by it follows. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ question, answer }: { question: Question; answer: Answer }) => {
      const { data, etag } = await versioned(api.GET('/api/me/profile'));
      const { educations, service, experiences, certificates, degree, skills, intentions } = data;
      const kept = { educations, service, experiences, certificates, degree, skills, intentions };
      const params = { header: { 'If-Match': etag } };
      return ok(api.PUT('/api/me/profile', { params, body: answered(kept, question, answer) }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['profile'] });
      await client.invalidateQueries({ queryKey: ['matches'] });
    },
  });
}
