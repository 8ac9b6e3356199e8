import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client';
import { download } from '../../api/download';
import type { SpecialityChangeInput, SpecialityOrigin } from '../../api/types';
import type { SpecialitiesSearch } from './search';

const PAGE_SIZE = 20;
const QUEUE_MAX = 100;

const origins: readonly string[] = [
  'built_in',
  'corrected',
  'local',
  'set_aside',
] satisfies SpecialityOrigin[];

const isOrigin = (text: string | undefined): text is SpecialityOrigin =>
  text !== undefined && origins.includes(text);

export const familiesQuery = ({ q, origin, after }: SpecialitiesSearch) =>
  queryOptions({
    queryKey: ['specialities', 'list', q, origin, after],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = {
        limit: PAGE_SIZE,
        ...(q && { q }),
        ...(isOrigin(origin) && { origin }),
        ...(after && { cursor: after }),
      };
      return ok(api.GET('/api/specialities', { params: { query }, signal }));
    },
  });

/** What waits for review, the oldest first. */
export const waitingQuery = queryOptions({
  queryKey: ['specialities', 'waiting'],
  queryFn: ({ signal }) =>
    ok(api.GET('/api/specialities/changes', { params: { query: { limit: QUEUE_MAX } }, signal })),
});

export const familyQuery = (code: string) =>
  queryOptions({
    queryKey: ['specialities', 'one', code],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/specialities/{code}', { params: { path: { code } }, signal })),
  });

export function exportFamilies(name: string) {
  return download(api.GET('/api/specialities/export', { parseAs: 'blob' }), name);
}

/** Occupations of the classification, for a field that suggests. */
export async function suggestOccupations(q: string, signal: AbortSignal) {
  if (q === '') return [];
  const found = await ok(
    api.GET('/api/dictionaries/occupations', { params: { query: { q } }, signal }),
  );
  return found.map(({ code, name }) => ({ value: code, label: name, note: code }));
}

/** After any step: the list, the queue and the record are read anew. */
function useChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['specialities'] });
}

export function usePropose() {
  return useMutation({
    mutationFn: ({ input, key }: { input: SpecialityChangeInput; key: string }) => {
      const params = { header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/specialities/changes', { params, body: input }));
    },
    onSuccess: useChanged(),
  });
}

export function useDecide(id: string) {
  return useMutation({
    mutationFn: ({ accept, note }: { accept: boolean; note: string }) => {
      const body = { accept, note: note.trim() || null };
      const params = { path: { id } };
      return ok(api.PUT('/api/specialities/changes/{id}/decision', { params, body }));
    },
    onSuccess: useChanged(),
  });
}

export function useWithdraw(id: string) {
  return useMutation({
    mutationFn: () =>
      ok(api.DELETE('/api/specialities/changes/{id}', { params: { path: { id } } })),
    onSuccess: useChanged(),
  });
}

export function useUndo(id: string) {
  return useMutation({
    mutationFn: () =>
      ok(api.POST('/api/specialities/changes/{id}/undo', { params: { path: { id } } })),
    onSuccess: useChanged(),
  });
}
