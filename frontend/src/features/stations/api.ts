import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../api/client';

/** All stations, or those that serve one place, the nearest first. */
export const stationsQuery = (division?: string) =>
  queryOptions({
    queryKey: ['stations', division],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => {
      const query = division ? { division } : {};
      return ok(api.GET('/api/stations', { params: { query }, signal }));
    },
  });
