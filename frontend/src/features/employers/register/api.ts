import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ok, versioned } from '../../../api/client';
import { download } from '../../../api/download';
import type { OrganisationsSearch } from './search';

const PAGE_SIZE = 20;

function filterOf({ q, kind, verification, division, sort }: OrganisationsSearch) {
  return {
    ...(q && { q }),
    ...(kind && { kind }),
    ...(verification && { verification }),
    ...(division && { division }),
    ...(sort && { sort }),
  };
}

export const organisationsQuery = (search: OrganisationsSearch) =>
  queryOptions({
    queryKey: ['organisations', 'list', filterOf(search), search.after],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const { after } = search;
      const query = { ...filterOf(search), limit: PAGE_SIZE, ...(after && { cursor: after }) };
      return ok(api.GET('/api/organisations', { params: { query }, signal }));
    },
  });

export function exportOrganisations(search: OrganisationsSearch, name: string) {
  const params = { query: filterOf(search) };
  return download(api.GET('/api/organisations/export', { params, parseAs: 'blob' }), name);
}

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', id],
    queryFn: ({ signal }) =>
      versioned(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal })),
  });

export const representativesQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'representatives', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/organisations/{id}/representatives', { params: { path: { id } }, signal })),
  });

export const membershipsQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'memberships', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/organisations/{id}/memberships', { params: { path: { id } }, signal })),
  });

export const positionsOfQuery = (enterprise_id: string) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'positions', enterprise_id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { enterprise_id, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) };
      return ok(api.GET('/api/me/positions', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** After a change: the organisation with all that belongs to it, and what waits on the desk. */
function useChanged() {
  const client = useQueryClient();
  return async () => {
    // The desk forgets what it held: nobody is sent to what is done.
    client.resetQueries({ queryKey: ['desk'] });
    await client.invalidateQueries({ queryKey: ['organisations'] });
  };
}

export function useVerifyOrganisation(id: string) {
  return useMutation({
    mutationFn: ({ etag, approve, what }: { etag: string; approve: boolean; what: string }) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      const body = { approve, what };
      return ok(api.POST('/api/organisations/{id}/verification', { params, body }));
    },
    onSuccess: useChanged(),
  });
}

export function useDecideRepresentative(id: string) {
  return useMutation({
    mutationFn: ({ grant, approve }: { grant: string; approve: boolean }) => {
      const params = { path: { id, grant } };
      return ok(
        api.PUT('/api/organisations/{id}/representatives/{grant}/decision', {
          params,
          body: { approve },
        }),
      );
    },
    onSettled: useChanged(),
  });
}

export function useBeginMembership(enterprise: string) {
  return useMutation({
    mutationFn: ({
      association,
      since,
      key,
    }: {
      association: string;
      since: string;
      key: string;
    }) => {
      const params = { path: { id: association }, header: { 'Idempotency-Key': key } };
      const body = { enterprise_id: enterprise, since };
      return ok(api.POST('/api/organisations/{id}/memberships', { params, body }));
    },
    onSuccess: useChanged(),
  });
}

export function useEndMembership() {
  return useMutation({
    mutationFn: (id: string) =>
      ok(api.DELETE('/api/memberships/{id}', { params: { path: { id } } })),
    onSettled: useChanged(),
  });
}
