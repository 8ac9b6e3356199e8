import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import { download } from '../../../api/download';
import type { Account, AccountState, JobState, Role } from '../../../api/types';
import type { AccountsSearch } from './search';

const PAGE_SIZE = 20;

export function exportAccounts({ role, state }: AccountsSearch, name: string) {
  const params = { query: { ...(role && { role }), ...(state && { state }) } };
  return download(api.GET('/api/accounts/export', { params, parseAs: 'blob' }), name);
}

export const accountsQuery = ({ role, state, after }: AccountsSearch) =>
  queryOptions({
    queryKey: ['accounts', 'list', role, state, after],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = {
        limit: PAGE_SIZE,
        ...(role && { role }),
        ...(state && { state }),
        ...(after && { cursor: after }),
      };
      return ok(api.GET('/api/accounts', { params: { query }, signal }));
    },
  });

/** The account of a mobile number or an e-mail address; in a body, never in an address. */
export function useLookUpAccount() {
  return useMutation({
    mutationFn: (identifier: string) =>
      ok(api.POST('/api/accounts/lookup', { body: { identifier } })),
  });
}

export const grantsQuery = queryOptions({
  queryKey: ['accounts', 'grants'],
  queryFn: ({ signal }) => ok(api.GET('/api/grants', { signal })),
});

function useChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['accounts'] });
}

export function useSetState() {
  return useMutation({
    mutationFn: ({ id, state }: { id: string; state: AccountState }) =>
      ok(api.PUT('/api/accounts/{id}/state', { params: { path: { id } }, body: { state } })),
    onSettled: useChanged(),
  });
}

export function usePasswordCode() {
  return useMutation({
    mutationFn: (id: string) =>
      ok(api.POST('/api/accounts/{id}/password-code', { params: { path: { id } } })),
  });
}

interface Asked {
  account: Account;
  role: Role;
  district: string;
  key: string;
}

export function useAskGrant() {
  return useMutation({
    mutationFn: ({ account, role, district, key }: Asked) =>
      ok(
        api.POST('/api/grants', {
          params: { header: { 'Idempotency-Key': key } },
          body: { account_id: account.id, role, ...(district && { district }) },
        }),
      ),
    onSuccess: useChanged(),
  });
}

export function useDecideGrant() {
  return useMutation({
    mutationFn: ({ id, approve }: { id: string; approve: boolean }) =>
      ok(api.PUT('/api/grants/{id}/decision', { params: { path: { id } }, body: { approve } })),
    onSettled: useChanged(),
  });
}

export function useTakeAway() {
  return useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/grants/{id}', { params: { path: { id } } })),
    onSettled: useChanged(),
  });
}

export const jobsQuery = (state: JobState) =>
  queryOptions({
    queryKey: ['jobs', state],
    queryFn: ({ signal }) => ok(api.GET('/api/jobs', { params: { query: { state } }, signal })),
  });

export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ok(api.POST('/api/jobs/{id}/retry', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
