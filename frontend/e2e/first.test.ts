// The public pages as the server wrote them against the same pages once the application has taken over:
// the same title and words in the same order, and nothing that moves under a thumb.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openContext, settle, startBrowser } from './browser.ts';
import type { World } from './screens.ts';
import { People, readWorld } from './world.ts';

const url = inject('url');
let browser: Browser;
let world: World;

beforeAll(async () => {
  browser = await startBrowser();
  world = await readWorld(new People(browser, url));
}, 60_000);

afterAll(async () => {
  await browser.close();
});

const pages: [string, () => string][] = [
  ['home', () => '/'],
  ['search', () => '/positions'],
  ['search-words', () => '/positions?q=%E7%94%B5%E5%B7%A5'],
  ['search-empty', () => '/positions?q=%E5%AE%87%E8%88%AA%E5%91%98&shift=night'],
  ['position', () => `/positions/${world.position}`],
  ['enterprise', () => `/enterprises/${world.enterprise}`],
  ['stations', () => '/stations'],
  ['stations of a place', () => '/stations?division=330482001'],
  ['sign-in', () => '/sign-in'],
  ['sign-up', () => '/sign-up'],
];

interface Seen {
  title: string;
  words: string[];
  /** What stands on the first screen, with its upper edge. */
  headings: { text: string; top: number }[];
}

/** The page at `path`: as the server wrote it while the application is on its way, or taken over. */
async function look(path: string, width: number, isTakenOver: boolean): Promise<Seen> {
  const context = await openContext(browser, url, { width });
  const page = await context.newPage();
  if (!isTakenOver) await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(url + path);
  // Only the application has buttons there.
  if (isTakenOver) await page.locator('header button').first().waitFor();
  await settle(page);
  const main = page.locator('main');
  const words = (await main.innerText()).split(/\s+/).filter(Boolean);
  const headings: Seen['headings'] = [];
  for (const one of await main.locator('h1, h2, h3').all()) {
    const box = await one.boundingBox();
    if (box && box.y < 800) headings.push({ text: await one.innerText(), top: Math.round(box.y) });
  }
  const seen = { title: await page.title(), words, headings };
  await context.close();
  return seen;
}

describe.each(pages)('%s', (_, path) => {
  test.each([390, 1280])('%i px wide', async (width) => {
    const written = await look(path(), width, false);
    const shown = await look(path(), width, true);
    expect(shown.title).toBe(written.title);
    // The application adds what needs it, such as buttons; it says no written word otherwise. Only the
    // filters are another form.
    const words = written.words.filter((word) => word !== '筛选');
    expect(missing(words, shown.words)).toEqual([]);
    expect(written.headings.length).toBeGreaterThan(0);
    for (const [index, { text, top }] of written.headings.entries()) {
      expect(shown.headings[index]?.text).toBe(text);
      const moved = Math.abs((shown.headings[index]?.top ?? Number.NaN) - top);
      expect(moved, `${text} of ${path()}`).toBeLessThan(3);
    }
  });
});

test('files come pressed for whoever reads that, and are not sent twice', async () => {
  const page = await (await fetch(url)).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
  const ask = (headers: Record<string, string>) => fetch(url + script, { headers });
  const pressed = await ask({ 'accept-encoding': 'gzip, br' });
  const plain = await ask({ 'accept-encoding': 'identity' });
  expect(pressed.headers.get('content-encoding')).toBe('br');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await pressed.text()).toBe(await plain.text());
  const etag = pressed.headers.get('etag') ?? '';
  expect(etag).not.toBe(plain.headers.get('etag'));
  const again = await ask({ 'accept-encoding': 'br', 'if-none-match': etag });
  expect([again.status, again.headers.get('vary')]).toEqual([304, 'accept-encoding']);
});

/** The words that are not there in the same order. */
function missing(words: string[], all: string[]): string[] {
  let at = 0;
  return words.filter((word) => {
    const found = all.indexOf(word, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}
