// The list of keyboard shortcuts names what works on the page it is opened on, and turns them off.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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

async function open(path: string): Promise<Page> {
  const page = await (await people.as('station_officer')).newPage();
  await page.goto(url + path);
  await settle(page);
  return page;
}

const list = (page: Page) => page.getByRole('dialog', { name: '键盘快捷键' });
const keys = (page: Page) => list(page).locator('kbd').allTextContents();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

test('each page lists its own', async () => {
  const desk = await open('/desk');
  await desk.keyboard.press('?');
  await list(desk).waitFor();
  expect(await keys(desk)).toEqual(['J', 'J', 'K', 'Ctrl K', '?']);
  await desk.evaluate(axe.source);
  const faults = await desk.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);
  await desk.close();
  const person = await open(`/people/${world.person}`);
  await person.keyboard.press('?');
  await list(person).waitFor();
  expect(await keys(person)).toContain('N');
  expect(await keys(person)).not.toContain('X');
  await person.close();
});

test('a question mark that is typed stays one', async () => {
  const page = await open('/organisations');
  const box = page.locator('main input:not([type=radio], [type=checkbox])').first();
  await box.focus();
  await page.keyboard.type('?');
  expect(await box.inputValue()).toBe('?');
  expect(await list(page).count()).toBe(0);
  await page.close();
});

test('turned off they are gone from the page and the list, and can be had back', async () => {
  const page = await open('/desk');
  await page.keyboard.press('j');
  expect(await focused(page)).toBe('A');
  await page.keyboard.press('?');
  await list(page).getByRole('switch', { name: '启用单键快捷键' }).click();
  await expect.poll(() => keys(page)).toEqual(['Ctrl K']);
  await page.reload();
  await settle(page);
  await page.keyboard.press('j');
  expect(await focused(page)).not.toBe('A');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找或前往' }).waitFor();
  expect(await list(page).count()).toBe(0);
  await page.keyboard.type('快捷键');
  await page.keyboard.press('Enter');
  await list(page).getByRole('switch', { name: '启用单键快捷键' }).click();
  await expect.poll(() => keys(page)).toEqual(['J', 'J', 'K', 'Ctrl K', '?']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await focused(page)).toBe('A');
  await page.close();
});
