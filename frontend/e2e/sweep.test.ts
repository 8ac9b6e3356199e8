// Every screen in both languages, themes, sizes and widths: no fault that axe finds, nothing asked of
// another host, nothing the security policy refuses, nothing to scroll sideways, nothing too small to hit.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { settle, startBrowser } from './browser.ts';
import { type Screen, screens, type World } from './screens.ts';
import { smallTargets } from './targets.ts';
import { People, readWorld } from './world.ts';

const url = inject('url');
const widths = [1280, 360];
let browser: Browser;
let people: Record<'zh' | 'en', People>;
let world: World;

beforeAll(async () => {
  browser = await startBrowser();
  people = { zh: new People(browser, url), en: new People(browser, url, { locale: 'en' }) };
  world = await readWorld(people.zh);
}, 60_000);

afterAll(async () => {
  await browser.close();
});

// Several pages at once: each waits for its data and its network to be quiet longer than it works.
describe.concurrent.each(['zh', 'en'] as const)('%s', (locale) => {
  test.each(screens)('$name', async (screen) => {
    const { page, foreign, refused } = await open(screen, locale);
    await page.evaluate(axe.source);
    const faults: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const size of ['standard', 'elder']) {
        for (const theme of ['light', 'dark']) {
          await show(page, size, theme);
          const found = await check(page);
          faults.push(...found.map((fault) => `${width} ${size} ${theme}: ${fault}`));
        }
      }
    }
    // Colours that somebody has chosen for all pages, such as white on black.
    await show(page, 'standard', 'light');
    await page.emulateMedia({ forcedColors: 'active' });
    faults.push(...(await check(page)).map((fault) => `forced colours: ${fault}`));
    await page.close();
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
    expect(refused).toEqual([]);
  });

  test.each(screens)('$name: fits narrow screens, and can be hit with a thumb', async (screen) => {
    const { page } = await open(screen, locale);
    const faults: string[] = [];
    for (const [width, size, zoom] of [
      [320, 'standard', 1],
      [360, 'elder', 1],
      // Letters twice as large.
      [1280, 'standard', 2],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await show(page, size, 'light');
      await page.evaluate((times) => {
        document.documentElement.style.fontSize = times === 1 ? '' : `${times * 100}%`;
      }, zoom);
      await nextPicture(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) faults.push(`${width} ${size} ×${zoom}: ${over} px too wide`);
      if (zoom > 1) continue;
      const small = await smallTargets(page);
      faults.push(...small.map((target) => `${width} ${size}: ${target}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});

async function open(screen: Screen, locale: 'zh' | 'en') {
  const page = await (await people[locale].as(screen.as)).newPage();
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !/^(data|blob):/.test(asked)) foreign.push(asked);
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(String(error)));
  await page.goto(url + screen.path(world));
  await settle(page);
  await screen.reach?.(page);
  return { page, foreign, refused };
}

/** As the switches in the header do, without another load. */
async function show(page: Page, size: string, theme: string) {
  await page.evaluate(
    ([chosenSize = '', chosenTheme = '']) => {
      document.documentElement.dataset.size = chosenSize;
      document.documentElement.dataset.theme = chosenTheme;
    },
    [size, theme],
  );
}

/** What goes by how much room there is has seen the new size. */
async function nextPicture(page: Page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

async function check(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    );
  });
}
