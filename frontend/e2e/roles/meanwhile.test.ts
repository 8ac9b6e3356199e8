// Somebody else was faster: what both changed is shown side by side, and nothing that was typed is lost.
// And what undo says it does is what it does.
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  context = await openContext(browser, url);
  await signIn(context, 'employer_representative');
  page = await context.newPage();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

const read = async (path: string) => (await context.request.get(`${url}${path}`)).json();

/** As a colleague at another computer does it. */
async function put(path: string, version: number, data: unknown) {
  const { csrf_token: token } = await read('/api/session');
  const headers = {
    'content-type': 'application/json',
    'if-match': `"${version}"`,
    'x-csrf-token': token,
    'idempotency-key': crypto.randomUUID(),
  };
  const answer = await page.evaluate(
    async ([to = '', init]) => (await fetch(to as string, init as RequestInit)).status,
    [path, { method: 'PUT', headers, body: JSON.stringify(data) }] as const,
  );
  expect(answer).toBe(200);
}

type Known = Record<string, never>;

/** The fields of a position as they are sent. */
function inputOf(position: Known) {
  const { title, headcount, address, degree_min, experience_years_min, shift, housing } = position;
  const { veteran_preference, requirements, description, contact, valid_until } = position;
  const { occupation, division, pay } = position as unknown as {
    occupation: { code: string } | null;
    division: { code: string };
    pay: { unit: string; min_fen: number; max_fen: number; months_per_year: number } | null;
  };
  return {
    ...{ title, headcount, address, degree_min, experience_years_min, shift, housing },
    ...{ veteran_preference, requirements, description, contact, valid_until },
    occupation: occupation?.code ?? null,
    division: division.code,
    pay: pay && {
      unit: pay.unit,
      min: pay.min_fen,
      max: pay.max_fen,
      months_per_year: pay.months_per_year ?? null,
    },
  };
}

async function openPosition() {
  const { items } = await read('/api/me/positions?state=open');
  return read(`/api/me/positions/${items[0].id}`);
}

test('a position that a colleague changed too: each field is chosen, the rest comes by itself', async () => {
  const before = await openPosition();
  await page.goto(`${url}/org/positions/${before.id}`);
  await settle(page);
  await page.getByLabel('岗位名称').fill('白班巡检电工');
  await page.getByLabel('详细地址').fill('港区一路 8 号');
  const theirs = { title: '中班巡检电工', address: '港区二路 9 号', contact: '李经理' };
  await put(`/api/positions/${before.id}`, before.version, { ...inputOf(before), ...theirs });
  await page.getByRole('button', { name: '保存修改' }).click();

  const dialog = page.getByRole('dialog', { name: '别人刚改过' });
  await dialog.waitFor();
  await dialog.getByText('已换成现在的：联系人和电话').waitFor();
  const title = dialog.getByRole('group', { name: '岗位名称' });
  expect(await title.innerText()).toMatch(/您写的\s+白班巡检电工\s+现在的\s+中班巡检电工/);
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
  });
  expect(faults).toEqual([]);

  // Nothing is chosen for anybody, and who goes back finds what they typed.
  await dialog.getByRole('button', { name: '按这样保存' }).click();
  await dialog.getByRole('alert').getByText('请选留哪一个').first().waitFor();
  await dialog.getByRole('button', { name: '先不保存' }).click();
  expect(await page.getByLabel('岗位名称').inputValue()).toBe('白班巡检电工');
  // Until they chose, another press overwrites nothing.
  await page.getByRole('button', { name: '保存修改' }).click();
  await dialog.waitFor();
  await title.getByText('白班巡检电工').click();
  await dialog.getByRole('group', { name: '详细地址' }).getByText('港区二路 9 号').click();
  await dialog.getByRole('button', { name: '按这样保存' }).click();
  await page.getByText('已保存“白班巡检电工”').first().waitFor();
  const after = await read(`/api/me/positions/${before.id}`);
  expect(after).toMatchObject({ ...theirs, title: '白班巡检电工' });
});

test('an organisation that was changed meanwhile keeps what was typed', async () => {
  const [own] = (await read('/api/organisations')).items;
  await page.goto(`${url}/org/verify?form=edit&id=${own.id}`);
  await settle(page);
  await page.getByLabel('行业').fill('港口物流');
  await put(`/api/organisations/${own.id}`, own.version, {
    kind: own.kind,
    name: own.name,
    credit_code: own.credit_code,
    no_credit_code_reason: own.no_credit_code_reason,
    division: own.division.code,
    industry: own.industry,
    description: own.description,
    address: '滨海大道 1 号',
  });
  await page.getByRole('button', { name: '保存单位资料' }).click();
  const dialog = page.getByRole('dialog', { name: '别人刚改过' });
  await dialog.getByText('别人改的和您改的不冲突').waitFor();
  await dialog.getByRole('button', { name: '按这样保存' }).click();
  await page.getByText('单位资料已保存').first().waitFor();
  const after = (await read('/api/organisations')).items.find(
    ({ id }: { id: string }) => id === own.id,
  );
  expect(after).toMatchObject({ industry: '港口物流', address: '滨海大道 1 号' });
});

test('a draft that was published and taken back is said to be paused, and is', async () => {
  const { id, title } = await openPosition();
  await page.goto(`${url}/org/positions?state=open`);
  await settle(page);
  await page.getByRole('button', { name: `办理：${title}` }).click();
  await page.getByRole('menuitem', { name: '照此再写一个' }).click();
  await page.getByRole('heading', { name: '修改岗位' }).waitFor();
  const copy = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(copy).not.toBe(id);
  await page.goto(`${url}/org/positions?state=draft`);
  await settle(page);
  const row = page.getByRole('row').filter({ has: page.locator(`a[href$="${copy}"]`) });
  await row.getByRole('button', { name: /^办理：/ }).click();
  await page.getByRole('menuitem', { name: '发布' }).click();
  await page.getByRole('button', { name: /^撤销/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('已暂停，不会变回草稿').first().waitFor();
  expect((await read(`/api/me/positions/${copy}`)).state).toBe('paused');
});

test('renewing is taken back to the day it was', async () => {
  const { id, title, valid_until: day } = await openPosition();
  await page.goto(`${url}/org/positions?state=open`);
  await settle(page);
  await page.getByRole('button', { name: `办理：${title}` }).click();
  await page.getByRole('menuitem', { name: /^续期/ }).click();
  await page.getByRole('button', { name: /^撤销/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(`“${title}”有效期改回`).first().waitFor();
  expect((await read(`/api/me/positions/${id}`)).valid_until).toBe(day);
});

test('an import that was taken back says so where it was announced', async () => {
  await page.goto(`${url}/org/positions/import`);
  await settle(page);
  const csv = '岗位名称,工作地区,岗位描述\n仓库盘点员,乍浦镇,每天在仓库收货、发货和盘点，双休。\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'jobs.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: '试读表格' }).click();
  await page.getByRole('heading', { name: '读到 1 行' }).waitFor();
  await page.getByRole('button', { name: /^导入 1 行/ }).click();
  await page.getByText('已导入 1 个岗位').waitFor();
  await page.getByRole('row').getByRole('button', { name: '撤回这次导入' }).first().click();
  await page.getByText('这次导入已经撤回').waitFor();
  expect(await page.getByText('已导入 1 个岗位').count()).toBe(0);
});
