// npm run interactions: how long each press, tap and letter waits for the next picture (INP), on a phone four times
// slower than this machine; the slowest of three rounds. A measurement to look at, not a test: the machine
// it runs on is part of the result.
import { runnerImport } from 'vite';

const ROUNDS = 3;
const load = async (file) => (await runnerImport(`./e2e/${file}`)).module;
const { startServer } = await load('server.ts');
const { openContext, settle, signIn, startBrowser } = await load('browser.ts');
const { People, readWorld } = await load('world.ts');

/** Keeps every interaction's duration, in ms from the finger to the picture, as Event Timing tells it. */
function observe() {
  window.waits = [];
  const keep = (list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) window.waits.push(duration);
  };
  new PerformanceObserver(keep).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

const button = (page, name) => page.getByRole('button', { name }).first();

/** What each role does, step by step: its name, and how; what it waits for is not counted. */
const tasks = {
  veteran: {
    width: 390,
    start: () => '/',
    steps: [
      [
        'a letter in the search',
        (page) => page.getByRole('searchbox').first().pressSequentially('电'),
      ],
      ['search', (page) => page.keyboard.press('Enter'), (page) => page.waitForURL(/positions\?/)],
      ['open the filters', (page) => button(page, /^筛选/).click()],
      [
        'choose a shift',
        (page) => page.getByRole('region', { name: '筛选' }).getByText('长白班').click(),
      ],
      ['close the filters', (page) => button(page, /^看结果/).click()],
      ['open a position', (page) => page.locator('main h3 a').first().click(), matched],
      ['keep it', (page) => button(page, /收藏/).click()],
      ['back', (page) => page.getByRole('link', { name: /返回/ }).click()],
      ['the way of reading', (page) => button(page, /长辈版|阅读/).click()],
    ],
  },
  'veteran with questions': {
    role: 'veteran',
    width: 390,
    start: ({ asked }) => `/positions/${asked}`,
    steps: [
      ['answer a question', (page) => button(page, /^会，加到我的资料$/).click()],
      ['not for me', (page) => button(page, /不合适/).click()],
    ],
  },
  employer_representative: {
    width: 1280,
    start: ({ draftPosition }) => `/org/positions/${draftPosition}`,
    steps: [
      ['a letter of a title', (page) => page.getByLabel('岗位名称').pressSequentially('员')],
      ['a letter of a text', (page) => page.getByLabel('做什么').pressSequentially('好')],
      ['to all positions', (page) => page.getByRole('link', { name: /岗位/ }).first().click()],
      ['open a menu', (page) => button(page, /^办理：/).click()],
      ['close a menu', (page) => page.keyboard.press('Escape')],
    ],
  },
  station_officer: {
    width: 1280,
    start: () => '/desk',
    steps: [
      ['next row', (page) => page.keyboard.press('j')],
      [
        'open it',
        (page) => page.keyboard.press('Enter'),
        (page) => page.waitForURL(/organisations/),
      ],
      ['refuse: a dialog', (page) => button(page, /重新核验|不通过/).click()],
      ['the palette', (page) => page.keyboard.press('Control+k')],
      ['a letter in the palette', (page) => page.keyboard.press('a')],
    ],
  },
};

/** A position that would like to know something of the veteran. */
async function askedAbout(people) {
  const answer = await (await people.as('veteran')).request.get('/api/me/matches?limit=100');
  const { items } = await answer.json();
  return items.find(({ match }) => match.ask.some(({ kind }) => kind === 'skills')).position.id;
}

async function matched(page) {
  await page
    .locator('#match')
    .getByText(/^\d+ 分$/)
    .first()
    .waitFor();
}

const server = await startServer();
const browser = await startBrowser();
const slowest = new Map();
try {
  const people = new People(browser, server.url);
  const found = await readWorld(people);
  for (let round = 0; round < ROUNDS; round += 1) {
    // What was answered in one round is not asked in the next.
    const world = { ...found, asked: await askedAbout(people) };
    for (const [who, { role = who, width, start, steps }] of Object.entries(tasks)) {
      const context = await openContext(browser, server.url, { width });
      await signIn(context, role);
      const page = await context.newPage();
      await page.addInitScript(observe);
      const client = await context.newCDPSession(page);
      await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(server.url + start(world));
      await settle(page);
      for (const [name, act, after] of steps) {
        await page.evaluate(() => {
          window.waits = [];
        });
        await act(page).catch((error) => console.error(`${who}: ${name}: ${error.message}`));
        await after?.(page);
        await settle(page);
        const waits = await page.evaluate(() => window.waits);
        const key = `${who}: ${name}`;
        slowest.set(key, Math.max(slowest.get(key) ?? 0, ...waits));
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
for (const [name, wait] of slowest)
  console.log(`${wait < 16 ? ' < 16' : String(wait).padStart(5)} ms  ${name}`);
