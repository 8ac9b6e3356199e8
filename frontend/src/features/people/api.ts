import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, api, ok, versioned } from '../../api/client';
import type { Profile } from '../../api/types';
import { HOME_COUNTY } from '../../lib/homeCounty';

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => versioned(api.GET('/api/me/profile', { signal })),
});

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ profile, etag }: { profile: Profile; etag: string }) =>
      versioned(
        api.PUT('/api/me/profile', { params: { header: { 'If-Match': etag } }, body: profile }),
      ),
    onSuccess: async (saved) => {
      client.setQueryData(profileQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['matches'] });
    },
  });
}

export function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}

/** Places with open positions, by name. */
export function usePlaces() {
  const { data } = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/positions', {
          params: { query: { region: HOME_COUNTY, limit: 1 } },
          signal,
        }),
      ),
  });
  return data?.facets.region ?? [];
}
