import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ok, rememberCsrfToken, renewSession } from './client';
import { rememberSignedIn, wasSignedIn } from './reentry';
import type { Session } from './types';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => {
    const session = await ok(api.GET('/api/session', { signal }));
    // To pages that all may see, a lapsed session is nobody; only we know that somebody was here.
    if (session.account || !wasSignedIn()) return adopt(session);
    return adopt((await renewSession()) ?? session);
  },
});

/** Takes over a session the server has just told. */
export function adopt(session: Session): Session {
  rememberCsrfToken(session.csrf_token);
  rememberSignedIn(session.account != null);
  return session;
}

/** After signing out there is nothing to renew. */
export function forget() {
  rememberSignedIn(false);
}

export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}

export function isSeeker(session: Session | undefined): boolean {
  return roles(session).some(({ role }) => role === 'veteran' || role === 'spouse');
}

export function isRepresentative(session: Session | undefined): boolean {
  return grants(session).length > 0;
}

/** Whether the person may act for this enterprise. */
export function represents(session: Session | undefined, enterpriseId: string): boolean {
  return grants(session).some((grant) => grant.organisation_id === enterpriseId);
}

export function roles(session: Session | undefined) {
  return session?.account?.roles ?? [];
}

function grants(session: Session | undefined) {
  return roles(session).filter(({ role }) => role === 'employer_representative');
}
