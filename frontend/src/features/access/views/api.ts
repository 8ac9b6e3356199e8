import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, ok } from '../../../api/client';
import type { List } from '../../../api/types';

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => ok(api.GET('/api/me/views', { signal })),
  staleTime: 5 * 60_000,
});

export function useKeepView() {
  const client = useQueryClient();
  // The same view sent again, after an answer that was lost, is the same request.
  const [sent] = useState(() => new Map<string, string>());
  return useMutation({
    mutationFn: (body: { list: List; name: string; query: string }) => {
      const content = JSON.stringify(body);
      const key = sent.get(content) ?? newKey();
      sent.set(content, key);
      const params = { header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/me/views', { params, body }));
    },
    onSuccess: () => {
      sent.clear();
      return client.invalidateQueries(viewsQuery);
    },
  });
}

export function useDropView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/me/views/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(viewsQuery),
  });
}
