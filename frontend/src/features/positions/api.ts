import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../api/client';
import type { PositionCard } from '../../api/types';
import { ApiError } from '../../lib/ApiError';
import { HOME_COUNTY } from '../../lib/homeCounty';
import type { PositionSearch, SearchPage } from './search';

const PAGE_SIZE = 20;

export const searchQuery = (search: SearchPage) =>
  queryOptions({
    queryKey: ['positions', search],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { ...search, limit: PAGE_SIZE };
      return ok(api.GET('/api/positions', { params: { query }, signal }));
    },
  });

const NEWEST = 6;

export const newestQuery = queryOptions({
  queryKey: ['positions', 'newest'],
  queryFn: ({ signal }) => {
    const query = { sort: 'newest', limit: NEWEST } as const;
    return ok(api.GET('/api/positions', { params: { query }, signal }));
  },
});

/**
 * The townships of the home county with their counts under the other conditions. A facet of the
 * search itself would name only the place already chosen.
 */
export const townshipQuery = ({ sort: _sort, region: _region, ...others }: PositionSearch) =>
  queryOptions({
    queryKey: ['townships', others],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { ...others, region: HOME_COUNTY, limit: 1 };
      const page = await ok(api.GET('/api/positions', { params: { query }, signal }));
      return { county: HOME_COUNTY, total: page.total, townships: page.facets.region };
    },
  });

export const positionQuery = (id: string) =>
  queryOptions({
    queryKey: ['position', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/positions/{id}', { params: { path: { id } }, signal })),
  });

/** The positions offered instead of a closed one; `undefined` when the error is another. */
export function similarToClosed(error: unknown): PositionCard[] | undefined {
  if (!(error instanceof ApiError) || error.status !== 410) return undefined;
  const near = error.problem.current as { similar?: PositionCard[] } | undefined;
  return near?.similar ?? [];
}

export const enterpriseQuery = (id: string) =>
  queryOptions({
    queryKey: ['enterprise', id],
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      const [enterprise, positions] = await Promise.all([
        ok(api.GET('/api/enterprises/{id}', { params, signal })),
        ok(api.GET('/api/enterprises/{id}/positions', { params, signal })),
      ]);
      return { enterprise, positions };
    },
  });
