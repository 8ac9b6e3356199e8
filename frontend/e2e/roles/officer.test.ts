// The officer's main task by keyboard alone: three due items cleared, and somebody entered, within the
// keystrokes that frontend.md counts (45 for the items; text that is typed is not counted).
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
let browser: Browser;
let page: Page;
let pressed = 0;

async function press(key: string, times = 1) {
  for (let turn = 0; turn < times; turn += 1) await page.keyboard.press(key);
  pressed += times;
}

/** Tab until something of this name has the focus. */
async function tabTo(name: RegExp) {
  for (let turn = 0; turn < 30; turn += 1) {
    await press('Tab');
    const label = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`no ${name} within 30 tabs`);
}

beforeAll(async () => {
  browser = await startBrowser();
  const context = await openContext(browser, url);
  await signIn(context, 'station_officer');
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

/** Opens what has waited longest, and goes to its next step. */
async function openFirst() {
  await page.getByRole('heading', { name: '今天要办' }).waitFor();
  await page.getByRole('rowheader').first().waitFor();
  await settle(page);
  await press('j');
  await press('Enter');
  // In the demonstration world these are representatives.
  await page.getByRole('button', { name: '准许代表' }).waitFor();
  await press('n');
}

test('the three things that wait longest are done within 45 keys', async () => {
  await page.goto(`${url}/desk`);
  for (let turn = 0; turn < 3; turn += 1) {
    await openFirst();
    await press('Enter');
    await page.getByText('可以代表', { exact: true }).waitFor();
    await page.getByRole('link', { name: '去办下一件' }).waitFor();
    await press('n');
    await press('Enter');
  }
  expect(pressed).toBeLessThanOrEqual(45);
});

test('somebody is verified: the paper is ticked, and Enter sends it', async () => {
  const due = await page.request.get(`${url}/api/people?verification=unverified&limit=100`);
  const { items } = await due.json();
  // Without a number nobody can be verified.
  const { id } = items.find((one: { id_number: string | null }) => one.id_number);
  await page.goto(`${url}/people/${id}`);
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await settle(page);
  await press('n');
  await press('Space');
  await press('Enter');
  await page
    .getByText(/身份已核验|核验前要先登记身份证号/)
    .first()
    .waitFor();
});

test('somebody is looked up, not found, and entered', async () => {
  await page.goto(`${url}/people`);
  await settle(page);
  await tabTo(/查人/);
  await page.keyboard.type('申屠远征');
  await press('Enter');
  await page.getByText('辖区里没有查到这个人').waitFor();
  expect(page.url()).not.toContain('%');
  await page.goto(`${url}/people/new`);
  await settle(page);
  await tabTo(/姓名/);
  await page.keyboard.type('申屠远征');
  await tabTo(/手机号/);
  await page.keyboard.type('13000009911');
  await tabTo(/居住地/);
  await page.keyboard.type('曹桥街道');
  await page.getByRole('option').first().waitFor();
  await press('Enter');
  await tabTo(/^登记人员/);
  await press('Enter');
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/people\/[0-9a-f-]{36}$/);
});
