import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';

export const weightsQuery = queryOptions({
  queryKey: ['weights'],
  queryFn: ({ signal }) => ok(api.GET('/api/weights', { signal })),
});

export function useAccept() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      ok(api.PUT('/api/weights/{version}/acceptance', { params: { path: { version } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['weights'] }),
  });
}
