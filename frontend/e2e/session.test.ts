// Who may see what, and what happens when a session ends under an open page.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from './browser.ts';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

test('a page of one’s own asks to sign in first, and comes back', async () => {
  const context = await openContext(browser, url);
  const page = await context.newPage();
  await page.goto(`${url}/me/matches`);
  await page.waitForURL(/\/sign-in\?next=%2Fme%2Fmatches/);
  await page.getByRole('button', { name: /^退役军人/ }).click();
  await page.waitForURL(`${url}/me/matches`);
  await context.close();
});

test('a page for another role says so', async () => {
  const context = await openContext(browser, url);
  await signIn(context, 'station_officer');
  const page = await context.newPage();
  await page.goto(`${url}/me/positions`);
  await page.getByRole('heading', { name: '这一页不对您的账号开放' }).waitFor();
  await context.close();
});

test('what was typed stays when the session ends', async () => {
  const context = await openContext(browser, url);
  await signIn(context, 'veteran');
  const page = await context.newPage();
  await page.goto(`${url}/me/profile?part=wishes#pay`);
  await settle(page);
  const pay = page.getByLabel('月薪不低于（元）');
  await pay.fill('6543');
  await context.clearCookies();
  await page.getByRole('button', { name: '下一步' }).click();
  const dialog = page.getByRole('dialog', { name: '请再登录一次' });
  await dialog.getByRole('button', { name: /^退役军人/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: '您能上哪些班？' }).waitFor();
  await page.getByText('前面的回答已保存').waitFor();
  await page.goBack();
  expect(await pay.inputValue()).toBe('6543');
  await context.close();
});

test('size and theme stand before the first paint', async () => {
  const context = await openContext(browser, url, { size: 'elder', theme: 'dark' });
  const page = await context.newPage();
  // Without the application: what the server wrote.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(url);
  const html = page.locator('html');
  expect(await html.getAttribute('data-size')).toBe('elder');
  expect(await html.getAttribute('data-theme')).toBe('dark');
  await context.close();
});
