// Somebody who speaks for two organisations: asks for the second, is allowed, and each thing that is shown
// or written belongs to the right one. And what waits on the desk is done from there.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
interface Organisation {
  id: string;
  name: string;
  credit_code: string | null;
  division: { code: string; name: string };
}

let browser: Browser;
let context: BrowserContext;
let page: Page;
let officer: Page;
let first: Organisation;
let second: Organisation;

beforeAll(async () => {
  browser = await startBrowser();
  context = await openContext(browser, url);
  await signIn(context, 'employer_representative');
  page = await context.newPage();
  const desk = await openContext(browser, url);
  await signIn(desk, 'station_officer');
  officer = await desk.newPage();
  [first] = (await read(page, '/api/organisations')).items;
  const others = await read(
    officer,
    '/api/organisations?kind=enterprise&verification=verified&limit=100',
  );
  second = others.items.find(
    ({ id, credit_code: code, division }: Organisation) =>
      id !== first.id && code && division.code !== first.division.code,
  );
}, 60_000);

afterAll(async () => {
  await browser.close();
});

const read = async (who: Page, path: string) =>
  (await who.context().request.get(`${url}${path}`)).json();

test('a request to represent another organisation is still told of after a reload', async () => {
  await page.goto(`${url}/org/verify?form=represent`);
  await settle(page);
  await page.getByLabel('统一社会信用代码').fill(second.credit_code ?? '');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: second.name }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '您申请代表的单位' }).waitFor();
  await page.getByText('等服务站审核').waitFor();
  // The one that is represented already stands above it.
  await page.getByRole('heading', { name: first.name }).waitFor();
});

test('once the station allows it, who signs in anew finds both there', async () => {
  await officer.goto(`${url}/organisations/${second.id}`);
  await settle(officer);
  await officer.getByRole('button', { name: '准许代表' }).last().click();
  await officer.getByText('可以代表', { exact: true }).first().waitFor();
  await page.getByText(/准许以后请重新登录一次/).waitFor();
  // The station's answer ends the sessions of before.
  await signIn(context, 'employer_representative');
  await page.reload();
  await page.getByRole('heading', { name: second.name }).waitFor();
  expect(await page.getByText('您申请代表的单位').count()).toBe(0);
  await page.getByRole('link', { name: '改单位资料' }).last().click();
  await page.getByLabel('单位名称').waitFor();
  const shown = await page.getByLabel('单位名称').inputValue();
  const edited = new URL(page.url()).searchParams.get('id');
  expect(shown).toBe(edited === first.id ? first.name : second.name);
});

test('a position is written for the one that was chosen, in its place', async () => {
  await page.goto(`${url}/org/positions/new`);
  await settle(page);
  const place = page.getByRole('combobox', { name: '工作地点' });
  await page.getByLabel('单位', { exact: true }).selectOption({ label: second.name });
  await expect.poll(() => place.inputValue()).toContain(second.division.name);
  await page.getByLabel('岗位名称').fill('无人机维护员');
  await page.getByLabel('做什么').fill('每天检查和保养无人机，双休，不搬重物。');
  await page.getByLabel('待遇按').selectOption('');
  await page.getByRole('button', { name: '保存并发布' }).click();
  await page.waitForURL(`${url}/org/positions`);
  const row = page.getByRole('row', { name: /无人机维护员/ });
  await row.getByRole('cell', { name: second.name }).waitFor();
  const { items } = await read(page, `/api/me/positions?enterprise_id=${second.id}`);
  expect(items.map(({ title }: { title: string }) => title)).toContain('无人机维护员');
});

test('the list is narrowed to one organisation', async () => {
  await page.goto(`${url}/org/positions?enterprise_id=${second.id}`);
  await settle(page);
  await page.getByRole('row', { name: /无人机维护员/ }).waitFor();
  expect(await page.getByRole('cell', { name: first.name }).count()).toBe(0);
});

test('a position that ends soon is renewed from the desk, and another is closed there', async () => {
  const { items } = await read(page, `/api/me/positions?enterprise_id=${first.id}&state=open`);
  // The day in China, whatever the hour is here.
  const inChina = new Date(Date.now() + (3 * 24 + 8) * 3_600_000);
  const soon = inChina.toISOString().slice(0, 10);
  const { csrf_token: token } = await read(page, '/api/session');
  for (const { id, version } of items.slice(0, 2)) {
    const status = await page.evaluate(
      async ([path = '', init]) => (await fetch(path as string, init as RequestInit)).status,
      [
        `/api/positions/${id}/step`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'if-match': `"${version}"`,
            'x-csrf-token': token,
          },
          body: JSON.stringify({ step: 'renew', valid_until: soon }),
        },
      ] as const,
    );
    expect(status).toBe(200);
  }
  const [one, other] = items;
  await page.goto(`${url}/org`);
  await settle(page);
  const task = (title: string) =>
    page.getByRole('listitem').filter({ hasText: `“${title}”还有 3 天到期` });
  // Who speaks for several reads whose it is.
  await task(one.title).getByText(first.name).waitFor();
  await task(one.title).getByRole('button', { name: /^续期/ }).click();
  await page
    .getByText(new RegExp(`“${one.title}”有效期改到`))
    .first()
    .waitFor();
  await task(one.title).waitFor({ state: 'hidden' });
  await task(other.title).getByRole('button', { name: /^办理/ }).click();
  await page.getByRole('menuitem', { name: '关闭' }).click();
  await page.getByRole('button', { name: '关闭岗位' }).click();
  await task(other.title).waitFor({ state: 'hidden' });
  expect((await read(page, `/api/me/positions/${other.id}`)).state).toBe('closed');
});
