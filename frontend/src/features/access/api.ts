import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../api/client';
import { adopt, forget, sessionQuery } from '../../api/session';
import type { Role, Session } from '../../api/types';
import { forgetRevealReason } from '../../lib/revealReason';

/** As the server asks for. */
export const PASSWORD_MIN = 8;

export function signIn(identifier: string, password: string): Promise<Session> {
  return ok(api.POST('/api/sessions', { body: { identifier, password } }));
}

export interface NewAccount {
  name: string;
  /** A mobile number or an e-mail address. */
  contact: string;
  password: string;
  /** Whoever does not look for work acts for an enterprise, which is registered afterwards. */
  seeker: 'veteran' | 'spouse' | 'employer';
}

/** Opens an account, and with it a session. The same key when the same form is sent again. */
export function signUp({ contact, seeker, ...rest }: NewAccount, key: string): Promise<Session> {
  const who = seeker === 'employer' ? {} : { seeker };
  const body = { ...rest, ...who, [isEmail(contact) ? 'email' : 'mobile']: contact };
  const params = { header: { 'Idempotency-Key': key } };
  return ok(api.POST('/api/accounts', { params, body }));
}

export function isEmail(contact: string): boolean {
  return contact.includes('@');
}

/** By a code from the station or the administrator. All sessions of the account end. */
export function resetPassword(body: { identifier: string; code: string; new: string }) {
  return ok(api.POST('/api/password-resets', { body }));
}

export function signInToDemo(role: Role): Promise<Session> {
  return ok(api.POST('/api/demo/sessions', { body: { role } }));
}

/** Starts a session. Nothing the previous person could see stays in memory. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (start: () => Promise<Session>) => start(),
    onSuccess: (session) => {
      client.clear();
      forgetRevealReason();
      client.setQueryData(sessionQuery.queryKey, adopt(session));
    },
  });
}

/** Comes back to the page one was on: what it holds stays, unless somebody else signed in. */
export function useSignInAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (start: () => Promise<Session>) => start(),
    onSuccess: (session) => {
      const before = client.getQueryData(sessionQuery.queryKey)?.account?.id;
      client.setQueryData(sessionQuery.queryKey, adopt(session));
      if (before && before !== session.account?.id) location.reload();
    },
  });
}

export function useSignOut() {
  const leave = useLeave();
  return useMutation({
    mutationFn: () => ok(api.DELETE('/api/session')),
    // Asks anew who this is, also when the server had ended the session already.
    onSettled: leave,
  });
}

/** Nothing of a session that is over stays; who this is now is asked anew. */
function useLeave() {
  const client = useQueryClient();
  return async () => {
    forget();
    forgetRevealReason();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await client.invalidateQueries(sessionQuery);
  };
}

/** All sessions of the account end, this one too. */
export function useChangePassword() {
  const leave = useLeave();
  return useMutation({
    mutationFn: (body: { identifier: string; old: string; new: string }) =>
      ok(api.PUT('/api/me/password', { body })),
    onSuccess: leave,
  });
}
