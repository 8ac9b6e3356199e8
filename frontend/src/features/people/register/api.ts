import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok, versioned } from '../../../api/client';
import { download } from '../../../api/download';
import type {
  Identity,
  Person,
  PersonField,
  PersonInput,
  Profile,
  Purpose,
  RevealWhy,
} from '../../../api/types';
import { ApiError } from '../../../lib/ApiError';
import type { PeopleSearch } from './search';

const PAGE_SIZE = 20;

function filterOf({ division, verification, kind, sort }: PeopleSearch) {
  return {
    ...(sort && { sort }),
    ...(division && { division }),
    ...(verification && { verification }),
    ...(kind && { kind }),
  };
}

/** Nobody browses people: the server wants a place or a state. */
export function isNarrow({ division, verification }: PeopleSearch): boolean {
  return division !== undefined || verification !== undefined;
}

export const peopleQuery = (search: PeopleSearch) =>
  queryOptions({
    queryKey: ['people', 'list', filterOf(search), search.after],
    enabled: isNarrow(search),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = {
        ...filterOf(search),
        limit: PAGE_SIZE,
        ...(search.after && { cursor: search.after }),
      };
      return ok(api.GET('/api/people', { params: { query }, signal }));
    },
  });

export function exportPeople(search: PeopleSearch, name: string) {
  const params = { query: filterOf(search) };
  return download(api.GET('/api/people/export', { params, parseAs: 'blob' }), name);
}

/** What was looked up last, so that it still stands there on the way back. Never in an address. */
export const lookupQuery = queryOptions<{ items: Person[]; total: number } | null>({
  queryKey: ['people', 'lookup'],
  enabled: false,
  initialData: null,
  queryFn: () => null,
});

export function useLookUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: lookUpPeople,
    onSuccess: (found) => client.setQueryData(lookupQuery.queryKey, found),
  });
}

export function lookUpPeople(lookup: string) {
  return ok(api.POST('/api/people/lookup', { body: { lookup } }));
}

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) =>
      versioned(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  });

export const personEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'events', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/people/{id}/events', { params: { path: { id } }, signal })),
  });

/** After any change: the file with its new version, its history, and what waits on the desk. */
function useChanged(id: string) {
  const client = useQueryClient();
  return async () => {
    // The desk forgets what it held: nobody is sent to what is done.
    client.resetQueries({ queryKey: ['desk'] });
    client.invalidateQueries({ queryKey: ['people', 'events', id] });
    client.invalidateQueries({ queryKey: ['people', 'list'] });
    await client.invalidateQueries({ queryKey: ['people', 'one', id] });
  };
}

export function useVerify(id: string) {
  return useMutation({
    mutationFn: ({ etag, approve, what }: { etag: string; approve: boolean; what: string }) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      return ok(api.POST('/api/people/{id}/verification', { params, body: { approve, what } }));
    },
    onSuccess: useChanged(id),
  });
}

export async function reveal(id: string, field: PersonField, why: RevealWhy) {
  const params = { path: { id } };
  const { value } = await ok(api.POST('/api/people/{id}/reveal', { params, body: { field, why } }));
  return value ?? '';
}

/** Who somebody is, in the clear, to be corrected; each look is recorded. */
export function useIdentity(id: string) {
  return useMutation({
    mutationFn: async (person: Person) => {
      const shown = (field: PersonField, is: unknown) =>
        is ? reveal(id, field, 'correction') : Promise.resolve('');
      return {
        name: await shown('name', true),
        id_number: await shown('id_number', person.id_number),
        mobile: await shown('mobile', person.mobile),
      };
    },
  });
}

export function useCorrect(id: string) {
  return useMutation({
    mutationFn: ({ etag, identity }: { etag: string; identity: Identity }) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      return ok(api.PUT('/api/people/{id}/identity', { params, body: identity }));
    },
    onSuccess: useChanged(id),
  });
}

export function useSaveProfileOf(id: string) {
  return useMutation({
    mutationFn: ({ etag, profile }: { etag: string; profile: Profile }) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      return ok(api.PUT('/api/people/{id}', { params, body: profile }));
    },
    onSuccess: useChanged(id),
  });
}

export function usePaperConsent(id: string) {
  return useMutation({
    mutationFn: ({ purpose, given }: { purpose: Purpose; given: boolean }) => {
      const params = { path: { id, purpose } };
      return given
        ? ok(api.PUT('/api/people/{id}/consents/{purpose}', { params }))
        : ok(api.DELETE('/api/people/{id}/consents/{purpose}', { params }));
    },
    onSettled: useChanged(id),
  });
}

export function useServiceMember(id: string) {
  return useMutation({
    mutationFn: ({ etag, member }: { etag: string; member: string | null }) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      const body = { service_member_id: member };
      return ok(api.PUT('/api/people/{id}/service-member', { params, body }));
    },
    onSuccess: useChanged(id),
  });
}

/** A code that is shown once: to take the file over, or to set a new password. */
export function useIssueCode(id: string) {
  const params = { path: { id } };
  return useMutation({
    mutationFn: (kind: 'claim' | 'password') =>
      kind === 'claim'
        ? ok(api.POST('/api/people/{id}/claim-code', { params }))
        : ok(api.POST('/api/people/{id}/password-code', { params })),
    onSuccess: useChanged(id),
  });
}

/** Takes the file away from an account that should not have it. */
export function useUnlink(id: string) {
  return useMutation({
    mutationFn: (etag: string) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      return ok(api.DELETE('/api/people/{id}/account', { params }));
    },
    onSuccess: useChanged(id),
  });
}

export function useEnterPerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, key }: { input: PersonInput; key: string }) =>
      ok(
        api.POST('/api/people', {
          params: { header: { 'Idempotency-Key': key } },
          body: input,
        }),
      ),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: ['people', 'list'] });
      client.resetQueries({ queryKey: ['desk'] });
    },
  });
}

/** The files that hold the ID number already, as far as the officer may open them. */
export function filesWithNumber(error: unknown): string[] | undefined {
  if (!(error instanceof ApiError) || error.code !== 'id_number_taken') return undefined;
  const { people } = (error.problem.current ?? {}) as { people?: string[] };
  return people ?? [];
}

/** A refusal whose fields are named as this form has them, not as deep as they were sent. */
export function withoutPrefix(error: unknown, prefix: string): unknown {
  if (!(error instanceof ApiError) || !error.problem.errors) return error;
  const errors = error.problem.errors.map((one) => ({
    ...one,
    pointer: one.pointer.startsWith(prefix) ? one.pointer.slice(prefix.length) : one.pointer,
  }));
  return new ApiError(error.status, { ...error.problem, errors });
}
