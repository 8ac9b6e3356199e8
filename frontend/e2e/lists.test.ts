// Every list that staff and employers work with: while it is on its way, when it fails, when nothing fits
// its filter, in another order, and as a file.
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Role } from '../src/api/types';
import { settle, startBrowser } from './browser.ts';
import type { World } from './screens.ts';
import { People, readWorld } from './world.ts';

const url = inject('url');
let browser: Browser;
let people: People;
let world: World;

beforeAll(async () => {
  browser = await startBrowser();
  people = new People(browser, url);
  world = await readWorld(people);
}, 60_000);

afterAll(async () => {
  await browser.close();
});

interface List {
  as: Role;
  path: () => string;
  /** The call that the list is read with. */
  call: RegExp;
  /** What narrows it. */
  filter?: string;
  /** The head of a column that it can be sorted by. */
  sort?: string;
}

const lists: [string, List][] = [
  [
    'own positions',
    {
      as: 'employer_representative',
      path: () => '/org/positions',
      call: /\/api\/me\/positions\?/,
      filter: 'state=paused',
      sort: '有效期至',
    },
  ],
  [
    'candidates',
    {
      as: 'employer_representative',
      path: () => `/org/positions/${world.ownPosition}/candidates`,
      call: /\/api\/positions\/[^/]+\/matches\?/,
    },
  ],
  [
    'people',
    {
      as: 'station_officer',
      path: () => '/people?verification=verified',
      call: /\/api\/people\?/,
      filter: 'verification=verified',
      sort: '建档时间',
    },
  ],
  [
    'organisations',
    {
      as: 'station_officer',
      path: () => '/organisations',
      call: /\/api\/organisations\?/,
      filter: 'kind=association',
      sort: '登记时间',
    },
  ],
  [
    'accounts',
    {
      as: 'security_administrator',
      path: () => '/admin/accounts',
      call: /\/api\/accounts\?/,
      filter: 'state=disabled',
    },
  ],
  [
    'the journal',
    {
      as: 'auditor',
      path: () => '/audit',
      call: /\/api\/journal\?/,
      filter: 'event=person_revealed',
    },
  ],
];

const json = (status: number, body: unknown) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
const rows = (page: Page) => page.getByRole('table').getByRole('rowheader');

describe.each(lists)('%s', (_, { as, path, call, filter, sort }) => {
  const open = async () => (await people.as(as)).newPage();

  test('on its way: says so', async () => {
    const page = await open();
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(call, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(url + path());
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('正在读取……').first().waitFor();
    expect(await faults(page)).toEqual([]);
    release();
    await rows(page).first().waitFor();
    expect(await page.getByText('正在读取……').count()).toBe(0);
    await page.close();
  });

  test('failing: says what to do, and a second try brings it', async () => {
    const page = await open();
    await page.route(call, json(500, { code: 'internal', title: 'x', status: 500 }));
    await page.goto(url + path());
    const again = page.getByRole('alert').getByRole('button', { name: '再试一次' });
    await again.waitFor();
    expect(await faults(page)).toEqual([]);
    await page.unroute(call);
    await again.click();
    await rows(page).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  test.skipIf(!filter)('nothing fits: the filter can be taken off', async () => {
    const page = await open();
    await page.route(call, json(200, { items: [], next: null, total: 0 }));
    await page.goto(`${url}${path().split('?')[0]}?${filter}`);
    await page.getByText('没有符合这些条件的').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.unroute(call);
    await page.getByRole('button', { name: '清除筛选' }).first().click();
    await page.waitForURL((at) => !at.search.includes(filter ?? ''));
    await page.close();
  });

  test.skipIf(!sort)('in another order, which the address keeps', async () => {
    const page = await open();
    await page.goto(url + path());
    await rows(page).first().waitFor();
    const head = page.getByRole('columnheader', { name: sort });
    for (const [order, sign] of [
      ['ascending', /[?&]sort=[a-z_]+/],
      ['descending', /[?&]sort=-[a-z_]+/],
    ] as const) {
      await head.getByRole('button').click();
      await page.waitForURL(sign);
      await settle(page);
      expect(await head.getAttribute('aria-sort')).toBe(order);
    }
    await page.close();
  });

  test('as a file of as many rows as it says', async () => {
    const page = await open();
    await page.goto(url + path());
    await rows(page).first().waitFor();
    const button = page.getByRole('button', { name: /^导出当前筛选的 [\d,]+ 行$/ });
    const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(saved.suggestedFilename()).toMatch(/^[^a-z]+\.xlsx$/);
    const file = readFileSync(await saved.path());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    await page.close();
  });
});

test('a view saved at one desk is there at another, and gone when it is removed', async () => {
  const desk = await (await people.as('station_officer')).newPage();
  await desk.goto(`${url}/people?division=330482001&verification=refused&sort=created_at`);
  await desk.getByRole('button', { name: '保存这组筛选' }).click();
  await desk.getByLabel('起个名字').fill('再看一遍');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await desk.getByRole('button', { name: /^(✓ ?)?再看一遍$/ }).waitFor();
  const other = new People(browser, url);
  const page = await (await other.as('station_officer')).newPage();
  await page.goto(`${url}/people?verification=unverified`);
  await page.getByRole('button', { name: /^(✓ ?)?再看一遍$/ }).click();
  await page.waitForURL(/verification=refused/);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('created_at');
  expect(await faults(page)).toEqual([]);
  const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: '删除“再看一遍”' }).click();
  // Whoever closes the notice has thought it over.
  await page.getByRole('button', { name: '不再显示' }).click();
  expect((await gone).status()).toBe(204);
  await desk.reload();
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await settle(desk);
  expect(await desk.getByRole('button', { name: /^(✓ ?)?再看一遍$/ }).count()).toBe(0);
  await other.close();
  await desk.close();
});

test.each<[Role, string, RegExp]>([
  ['station_officer', '/desk?kind=verify_person', /^今天要办.*\.xlsx$/],
  ['system_administrator', '/admin/stations', /^服务站.*\.xlsx$/],
])('%s takes %s along as a file', async (as, path, name) => {
  const page = await (await people.as(as)).newPage();
  await page.goto(url + path);
  const button = page.getByRole('button', { name: /^导出当前筛选的 [\d,]+ 行$/ });
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(saved.suggestedFilename()).toMatch(name);
  await page.close();
});

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
  });
}
