// The kit by keyboard alone and under axe, in the build for tests, which has /dev/ui.
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

beforeAll(async () => {
  await build({ mode: 'test', logLevel: 'error', build: { outDir: dist } });
  front = await startFront(dist, inject('url'));
  browser = await startBrowser();
  const context = await openContext(browser, front.url);
  page = await context.newPage();
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
