import { getRouteApi, useRouter } from '@tanstack/react-router';
import { isRepresentative, isSeeker } from '../api/session';
import type { Session } from '../api/types';
import { SignInPage } from '../features/access/SignInPage';

const route = getRouteApi('/sign-in');

export function SignInRoute() {
  const { next } = route.useSearch();
  const router = useRouter();
  return <SignInPage onSignedIn={(session) => router.history.push(next ?? startOf(session))} />;
}

/** Where each kind of person has most to do. */
function startOf(session: Session): string {
  if (isSeeker(session)) return session.person_id ? '/me/matches' : '/me/profile';
  return isRepresentative(session) ? '/org' : '/me';
}
