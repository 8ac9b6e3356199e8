// The employer's main task by keyboard alone: a position written from another one, and published.
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
/** Besides the text itself. */
const KEYS_MAX = 60;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let keys = 0;

beforeAll(async () => {
  browser = await startBrowser();
  context = await openContext(browser, url);
  await signIn(context, 'employer_representative');
  page = await context.newPage();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

async function press(key: string) {
  keys += 1;
  await page.keyboard.press(key);
}

/** Goes on with Tab until what has the focus is called so. */
async function tabTo(name: RegExp) {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`) : null;
      return label?.textContent || at?.getAttribute('aria-label') || at?.textContent || '';
    });
  while (!name.test(await focused())) {
    if (keys > KEYS_MAX) throw new Error(`${name} was not reached: ${await focused()}`);
    await press('Tab');
  }
}

test('a position is written from another one and published', async () => {
  await page.goto(`${url}/org/positions?state=open`);
  await settle(page);
  await tabTo(/^跳到正文/);
  await press('Enter');
  await tabTo(/^办理：/);
  await press('Enter');
  await press('Enter');
  await page.getByRole('heading', { name: '修改岗位' }).waitFor();
  await tabTo(/^岗位名称/);
  await press('Control+A');
  await page.keyboard.type('夜班巡检电工');
  await page.getByRole('heading', { name: '夜班巡检电工' }).waitFor();
  await page.getByText(/^按此条件/).waitFor();
  await press('Enter');
  await page.waitForURL(`${url}/org/positions`);
  await page.getByText('已发布“夜班巡检电工”').first().waitFor();
  await page.getByRole('link', { name: '夜班巡检电工' }).waitFor();
  console.info(`keys besides text: ${keys}`);
  expect(keys).toBeLessThanOrEqual(KEYS_MAX);
});

test('an unlawful word is explained where it stands, and stops the publishing', async () => {
  await page.goto(`${url}/org/positions/new`);
  await settle(page);
  await page.getByLabel('岗位名称').fill('仓库管理员');
  const work = page.getByLabel('做什么');
  await work.fill('负责收货发货和盘点，限男性。');
  await page.getByText('“限男性”不能写').or(page.getByText('“男性”不能写')).first().waitFor();
  await page.getByLabel('待遇按').selectOption('');
  await page.getByRole('button', { name: '保存并发布' }).click();
  await page.getByRole('alert').getByRole('heading', { name: '有几处需要改一下' }).waitFor();
  expect(await work.inputValue()).toContain('限男性');
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
  });
  expect(faults).toEqual([]);
});

test('a pause is taken back with Ctrl+Z', async () => {
  await page.goto(`${url}/org/positions?state=open`);
  await settle(page);
  const menu = page.getByRole('button', { name: '办理：夜班巡检电工' });
  await menu.click();
  await page.getByRole('menuitem', { name: '暂停' }).click();
  await menu.waitFor({ state: 'hidden' });
  await page
    .getByText(/^已暂停“夜班巡检电工”/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^撤销/ }).waitFor();
  await page.keyboard.press('Control+z');
  await menu.waitFor();
});
