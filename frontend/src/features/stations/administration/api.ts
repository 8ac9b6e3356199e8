import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import { download } from '../../../api/download';
import type { Station, StationInput } from '../../../api/types';

export const stationsQuery = queryOptions({
  queryKey: ['stations'],
  queryFn: ({ signal }) => ok(api.GET('/api/stations', { signal })),
});

interface Saved {
  /** Nothing: a new one. */
  station: Station | undefined;
  input: StationInput;
  key: string;
}

export function useSaveStation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ station, input, key }: Saved) => {
      if (!station) {
        const params = { header: { 'Idempotency-Key': key } };
        return ok(api.POST('/api/stations', { params, body: input }));
      }
      const { id, version } = station;
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return ok(api.PUT('/api/stations/{id}', { params, body: input }));
    },
    onSuccess: () => client.invalidateQueries(stationsQuery),
  });
}

export function useRemoveStation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/stations/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(stationsQuery),
  });
}

export function exportStations(name: string) {
  return download(api.GET('/api/stations/export', { parseAs: 'blob' }), name);
}
