import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ok(api.GET('/api/desk', { signal })),
});
