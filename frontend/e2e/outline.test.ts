// The structure of key screens against what is kept in outlines/, so that nobody loses a heading, a
// landmark or the name of a button by accident. MUSTER_UPDATE=1 writes them anew; read what changed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { settle, startBrowser } from './browser.ts';
import { outlineOf } from './outline.ts';
import { screens, type World } from './screens.ts';
import { People, readWorld } from './world.ts';

const url = inject('url');
const folder = join(import.meta.dirname, 'outlines');
const isUpdate = process.env.MUSTER_UPDATE === '1';
/** Not the pages of single positions, people and organisations: other tests change what those are due. */
const key = 'home search sign-in sign-up profile candidates desk people accounts'.split(' ');
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

describe('in the world', () => {
  test.each(key)('%s', async (name) => {
    const screen = screens.find((one) => one.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const page = await (await people.as(screen.as)).newPage();
    await page.goto(url + screen.path(world));
    await settle(page);
    const outline = outlineOf(await page.locator('body').ariaSnapshot());
    await page.close();
    const file = join(folder, `${name}.txt`);
    if (isUpdate) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, outline);
    }
    expect(outline).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});

test('each outline belongs to a screen', () => {
  expect(readdirSync(folder).sort()).toEqual(key.map((name) => `${name}.txt`).sort());
});

test('of data, only what leads to pages is structure', () => {
  const snapshot = `- banner:
  - link "集结号":
    - /url: /
- main:
  - heading "人员" [level=1]
  - button "✓ 待核验 12" [pressed]
  - 'button "导出: 1,284 行"'
  - combobox "镇街":
    - option "当湖街道" [selected]
  - table "人员":
    - rowgroup:
      - row "姓名":
        - columnheader "姓名"
    - rowgroup:
      - row "张**":
        - rowheader "张**":
          - link "张**":
            - /url: /people/01a20e22-883f-70d7-a65c-4e10c0a1bdcb
        - button "显示姓名"
  - list:
    - listitem:
      - heading "电工" [level=3]:
        - link "电工":
          - /url: /positions/01a20e22-883f-70d7-a65c-4e10c0a1bdcb
    - listitem:
      - link "学历":
        - /url: /me/profile?part=education`;
  expect(outlineOf(snapshot)).toBe(`- banner
  - link "集结号"
- main
  - heading "人员" [level=1]
  - button "待核验 #"
  - button "导出: # 行"
  - combobox "镇街"
  - table "人员"
    - columnheader "姓名"
  - link "学历"
`);
});
