// A position that was posted twice: one in the list, both on its page, told to the employer; and words that another
// enterprise took over, on the officer's desk.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

interface Card {
  id: string;
  duplicates: number;
  enterprise: { id: string };
}

/** The one that stands for two in the demonstration world. */
async function repeated(): Promise<Card> {
  let cursor = '';
  for (;;) {
    const answer = await fetch(`${url}/api/positions?limit=100${cursor && `&cursor=${cursor}`}`);
    const page = (await answer.json()) as { items: Card[]; next?: string };
    const found = page.items.find(({ duplicates }) => duplicates > 0);
    if (found) return found;
    if (!page.next) throw new Error('the demonstration has no position that was posted twice');
    cursor = page.next;
  }
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await settle(page);
  return page;
}

test('a list shows one of two, and leads to both', async () => {
  const { enterprise, id } = await repeated();
  const context = await openContext(browser, url);
  const page = await open(context, `/positions/${id}`);
  const other = page.locator('#same a');
  expect(await other.count()).toBe(1);
  const title = await other.textContent();
  await other.click();
  await page.waitForURL((address) => !address.pathname.endsWith(id));
  await settle(page);
  expect(await page.locator('main h1').textContent()).toBe(title);
  // And back by the other's own list.
  expect(await page.locator('#same a').getAttribute('href')).toBe(`/positions/${id}`);

  // Where all of an enterprise's are listed, nothing is left out; where one stands for both, it says so.
  const all = await open(context, `/enterprises/${enterprise.id}`);
  expect(await all.getByText('个相同岗位').count()).toBe(0);
  await context.close();
});

test('a card leads to the others', async () => {
  const { id } = await repeated();
  const context = await openContext(browser, url);
  const detail = await (await fetch(`${url}/api/positions/${id}`)).json();
  const page = await open(context, `/positions?q=${encodeURIComponent(detail.title)}`);
  const more = page.locator(`a[href="/positions/${id}#same"]`);
  expect(await more.textContent()).toBe('另有 1 个相同岗位');
  await more.click();
  await page.waitForURL(new RegExp(`/positions/${id}#same$`));
  // The page of the position may still be on its way when its address already stands.
  await page.locator('#same').waitFor({ state: 'visible' });
  await context.close();
});

test('whoever writes it is told which one it repeats', async () => {
  const { id } = await repeated();
  const context = await openContext(browser, url);
  await signIn(context, 'employer_representative');
  const page = await open(context, `/org/positions/${id}`);
  await page.getByText('和您单位的一个岗位基本相同').waitFor();
  const link = page.locator('main form [role=status] a');
  expect(await link.getAttribute('href')).toMatch(/^\/org\/positions\//);
  expect(await link.getAttribute('href')).not.toContain(id);
  await context.close();
});

test('the officer sees words that two enterprises share', async () => {
  const context = await openContext(browser, url);
  await signIn(context, 'station_officer');
  const page = await open(context, '/desk');
  await page.getByRole('heading', { name: '文字几乎一样的岗位' }).waitFor();
  const names = page.locator('section[aria-labelledby=copies] li a[href^="/organisations/"]');
  expect(await names.count()).toBeGreaterThanOrEqual(2);
  expect(await names.nth(0).textContent()).not.toBe(await names.nth(1).textContent());
  await context.close();
});
