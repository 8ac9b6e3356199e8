import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import { download } from '../../../api/download';
import type { DueKind } from '../../../api/types';

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ok(api.GET('/api/desk', { signal })),
});

export const copiesQuery = queryOptions({
  queryKey: ['desk', 'copies'],
  queryFn: ({ signal }) => ok(api.GET('/api/desk/copies', { signal })),
});

export function exportDesk(kind: DueKind | undefined, name: string) {
  const params = { query: kind ? { kind } : {} };
  return download(api.GET('/api/desk/export', { params, parseAs: 'blob' }), name);
}
