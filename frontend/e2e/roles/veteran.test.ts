// The veteran's main task by keyboard alone: a search, the first position, its match read, the position
// kept, within the keystrokes that frontend.md counts (40; text that is typed is not counted). And a
// question of a match answered with one key, after which the score is another.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
interface Ranked {
  match: { ask: { kind: string }[] };
}

let browser: Browser;
let page: Page;
let pressed = 0;

async function press(key: string) {
  await page.keyboard.press(key);
  pressed += 1;
}

/** Tab until something of this name, or in this place, has the focus. */
async function tabTo(found: { name?: RegExp; within?: string }) {
  const { name, within } = found;
  for (let turn = 0; turn < 40; turn += 1) {
    await press('Tab');
    const at = await page.evaluate((place) => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
      return { label, isThere: !place || element?.closest(place) != null };
    }, within);
    if (at.isThere && (!name || name.test(at.label))) return;
  }
  throw new Error(`no ${name} ${within} within 40 tabs`);
}

beforeAll(async () => {
  browser = await startBrowser();
  const context = await openContext(browser, url);
  await signIn(context, 'veteran');
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

test('a position is found, its match read, and kept, within 40 keys', async () => {
  await page.goto(url);
  await settle(page);
  await tabTo({ within: '[role=search]' });
  await page.keyboard.type('安保');
  await press('Enter');
  await page.waitForURL(/\/positions\?q=/);
  await page.locator('main h3 a').first().waitFor();
  await settle(page);
  await tabTo({ within: 'main h3' });
  await press('Enter');
  await page.getByRole('heading', { name: /为什么推荐给您|对不上的地方/ }).waitFor();
  await tabTo({ name: /^收藏$/ });
  await press('Enter');
  await page
    .getByRole('button', { name: '取消收藏' })
    .or(page.getByText('已收藏'))
    .first()
    .waitFor();
  expect(pressed).toBeLessThanOrEqual(40);
});

test('one key answers a question, and the score is another', async () => {
  const matches = await page.request.get(`${url}/api/me/matches?limit=100`);
  const { items } = await matches.json();
  const asked = items.find(({ match }: Ranked) => match.ask.some(({ kind }) => kind === 'skills'));
  await page.goto(`${url}/positions/${asked.position.id}`);
  const answers = page.getByRole('button', { name: '会，加到我的资料' });
  await answers.first().waitFor();
  await settle(page);
  const score = page
    .locator('#match')
    .getByText(/^\d+ 分$/)
    .first();
  const [before, open] = [await score.textContent(), await answers.count()];
  await tabTo({ name: /^会，加到我的资料$/ });
  pressed = 0;
  await press('Enter');
  await expect.poll(() => answers.count()).toBe(open - 1);
  expect(pressed).toBe(1);
  expect(await score.textContent()).not.toBe(before);
});

test('a wish in own words is kept with one press, and a wrong answer leads back to its question', async () => {
  await page.goto(`${url}/me/profile?part=wishes#occupation`);
  await settle(page);
  const next = page.getByRole('button', { name: '下一步' });
  await page.getByRole('combobox').fill('开挖掘机');
  await next.click();
  await page.getByRole('heading', { name: '您愿意在哪里上班？' }).waitFor();
  await next.click();
  const pay = page.getByLabel('月薪不低于（元）');
  await pay.fill('很多');
  await next.click();
  await page.getByRole('alert').getByText('请只填整数，如 6000').waitFor();
  await page.getByRole('button', { name: '上一步' }).click();
  await next.click();
  await pay.fill('7000');
  await next.click();
  await page.getByRole('heading', { name: '您能上哪些班？' }).waitFor();
  await next.click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/\/me\/profile$/);
  const { intentions } = await (await page.request.get(`${url}/api/me/profile`)).json();
  expect(intentions.titles).toContain('开挖掘机');
  expect(intentions.pay_min_fen_month).toBe(700_000);
});

test('a wish that is chosen from the list is kept with its code', async () => {
  await page.goto(`${url}/me/profile?part=wishes#occupation`);
  await settle(page);
  await tabTo({ name: /^工作或职业/ });
  await page.keyboard.type('电工');
  await page.getByRole('option', { name: '电工', exact: true, selected: true }).waitFor();
  await press('Enter');
  await tabTo({ name: /^下一步$/ });
  await press('Enter');
  await page.getByRole('heading', { name: '您愿意在哪里上班？' }).waitFor();
  const { intentions } = await (await page.request.get(`${url}/api/me/profile`)).json();
  expect(intentions.titles).toContain('电工');
  expect(intentions.occupations).toContain('6-31-01-03');
});
