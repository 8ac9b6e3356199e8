// Tables that cannot be taken as they are: the words say what to do, and doing it leads on.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
let browser: Browser;
const pages: Partial<Record<'people' | 'positions', Page>> = {};

beforeAll(async () => {
  browser = await startBrowser();
  const desk = await openContext(browser, url);
  await signIn(desk, 'station_officer');
  pages.people = await desk.newPage();
  const employer = await openContext(browser, url);
  await signIn(employer, 'employer_representative');
  pages.positions = await employer.newPage();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

const paths = { people: '/people/import', positions: '/org/positions/import' };

/** Chooses the file; where a button tries it, presses that as well. */
async function choose(kind: keyof typeof paths, name: string, content: string | Buffer) {
  const page = pages[kind];
  if (!page) throw new Error(kind);
  await page.goto(`${url}${paths[kind]}`);
  await settle(page);
  const buffer = Buffer.from(content as string);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  const tried = page.getByRole('button', { name: '试读表格' });
  if ((await tried.count()) > 0) await tried.click();
  return page;
}

/** Chinese in an encoding that no office program writes: half characters. */
const broken = Buffer.from([0xd0, 0xd5, 0xff, 0x2c, 0xbe, 0xff, 0x0a, 0xc3]);

test.each(['people', 'positions'] as const)('%s: an empty file is told of', async (kind) => {
  const page = await choose(kind, 'a.csv', '');
  await page.getByText('“a.csv”是空的。请打开看看有没有内容').first().waitFor();
});

test.each(['people', 'positions'] as const)('%s: nothing but headers', async (kind) => {
  const page = await choose(kind, 'a.csv', '姓名,居住地,手机号\n');
  await page.getByRole('heading', { name: /^没能读出这个.*请改好再选一次$/ }).waitFor();
  await page.getByText('表头下面没有内容').waitFor();
});

test.each(['people', 'positions'] as const)('%s: another kind of file', async (kind) => {
  const page = await choose(kind, 'a.xls', 'old');
  await page.getByText('请用 Excel 或 WPS 另存为 .xlsx，再选一次').first().waitFor();
});

test.each(['people', 'positions'] as const)('%s: an encoding that nobody reads', async (kind) => {
  const page = await choose(kind, 'a.csv', broken);
  await page.getByText(/编码认不出来；请另存为 \.xlsx/).waitFor();
});

test('people: a column that was not recognised is chosen, and the file is tried with it', async () => {
  const page = await choose('people', 'a.csv', '谁,居住地,手机号\n申屠远,当湖街道,13900000931\n');
  await page.getByText('表头里有必须的列没认出来').waitFor();
  await page.getByLabel('姓名').selectOption('谁');
  await page.getByText('试读完成，还没有写入').waitFor();
  expect(await page.getByLabel('姓名').inputValue()).toBe('谁');
});

test('positions: a column that was not recognised is chosen, and the table is tried again', async () => {
  const page = await choose(
    'positions',
    'a.csv',
    '招什么,工作地区,岗位描述\n仓库盘点员,乍浦镇,每天在仓库收货、发货和盘点，双休。\n',
  );
  await page.getByText('表头里有必须的列没认出来').waitFor();
  await page.getByLabel(/^岗位名称/).selectOption('招什么');
  await page.getByRole('button', { name: '按新的对应关系再读一次' }).click();
  await page.getByRole('heading', { name: '读到 1 行' }).waitFor();
  expect(await page.getByLabel(/^岗位名称/).inputValue()).toBe('招什么');
});
