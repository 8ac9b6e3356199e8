// Every screen once: its row in the table of routes, who looks at it, and an address with something to
// see. A route that is missing here fails src/app/routes.test.ts.
import type { Page } from 'playwright-core';
import type { Role } from '../src/api/types';
import type { Question } from '../src/features/people/first/answers';

/** What stands in the demonstration world, found when the tests begin. */
export interface World {
  position: string;
  enterprise: string;
  /** Of the employer whose representative signs in. */
  ownPosition: string;
  /** Of the officer's district: somebody to verify, and somebody with much to show. */
  person: string;
  verifiedPerson: string;
  organisation: string;
  /** Of the same employer: one with unlawful words. */
  draftPosition: string;
  /** A family of the military map that the city added. */
  localSpeciality: string;
}

export interface Screen {
  route: string;
  /** Names its pictures. */
  name: string;
  as?: Visitor;
  path: (world: World) => string;
  /** What is done there first, in whatever language: to what no address leads. */
  reach?: (page: Page) => Promise<void>;
}

/** Somebody with a role, or who has signed up and not opened a profile yet. */
export type Visitor = Role | 'newcomer';

/** The questions by which a profile is opened: what was answered stands in no address. */
function firstQuestion(question: Question, answers: readonly ((page: Page) => Promise<void>)[]) {
  return {
    route: '/me/profile',
    name: `first-${question}`,
    as: 'newcomer',
    path: () => '/me/profile',
    reach: async (page) => {
      for (const answer of answers) {
        const { hash } = new URL(page.url());
        await answer(page);
        await page.locator('main form button[type=submit]').click();
        await page.waitForURL((url) => url.hash !== hash);
      }
    },
  } satisfies Screen;
}

const giveName = (page: Page) => page.fill('#field-name', '王建国');
const goOn = async () => {};
const chooseHome = (page: Page) =>
  page.locator('main form [type=radio]').first().check({ force: true });

export const screens: readonly Screen[] = [
  { route: '/', name: 'home', path: () => '/' },
  { route: '/', name: 'home-veteran', as: 'veteran', path: () => '/' },
  { route: '/stations', name: 'stations', path: () => '/stations' },
  { route: '/reset', name: 'reset', path: () => '/reset' },
  { route: '/me/saved', name: 'saved', as: 'veteran', path: () => '/me/saved' },
  {
    route: '/enterprises/$id',
    name: 'enterprise',
    path: ({ enterprise }) => `/enterprises/${enterprise}`,
  },
  { route: '/positions', name: 'search', path: () => '/positions' },
  {
    route: '/positions',
    name: 'search-empty',
    path: () => '/positions?q=%E5%AE%87%E8%88%AA%E5%91%98&shift=night',
  },
  { route: '/positions', name: 'search-veteran', as: 'veteran', path: () => '/positions' },
  { route: '/positions/$id', name: 'position', path: ({ position }) => `/positions/${position}` },
  {
    route: '/positions/$id',
    name: 'position-veteran',
    as: 'veteran',
    path: ({ position }) => `/positions/${position}`,
  },
  { route: '/sign-in', name: 'sign-in', path: () => '/sign-in' },
  { route: '/sign-up', name: 'sign-up', path: () => '/sign-up' },
  { route: '/me/matches', name: 'matches', as: 'veteran', path: () => '/me/matches' },
  { route: '/me/account', name: 'account', as: 'veteran', path: () => '/me/account' },
  {
    route: '/me/profile',
    name: 'profile-service',
    as: 'veteran',
    path: () => '/me/profile?part=service',
  },
  {
    route: '/me/profile',
    name: 'profile-service-new',
    as: 'veteran',
    path: () => '/me/profile?part=service&entry=new',
  },
  {
    route: '/me/profile',
    name: 'profile-basic',
    as: 'veteran',
    path: () => '/me/profile?part=basic',
  },
  {
    route: '/me/profile',
    name: 'profile-basic-edit',
    as: 'veteran',
    path: () => '/me/profile?part=basic&entry=edit',
  },
  {
    route: '/me/profile',
    name: 'profile-work',
    as: 'veteran',
    path: () => '/me/profile?part=work',
  },
  {
    route: '/me/profile',
    name: 'profile-certificates',
    as: 'veteran',
    path: () => '/me/profile?part=certificates',
  },
  {
    route: '/me/profile',
    name: 'profile-skills',
    as: 'veteran',
    path: () => '/me/profile?part=skills',
  },
  {
    route: '/me/profile',
    name: 'profile-wishes',
    as: 'veteran',
    path: () => '/me/profile?part=wishes',
  },
  {
    route: '/me/profile',
    name: 'profile-wishes-place',
    as: 'veteran',
    path: () => '/me/profile?part=wishes#place',
  },
  {
    route: '/me/profile',
    name: 'profile-wishes-shift',
    as: 'veteran',
    path: () => '/me/profile?part=wishes#shift',
  },
  {
    route: '/me/profile',
    name: 'profile-claim',
    as: 'veteran',
    path: () => '/me/profile?part=claim',
  },
  {
    route: '/me/profile',
    name: 'profile-certificates-new',
    as: 'veteran',
    path: () => '/me/profile?part=certificates&entry=new',
  },
  {
    route: '/me/profile',
    name: 'profile-certificates-licence',
    as: 'veteran',
    path: () => '/me/profile?part=certificates&entry=licence',
  },
  { route: '/me/profile', name: 'profile', as: 'veteran', path: () => '/me/profile' },
  firstQuestion('who', []),
  firstQuestion('phone', [giveName]),
  firstQuestion('home', [giveName, goOn]),
  firstQuestion('agree', [giveName, goOn, chooseHome]),
  firstQuestion('check', [giveName, goOn, chooseHome, goOn]),
  { route: '/me/matches', name: 'matches-newcomer', as: 'newcomer', path: () => '/me/matches' },
  { route: '/positions', name: 'search-newcomer', as: 'newcomer', path: () => '/positions' },
  { route: '/me', name: 'start', as: 'station_officer', path: () => '/me' },
  { route: '/me', name: 'not-for-you', as: 'station_officer', path: () => '/me/profile' },
  { route: '/me', name: 'not-found', path: () => '/no-such-page' },
  { route: '/org', name: 'org-desk', as: 'employer_representative', path: () => '/org' },
  {
    route: '/org/verify',
    name: 'org-verify',
    as: 'employer_representative',
    path: () => '/org/verify',
  },
  {
    route: '/org/verify',
    name: 'org-register',
    as: 'employer_representative',
    path: () => '/org/verify?form=register',
  },
  {
    route: '/org/positions',
    name: 'org-positions',
    as: 'employer_representative',
    path: () => '/org/positions',
  },
  {
    route: '/org/positions/new',
    name: 'org-new',
    as: 'employer_representative',
    path: () => '/org/positions/new',
  },
  {
    route: '/org/positions/import',
    name: 'org-import',
    as: 'employer_representative',
    path: () => '/org/positions/import',
  },
  {
    route: '/org/positions/$id',
    name: 'org-edit',
    as: 'employer_representative',
    path: ({ draftPosition }) => `/org/positions/${draftPosition}`,
  },
  {
    route: '/org/positions/$id/candidates',
    name: 'candidates',
    as: 'employer_representative',
    path: ({ ownPosition }) => `/org/positions/${ownPosition}/candidates`,
  },
  // Where the last two were before; they lead on.
  {
    route: '/me/positions',
    name: 'old-positions',
    as: 'employer_representative',
    path: () => '/me/positions',
  },
  {
    route: '/positions/$id/matches',
    name: 'old-candidates',
    as: 'employer_representative',
    path: ({ ownPosition }) => `/positions/${ownPosition}/matches`,
  },
  {
    route: '/desk',
    name: 'desk',
    as: 'station_officer',
    path: () => '/desk',
  },
  {
    route: '/people',
    name: 'people',
    as: 'station_officer',
    path: () => '/people?verification=unverified',
  },
  {
    route: '/people',
    name: 'people-no-filter',
    as: 'station_officer',
    path: () => '/people',
  },
  {
    route: '/people/new',
    name: 'new-person',
    as: 'station_officer',
    path: () => '/people/new',
  },
  {
    route: '/people/import',
    name: 'people-import',
    as: 'station_officer',
    path: () => '/people/import',
  },
  {
    route: '/people/$id',
    name: 'person',
    as: 'station_officer',
    path: ({ person }) => `/people/${person}`,
  },
  {
    route: '/people/$id/profile',
    name: 'person-profile',
    as: 'station_officer',
    path: ({ verifiedPerson }) => `/people/${verifiedPerson}/profile`,
  },
  {
    route: '/people/$id/matches',
    name: 'person-matches',
    as: 'station_officer',
    path: ({ verifiedPerson }) => `/people/${verifiedPerson}/matches`,
  },
  {
    route: '/organisations',
    name: 'organisations',
    as: 'station_officer',
    path: () => '/organisations',
  },
  {
    route: '/organisations/$id',
    name: 'organisation',
    as: 'station_officer',
    path: ({ organisation }) => `/organisations/${organisation}`,
  },
  {
    route: '/specialities',
    name: 'specialities',
    as: 'station_officer',
    path: () => '/specialities',
  },
  {
    route: '/specialities',
    name: 'speciality-waiting',
    as: 'system_administrator',
    path: () => '/specialities?sel=vehicle_repair',
  },
  {
    route: '/specialities',
    name: 'speciality-local',
    as: 'station_officer',
    path: ({ localSpeciality }) => `/specialities?sel=${localSpeciality}`,
  },
  {
    route: '/specialities',
    name: 'speciality-edit',
    as: 'station_officer',
    path: () => '/specialities?sel=cooking&form=edit',
  },
  {
    route: '/specialities',
    name: 'speciality-new',
    as: 'station_officer',
    path: () => '/specialities?form=new',
  },
  {
    route: '/admin/accounts',
    name: 'accounts',
    as: 'security_administrator',
    path: () => '/admin/accounts',
  },
  {
    route: '/admin/stations',
    name: 'stations-administration',
    as: 'system_administrator',
    path: () => '/admin/stations',
  },
  {
    route: '/admin/jobs',
    name: 'jobs',
    as: 'system_administrator',
    path: () => '/admin/jobs',
  },
  {
    route: '/admin/weights',
    name: 'weights',
    as: 'system_administrator',
    path: () => '/admin/weights',
  },
  {
    route: '/dev/match',
    name: 'match-apart',
    as: 'system_administrator',
    path: () => '/dev/match',
  },
  {
    route: '/dev/match/$person/$position',
    name: 'match-apart-one',
    as: 'system_administrator',
    path: ({ verifiedPerson, position }) => `/dev/match/${verifiedPerson}/${position}`,
  },
  {
    route: '/audit',
    name: 'journal',
    as: 'auditor',
    path: () => '/audit',
  },
];
