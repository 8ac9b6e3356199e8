import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok, versioned } from '../../api/client';
import { download } from '../../api/download';
import type { Question } from '../../api/types';
import { type Answer, answered } from './answers';

const PAGE_SIZE = 20;

const pageOf = (cursor: string | undefined) => ({ limit: PAGE_SIZE, ...(cursor && { cursor }) });

export const matchesQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ['matches', 'list', cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ok(api.GET('/api/me/matches', { params: { query: pageOf(cursor) }, signal })),
  });

export const matchQuery = (position_id: string) =>
  queryOptions({
    queryKey: ['matches', position_id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/me/matches/{position_id}', { params: { path: { position_id } }, signal })),
  });

/** What misses by one thing; one's own, or a person's for the officer. Goes with the matches it is about. */
export const counterfactualsQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: id ? ['people', 'matches', id, 'counterfactuals'] : ['matches', 'counterfactuals'],
    queryFn: ({ signal }) =>
      ok(
        id
          ? api.GET('/api/people/{id}/counterfactuals', { params: { path: { id } }, signal })
          : api.GET('/api/me/counterfactuals', { signal }),
      ),
  });

/** About how many people fit a published position, now and without each thing it asks. */
export const reachQuery = (id: string) =>
  queryOptions({
    queryKey: ['candidates', id, 'reach'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/positions/{id}/reach', { params: { path: { id } }, signal })),
  });

/** How each position of a list fits, all of them with one question. */
export const fitsQuery = (positions: readonly string[]) =>
  queryOptions({
    queryKey: ['matches', 'fits', ...positions],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/me/fits', { params: { query: { positions: positions.join(',') } }, signal }),
      ),
  });

export const candidatesQuery = (id: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['candidates', id, cursor],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { path: { id }, query: pageOf(cursor) };
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

export const personMatchesQuery = (id: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['people', 'matches', id, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: pageOf(cursor) };
      return ok(api.GET('/api/people/{id}/matches', { params, signal }));
    },
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
