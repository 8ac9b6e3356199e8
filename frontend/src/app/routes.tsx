// Every address of the site, one row each: what may stand in it, who may open it, what it is called,
// what stands around it, and its page, which is loaded when it is opened.

import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { VerifySearch } from '../features/employers/VerifyPage';
import { readSearch } from '../features/positions/search';
import { Skeleton } from '../ui/feedback/Skeleton';
import { listSearch } from '../ui/list/listSearch';
import { admit, type Context, type Who } from './access';
import { FailedPage } from './FailedPage';
import { NotFoundPage } from './NotFoundPage';
import { queryClient } from './queries';
import { SearchRoute } from './SearchRoute';
import { Shell } from './shells/Shell';
import type { Title } from './words';

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

/** For everybody who looks for work, or may. */
const open = (title: Title, who: Who = 'everyone') => ({
  getParentRoute: () => root,
  staticData: { title, who, shell: 'public' as const },
  beforeLoad: admit(who),
});

/** For those who work here; `inMenu` unless it belongs to one thing, such as a position. */
const work = (title: Title, who: Who, inMenu = true) => ({
  getParentRoute: () => root,
  staticData: { title, who, shell: 'staff' as const, inMenu },
  beforeLoad: admit(who),
});

const search = createRoute({
  ...open('search'),
  path: '/',
  validateSearch: readSearch,
  component: SearchRoute,
});

const position = createRoute({
  ...open('position'),
  path: '/positions/$id',
  component: lazyRouteComponent(() => import('./PositionRoute'), 'PositionRoute'),
});

const signUp = createRoute({
  ...open('signUp'),
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./SignUpRoute'), 'SignUpRoute'),
});

const signIn = createRoute({
  ...open('signIn'),
  path: '/sign-in',
  validateSearch: ({ next }): { next?: string } => (isOwnPath(next) ? { next } : {}),
  component: lazyRouteComponent(() => import('./SignInRoute'), 'SignInRoute'),
});

const matches = createRoute({
  ...open('matches', ['veteran', 'spouse']),
  path: '/me/matches',
  component: lazyRouteComponent(() => import('./MatchesRoute'), 'MatchesRoute'),
});

const profile = createRoute({
  ...open('profile', ['veteran', 'spouse']),
  path: '/me/profile',
  validateSearch: ({ about }): { about?: string } =>
    typeof about === 'string' && about.length <= 60 ? { about } : {},
  component: lazyRouteComponent(() => import('./ProfileRoute'), 'ProfileRoute'),
});

const start = createRoute({
  ...work('start', 'signedIn'),
  path: '/me',
  component: lazyRouteComponent(() => import('./StartPage'), 'StartPage'),
});

const employer: Who = ['employer_representative'];

const desk = createRoute({
  ...work('desk', employer),
  path: '/org',
  component: lazyRouteComponent(() => import('../features/employers/DeskPage'), 'DeskPage'),
});

const orgPositions = createRoute({
  ...work('positions', employer),
  path: '/org/positions',
  validateSearch: listSearch({
    state: ['open', 'draft', 'paused', 'closed'] as const,
    enterprise_id: null,
    division: null,
  }),
  component: lazyRouteComponent(() => import('./OrgPositionsRoute'), 'OrgPositionsRoute'),
});

/** Also for those who represent nobody yet. */
const verify = createRoute({
  ...work('verify', 'signedIn', false),
  path: '/org/verify',
  validateSearch: ({ form, id }): VerifySearch => ({
    ...((form === 'register' || form === 'represent' || form === 'edit') && { form }),
    ...(typeof id === 'string' && id.length <= 60 && { id }),
  }),
  component: lazyRouteComponent(() => import('./VerifyRoute'), 'VerifyRoute'),
});

const newPosition = createRoute({
  ...work('newPosition', employer, false),
  path: '/org/positions/new',
  component: lazyRouteComponent(() => import('./WritePositionRoute'), 'WritePositionRoute'),
});

const importPositions = createRoute({
  ...work('importPositions', employer, false),
  path: '/org/positions/import',
  component: lazyRouteComponent(() => import('../features/employers/ImportPage'), 'ImportPage'),
});

const editPosition = createRoute({
  ...work('editPosition', employer, false),
  path: '/org/positions/$id',
  component: lazyRouteComponent(() => import('./WritePositionRoute'), 'WritePositionRoute'),
});

const candidates = createRoute({
  ...work('candidates', ['employer_representative', 'station_officer'], false),
  path: '/org/positions/$id/candidates',
  validateSearch: listSearch({}),
  component: lazyRouteComponent(() => import('./CandidatesRoute'), 'CandidatesRoute'),
});

/** Where these pages were before; kept links still lead to them. */
const oldPositions = createRoute({
  ...work('positions', employer, false),
  path: '/me/positions',
  beforeLoad: () => {
    throw redirect({ to: '/org/positions', replace: true });
  },
});

const oldCandidates = createRoute({
  ...work('candidates', ['employer_representative', 'station_officer'], false),
  path: '/positions/$id/matches',
  beforeLoad: ({ params: { id } }) => {
    throw redirect({ to: '/org/positions/$id/candidates', params: { id }, replace: true });
  },
});

/** All of src/ui in all its states, in each shell; not in the build that is delivered. */
const developing =
  import.meta.env.MODE === 'production'
    ? []
    : (['public', 'staff', 'kiosk'] as const).map((shell) =>
        createRoute({
          getParentRoute: () => root,
          path: shell === 'public' ? '/dev/ui' : `/dev/${shell}`,
          staticData: { shell },
          component: lazyRouteComponent(() => import('../../dev/gallery/Gallery'), 'Gallery'),
        }),
      );

/** Apart from the router, so that a test can start it at any address. */
export const routerOptions = {
  routeTree: root.addChildren([
    search,
    position,
    signUp,
    signIn,
    matches,
    profile,
    start,
    desk,
    orgPositions,
    verify,
    newPosition,
    importPositions,
    editPosition,
    candidates,
    oldPositions,
    oldCandidates,
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

/** `//host` and `/\host` would lead to another host. */
function isOwnPath(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next);
}

function stringifySearch(search: Record<string, unknown>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}
