// The kit by keyboard alone and under axe, in the build for tests, which has /dev/ui.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openContext, settle, startBrowser } from './browser.ts';
import { startFront } from './front.ts';
import type { Running } from './server.ts';
import { smallTargets } from './targets.ts';

const dist = resolve(import.meta.dirname, '../dist-test');
let front: Running;
let browser: Browser;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  await build({ mode: 'test', logLevel: 'error', build: { outDir: dist } });
  front = await startFront(dist, inject('url'));
  browser = await startBrowser();
  const context = await openContext(browser, front.url);
  page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(String(error)));
  await page.goto(`${front.url}/dev/ui`);
  await settle(page);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await front.stop();
});

async function faults(): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // Each sample stands alone on a real page; together they repeat a heading of the first level.
    const rules = {
      'heading-order': { enabled: false },
      'page-has-heading-one': { enabled: false },
    };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    );
  });
}

describe.each([1280, 360])('%i px wide', (width) => {
  test.each(['standard', 'elder'])('%s', async (size) => {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark']) {
      await page.evaluate(
        ([chosenSize = '', chosenTheme = '']) => {
          document.documentElement.dataset.size = chosenSize;
          document.documentElement.dataset.theme = chosenTheme;
        },
        [size, theme],
      );
      expect(await faults()).toEqual([]);
    }
    expect(await smallTargets(page)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

describe('by keyboard', () => {
  beforeAll(async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.reload();
    await settle(page);
  });

  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

  test('a dialog keeps the focus, and gives it back', async () => {
    await page.getByRole('button', { name: '撤回推荐' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '撤回对张** 的推荐？' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('撤回推荐');
  });

  test('a drawer closes on Escape', async () => {
    await page.getByRole('button', { name: '看详情' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '张**' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('看详情');
  });

  test('a menu: arrows, letters, Escape', async () => {
    await page.getByRole('button', { name: '移到', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('面试');
    await page.keyboard.press('End');
    expect(await focused()).toBe('不合适');
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('移到');
  });

  test('a combo box: type, arrow, Enter', async () => {
    const box = page.getByRole('combobox', { name: '职业' });
    await box.focus();
    await page.keyboard.type('车');
    await page.getByRole('option', { name: /数控车工/ }).waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('数控车工');
    await page.keyboard.press('Tab');
  });

  test('tabs: arrows', async () => {
    await page.getByRole('tab', { name: /例外/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('全部 143 笔。').waitFor();
  });

  test('a table: J, K, X', async () => {
    await page.getByRole('rowheader').first().getByRole('link').focus();
    await page.keyboard.press('j');
    expect(await focused()).toBe('李**');
    await page.keyboard.press('x');
    await page.getByText('已选 1 项').waitFor();
    await page.keyboard.press('k');
    expect(await focused()).toBe('张**');
  });

  test('a form that lacks something: summary in focus, links to fields', async () => {
    await page.getByRole('button', { name: '发布岗位' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '有几处需要改一下' }).waitFor();
    expect(await page.title()).toContain('错误');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const id = await page.evaluate(() => document.activeElement?.id);
    expect(id).toBe('field-title');
    expect(await faults()).toEqual([]);
  });

  test('a toast: said, and taken back with Ctrl+Z', async () => {
    await page.getByRole('button', { name: '移到面试' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '撤销', exact: true }).waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Control+z');
    await page.getByText('已移回沟通中').first().waitFor();
  });

  test('the palette: Ctrl+K, type, Enter', async () => {
    const context = page.context();
    const staff = await context.newPage();
    await staff.goto(`${front.url}/dev/staff`);
    await settle(staff);
    await staff.keyboard.press('Control+k');
    await staff.getByRole('combobox', { name: '查找或前往' }).waitFor();
    await staff.keyboard.type('dark');
    await staff.keyboard.press('Enter');
    await staff.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await staff.close();
  });
});

describe('charts', () => {
  const chart = (says: RegExp) => page.getByRole('figure').filter({ hasText: says });

  test('are drawn in the colours of the page, which change with its theme', async () => {
    const bars = page.getByRole('img', { name: /^当湖街道推荐就业/ }).locator('svg');
    for (const [theme, colour] of [
      ['light', /fill="rgb\(23, 96, 63\)"/],
      ['dark', /fill="rgb\(111, 207, 156\)"/],
    ] as const) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      await expect.poll(() => bars.innerHTML()).toMatch(colour);
    }
    expect(await bars.innerHTML()).toContain('1,312');
    expect(await bars.locator('pattern').count()).toBeGreaterThan(0);
  });

  test('point at the number with its unit', async () => {
    const lines = page.getByRole('img', { name: /^六个月里/ });
    await lines.hover();
    await expect.poll(() => lines.locator('svg').textContent()).toMatch(/\d 人/);
  });

  test('give their numbers as a table, and as a file', async () => {
    const own = chart(/^推荐的 420 人里/);
    await own.getByRole('button', { name: '看数据' }).focus();
    await page.keyboard.press('Enter');
    await own.getByRole('table', { name: '推荐的 420 人里，168 人上岗' }).waitFor();
    expect(await own.getByRole('row').count()).toBe(6);
    expect(await own.getByRole('columnheader').allTextContents()).toEqual([
      '从',
      '到',
      '数量（人）',
    ]);
    expect(await faults()).toEqual([]);
    const save = own.getByRole('button', { name: '下载这些数据（CSV）' });
    const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text.startsWith('\ufeff从,到,数量（人）\r\n推荐,面试,260\r\n')).toBe(true);
    await own.getByRole('button', { name: '看图' }).click();
    await own.locator('svg').waitFor();
  });

  test('more series than can be told apart are a table at once', async () => {
    const own = chart(/^七种工作里/);
    expect(await own.getByRole('table').count()).toBe(1);
    expect(await own.locator('svg').count()).toBe(0);
  });

  test('have one size on paper', async () => {
    await page.emulateMedia({ media: 'print' });
    const svg = page.getByRole('img', { name: /^第二季度/ }).locator('svg');
    await expect.poll(() => svg.getAttribute('width')).toBe('640');
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => svg.getAttribute('width')).not.toBe('640');
  });
});

test('nothing of all that was refused by the security policy, or failed', () => {
  expect(refused).toEqual([]);
});
