// Who may open which page, as the table of routes says. The server decides on its own; this only spares
// people pages that would refuse them.
import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  type AnyRouter,
  redirect,
  type StaticDataRouteOption,
} from '@tanstack/react-router';
import { roles, sessionQuery } from '../api/session';
import type { Role, Session } from '../api/types';
import type { Title } from './words';

/** Everybody; whoever is signed in; or the roles that have something to do there. */
export type Who = 'everyone' | 'signedIn' | readonly Role[];

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    who?: Who;
    title?: Title;
    shell?: 'public' | 'staff' | 'kiosk';
    /** Stands in the side menu of those who may open it. */
    inMenu?: boolean;
  }
}

/** Thrown in place of a page that is for other roles. */
export class NotForYou extends Error {}

export interface Context {
  queryClient: QueryClient;
}

interface Arrival {
  context: Context;
  location: { href: string };
}

/** Sends those who are not signed in to sign in and back; keeps out whose role has nothing to do here. */
export function admit(who: Who) {
  return async ({ context, location }: Arrival) => {
    if (who === 'everyone') return;
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session.account) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (!mayOpen(who, session)) throw new NotForYou();
  };
}

export function mayOpen(who: Who, session: Session | undefined): boolean {
  if (who === 'everyone') return true;
  if (who === 'signedIn') return session?.account != null;
  return roles(session).some(({ role }) => who.includes(role));
}

/** The pages of the side menu, in the order of the table. */
export function menuOf(router: AnyRouter, session: Session | undefined) {
  return Object.values<AnyRoute>(router.routesByPath).flatMap((route) => {
    const {
      who = 'everyone',
      title,
      inMenu,
    } = (route.options.staticData ?? {}) as StaticDataRouteOption;
    return inMenu && title && mayOpen(who, session)
      ? [{ path: String(route.fullPath), title }]
      : [];
  });
}
