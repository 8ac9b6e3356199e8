import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import type { Pair } from './pair';

/** One match taken apart. Each look is written down in the person's file, so it is asked for once. */
export const apartQuery = ({ person, position }: Pair) =>
  queryOptions({
    queryKey: ['dev', 'matches', person, position],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    queryFn: ({ signal }) => {
      const params = { path: { person_id: person, position_id: position } };
      return ok(api.GET('/api/dev/matches/{person_id}/{position_id}', { params, signal }));
    },
  });
