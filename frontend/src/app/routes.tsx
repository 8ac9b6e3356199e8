// Every address of the site, one row each: what may stand in it, who may open it, what it is called,
// what stands around it, and its page, which is loaded when it is opened.

import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session';
import { readAccountsSearch, readJobsSearch } from '../features/access/administration/search';
import { readJournalSearch } from '../features/audit/search';
import { readDeskSearch } from '../features/employers/desk/search';
import { readOrganisationsSearch } from '../features/employers/register/search';
import type { VerifySearch } from '../features/employers/VerifyPage';
import { readProfileSearch } from '../features/people/own/search';
import { readPeopleSearch } from '../features/people/register/search';
import { newestQuery, positionQuery, searchQuery } from '../features/positions/api';
import { readSearch } from '../features/positions/search';
import { Skeleton } from '../ui/feedback/Skeleton';
import { listSearch } from '../ui/list/listSearch';
import { admit, type Context, type Who } from './access';
import { FailedPage } from './FailedPage';
import { NotFoundPage } from './NotFoundPage';
import { queryClient } from './queries';
import { Shell } from './shells/Shell';
import type { Title } from './words';

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  // Who is here decides what stands in the header and on most pages.
  loader: ({ context }) => context.queryClient.prefetchQuery(sessionQuery),
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

const home = createRoute({
  ...open('home'),
  path: '/',
  component: lazyRouteComponent(() => import('./HomeRoute'), 'HomeRoute'),
  loader: ({ context }) => context.queryClient.prefetchQuery(newestQuery),
});

// A loader only starts early what the page itself asks for: how a failure looks is the page's own.
const search = createRoute({
  ...open('search'),
  path: '/positions',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./SearchRoute'), 'SearchRoute'),
  loader: ({ context, location }) =>
    context.queryClient.prefetchQuery(searchQuery(readSearch({ ...location.search }))),
});

const stations = createRoute({
  ...open('stations'),
  path: '/stations',
  validateSearch: ({ division }): { division?: string } =>
    /^\d{6}(\d{3})?$/.test(String(division)) ? { division: String(division) } : {},
  component: lazyRouteComponent(() => import('./StationsRoute'), 'StationsRoute'),
});

const enterprise = createRoute({
  ...open('enterprise'),
  path: '/enterprises/$id',
  component: lazyRouteComponent(() => import('./EnterpriseRoute'), 'EnterpriseRoute'),
});

const saved = createRoute({
  ...open('saved', ['veteran', 'spouse']),
  path: '/me/saved',
  component: lazyRouteComponent(() => import('../features/positions/kept/SavedPage'), 'SavedPage'),
});

const reset = createRoute({
  ...open('reset'),
  path: '/reset',
  component: lazyRouteComponent(() => import('./ResetRoute'), 'ResetRoute'),
});

const position = createRoute({
  ...open('position'),
  path: '/positions/$id',
  component: lazyRouteComponent(() => import('./PositionRoute'), 'PositionRoute'),
  loader: ({ context, params }) => context.queryClient.prefetchQuery(positionQuery(params.id)),
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
  validateSearch: listSearch({}),
  component: lazyRouteComponent(() => import('./MatchesRoute'), 'MatchesRoute'),
});

const profile = createRoute({
  ...open('profile', ['veteran', 'spouse']),
  path: '/me/profile',
  validateSearch: readProfileSearch,
  component: lazyRouteComponent(() => import('./ProfileRoute'), 'ProfileRoute'),
});

const account = createRoute({
  ...open('account', 'signedIn'),
  path: '/me/account',
  component: lazyRouteComponent(() => import('./AccountRoute'), 'AccountRoute'),
});

const start = createRoute({
  ...work('start', 'signedIn'),
  path: '/me',
  component: lazyRouteComponent(() => import('./StartPage'), 'StartPage'),
});

const employer: Who = ['employer_representative'];

const desk = createRoute({
  ...work('employerDesk', employer),
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
    sort: ['valid_until', '-valid_until'] as const,
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

/** The officer's: what is due, the registers of people and of organisations. */
const officer = (title: Title, inMenu = true) => work(title, ['station_officer'], inMenu);

const officerRoutes = [
  createRoute({
    ...officer('desk'),
    path: '/desk',
    validateSearch: readDeskSearch,
    component: lazyRouteComponent(() => import('./staff/DeskRoute'), 'DeskRoute'),
  }),
  createRoute({
    ...officer('people'),
    path: '/people',
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('./staff/PeopleRoute'), 'PeopleRoute'),
  }),
  createRoute({
    ...officer('newPerson', false),
    path: '/people/new',
    component: lazyRouteComponent(
      () => import('../features/people/register/NewPersonPage'),
      'NewPersonPage',
    ),
  }),
  createRoute({
    ...officer('peopleImport', false),
    path: '/people/import',
    component: lazyRouteComponent(
      () => import('../features/people/register/imports/ImportPage'),
      'ImportPage',
    ),
  }),
  createRoute({
    ...officer('person', false),
    path: '/people/$id',
    component: lazyRouteComponent(() => import('./staff/PersonRoute'), 'PersonRoute'),
  }),
  createRoute({
    ...officer('personProfile', false),
    path: '/people/$id/profile',
    component: lazyRouteComponent(() => import('./staff/PersonProfileRoute'), 'PersonProfileRoute'),
  }),
  createRoute({
    ...officer('personMatches', false),
    path: '/people/$id/matches',
    validateSearch: listSearch({}),
    component: lazyRouteComponent(() => import('./staff/PersonMatchesRoute'), 'PersonMatchesRoute'),
  }),
  createRoute({
    ...officer('organisations'),
    path: '/organisations',
    validateSearch: readOrganisationsSearch,
    component: lazyRouteComponent(() => import('./staff/OrganisationsRoute'), 'OrganisationsRoute'),
  }),
  createRoute({
    ...officer('organisation', false),
    path: '/organisations/$id',
    component: lazyRouteComponent(() => import('./staff/OrganisationRoute'), 'OrganisationRoute'),
  }),
] as const;

/** The military map, which officers and administrators keep together; one family of it stands in the search. */
const specialities = createRoute({
  ...work('specialities', ['station_officer', 'system_administrator']),
  path: '/specialities',
  validateSearch: listSearch({ origin: null, form: null }),
  component: lazyRouteComponent(() => import('./staff/SpecialitiesRoute'), 'SpecialitiesRoute'),
});

/** Administration and audit: who may do what, where citizens are sent, what the system did. */
const administrationRoutes = [
  createRoute({
    ...work('accounts', ['security_administrator']),
    path: '/admin/accounts',
    validateSearch: readAccountsSearch,
    component: lazyRouteComponent(() => import('./staff/AccountsRoute'), 'AccountsRoute'),
  }),
  createRoute({
    ...work('stationList', ['system_administrator']),
    path: '/admin/stations',
    component: lazyRouteComponent(
      () => import('../features/stations/administration/StationsPage'),
      'StationsPage',
    ),
  }),
  createRoute({
    ...work('jobs', ['system_administrator']),
    path: '/admin/jobs',
    validateSearch: readJobsSearch,
    component: lazyRouteComponent(() => import('./staff/JobsRoute'), 'JobsRoute'),
  }),
  createRoute({
    ...work('weights', ['system_administrator']),
    path: '/admin/weights',
    component: lazyRouteComponent(() => import('./staff/EngineRoutes'), 'WeightsPage'),
  }),
  createRoute({
    ...work('matchApart', ['system_administrator']),
    path: '/dev/match',
    component: lazyRouteComponent(() => import('./staff/EngineRoutes'), 'MatchApartRoute'),
  }),
  createRoute({
    ...work('matchApart', ['system_administrator'], false),
    path: '/dev/match/$person/$position',
    component: lazyRouteComponent(() => import('./staff/EngineRoutes'), 'MatchApartRoute'),
  }),
  createRoute({
    ...work('journal', ['auditor']),
    path: '/audit',
    validateSearch: readJournalSearch,
    component: lazyRouteComponent(() => import('./staff/JournalRoute'), 'JournalRoute'),
  }),
] as const;
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
    home,
    search,
    stations,
    enterprise,
    saved,
    reset,
    position,
    signUp,
    signIn,
    matches,
    profile,
    account,
    start,
    desk,
    orgPositions,
    verify,
    newPosition,
    importPositions,
    editPosition,
    candidates,
    ...officerRoutes,
    specialities,
    ...administrationRoutes,
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
