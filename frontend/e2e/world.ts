import type { Browser, BrowserContext } from 'playwright-core';
import { type Look, openContext, signIn, signUp } from './browser.ts';
import type { Visitor, World } from './screens.ts';

/** A browser for each kind of visitor, signed in once: the server takes few sign-ins a minute. */
export class People {
  private readonly contexts = new Map<Visitor | undefined, Promise<BrowserContext>>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly look: Partial<Look> = {},
  ) {}

  as(visitor: Visitor | undefined): Promise<BrowserContext> {
    const known = this.contexts.get(visitor);
    if (known) return known;
    const opened = openContext(this.browser, this.url, this.look).then(async (context) => {
      if (visitor === 'newcomer') await signUp(context);
      else await signIn(context, visitor);
      return context;
    });
    this.contexts.set(visitor, opened);
    return opened;
  }

  async close() {
    for (const context of this.contexts.values()) await (await context).close();
  }
}

/** Looks up what the screens need. */
export async function readWorld(people: People): Promise<World> {
  const anybody = await (await people.as(undefined)).request.get('/api/positions?limit=1');
  const employer = await people.as('employer_representative');
  const own = await (await employer.request.get('/api/me/positions')).json();
  const open = own.items.find(({ state }: { state: string }) => state === 'open') ?? own.items[0];
  const draft = own.items.find(({ state }: { state: string }) => state === 'draft') ?? open;
  const [position] = (await anybody.json()).items;
  const officer = await people.as('station_officer');
  const { due } = await (await officer.request.get('/api/desk')).json();
  const isPerson = ({ kind }: { kind: string }) => kind === 'verify_person';
  const isGrant = ({ kind }: { kind: string }) => kind === 'approve_representative';
  const verified = await officer.request.get('/api/people?verification=verified&limit=1');
  const local = await officer.request.get('/api/specialities?origin=local&limit=1');
  return {
    localSpeciality: (await local.json()).items[0].code,
    position: position.id,
    enterprise: position.enterprise.id,
    ownPosition: open.id,
    draftPosition: draft.id,
    person: due.find(isPerson).person_id,
    verifiedPerson: (await verified.json()).items[0].id,
    organisation: due.find(isGrant).organisation_id,
  };
}
