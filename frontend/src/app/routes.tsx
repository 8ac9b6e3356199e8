// Every address of the site, with what may stand in it and who may open it.

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session';
import { readSearch } from '../features/positions/search';
import { Skeleton } from '../ui/feedback/Skeleton';
import { FailedPage } from './FailedPage';
import { NotFoundPage } from './NotFoundPage';
import { queryClient } from './queries';
import { SearchRoute } from './SearchRoute';
import { Shell } from './Shell';

interface Context {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readSearch,
  component: SearchRoute,
});

const position = createRoute({
  getParentRoute: () => root,
  path: '/positions/$id',
  component: lazyRouteComponent(() => import('./PositionRoute'), 'PositionRoute'),
});

const candidates = createRoute({
  getParentRoute: () => root,
  path: '/positions/$id/matches',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./CandidatesRoute'), 'CandidatesRoute'),
});

const ownPositions = createRoute({
  getParentRoute: () => root,
  path: '/me/positions',
  beforeLoad: signedIn,
  component: lazyRouteComponent(
    () => import('../features/positions/OwnPositionsPage'),
    'OwnPositionsPage',
  ),
});

const matches = createRoute({
  getParentRoute: () => root,
  path: '/me/matches',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./MatchesRoute'), 'MatchesRoute'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/me/profile',
  beforeLoad: signedIn,
  validateSearch: ({ about }): { about?: string } =>
    typeof about === 'string' && about.length <= 60 ? { about } : {},
  component: lazyRouteComponent(() => import('./ProfileRoute'), 'ProfileRoute'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/me',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./StartPage'), 'StartPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./SignUpRoute'), 'SignUpRoute'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }): { next?: string } => (isOwnPath(next) ? { next } : {}),
  component: lazyRouteComponent(() => import('./SignInRoute'), 'SignInRoute'),
});

/** All of src/ui in all its states; not in the build that is delivered. */
const developing =
  import.meta.env.MODE === 'production'
    ? []
    : [
        createRoute({
          getParentRoute: () => root,
          path: '/dev/ui',
          component: lazyRouteComponent(() => import('../../dev/gallery/Gallery'), 'Gallery'),
        }),
      ];

/** Apart from the router, so that a test can start it at any address. */
export const routerOptions = {
  routeTree: root.addChildren([
    search,
    position,
    candidates,
    ownPositions,
    matches,
    profile,
    start,
    signIn,
    signUp,
    ...developing,
  ]),
  context: { queryClient },
  // Plain names and values: the router's own JSON would turn a division code into a number.
  parseSearch: (text: string): Record<string, string> =>
    Object.fromEntries(new URLSearchParams(text)),
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent' as const,
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: FailedPage,
};

export const router = createRouter(routerOptions);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Sends those who are not signed in to sign in, and back here afterwards. */
async function signedIn({ context, location }: { context: Context; location: { href: string } }) {
  const session = await context.queryClient.ensureQueryData(sessionQuery);
  if (!session.account) throw redirect({ to: '/sign-in', search: { next: location.href } });
}

/** `//host` and `/\host` would lead to another host. */
function isOwnPath(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next);
}

function stringifySearch(search: Record<string, unknown>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}
