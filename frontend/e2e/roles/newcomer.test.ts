// A newcomer by keyboard alone: signs up, opens a profile question by question, corrects who they are,
// tells of their service with a mistake in it. And somebody else takes over the file that a station made,
// with the code from its slip.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openContext, settle, signIn, startBrowser } from '../browser.ts';

const url = inject('url');
const PASSWORD = '松柏长青二零二六';
/** Valid by its check digit, and nobody's: the area's number with a birthday of the first of January. */
const ID_NUMBER = '330482196501010013';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  page = await (await openContext(browser, url, { width: 390 })).newPage();
});

afterAll(async () => {
  await browser.close();
});

/** Tab until something of this name has the focus. */
async function tabTo(name: RegExp, at: Page = page) {
  const said: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    await at.keyboard.press('Tab');
    const label = await at.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return (element?.labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
    });
    if (name.test(label)) return;
    said.push(label.slice(0, 20));
  }
  throw new Error(`no ${name} within 60 tabs: ${said.join(' | ')}`);
}

async function type(name: RegExp, text: string, at: Page = page) {
  await tabTo(name, at);
  await at.keyboard.press('Control+A');
  await at.keyboard.type(text);
}

async function pressOn(name: RegExp, at: Page = page, key = 'Enter') {
  await tabTo(name, at);
  await at.keyboard.press(key);
}

async function signUp(at: Page, name: string, mobile: string, hasCode: boolean) {
  await at.goto(`${url}/sign-up`);
  await at.locator('header button').first().waitFor();
  await settle(at);
  await pressOn(/^退役军人$/, at, 'Space');
  await type(/^姓名/, name, at);
  await type(/^手机号或邮箱/, mobile, at);
  await type(/^设置密码/, PASSWORD, at);
  if (hasCode) await pressOn(/^服务站给过我领取码/, at, 'Space');
  await at.keyboard.press('Enter');
}

/** The question that is asked now has the focus, so that it is read out. */
async function question(words: string) {
  await page.getByRole('heading', { name: words, exact: true }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(words);
}

test('a profile is opened question by question, and what is wrong leads to its question', async () => {
  await signUp(page, '王建国', '13900000811', false);
  await page.getByRole('heading', { name: '您是谁？' }).waitFor();
  await settle(page);
  expect(await page.getByLabel('姓名').inputValue()).toBe('王建国');
  await type(/^身份证号/, ID_NUMBER.slice(0, 17));
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.getByText('身份证号少 1 位，请核对').waitFor();
  await pressOn(/^身份证号/);
  await page.keyboard.press('End');
  // A wrong last character, which only the server finds.
  await page.keyboard.type('X');
  await page.keyboard.press('Enter');
  await question('怎么和您联系？');
  await pressOn(/^下一步/);
  await question('您现在住在哪里？');
  await page.goBack();
  await question('怎么和您联系？');
  await page.goForward();
  await question('您现在住在哪里？');
  await pressOn(/^当湖街道$/, page, 'Space');
  await pressOn(/^下一步/);
  await question('您同意我们怎样用这份资料？');
  await pressOn(/^用我的资料匹配岗位/, page, 'Space');
  await pressOn(/^下一步/);
  await question('核对一下，没问题就建立');
  expect(page.url()).not.toMatch(/%|王|139/);
  await pressOn(/^建立资料/);
  await page.waitForURL(/#who$/);
  await summary.waitFor();
  await pressOn(/^身份证号：/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(ID_NUMBER);
  await page.keyboard.press('Enter');
  // Straight back to where it came from.
  await question('核对一下，没问题就建立');
  await pressOn(/^建立资料/);
  await question('我的资料');
  expect(page.url()).toBe(`${url}/me/profile`);
  const own = await (await page.request.get(`${url}/api/me/profile`)).json();
  expect(own.id_number).toMatch(/0013$/);
  expect(own.division.code).toBe('330482001');
});

test('a reload begins at the first question, however far one was', async () => {
  const other = await (await openContext(browser, url, { width: 390 })).newPage();
  await signUp(other, '李卫东', '13900000812', false);
  await other.getByRole('heading', { name: '您是谁？' }).waitFor();
  await other.goto(`${url}/me/profile#check`);
  await other.reload();
  await other.getByRole('heading', { name: '您是谁？' }).waitFor();
  await other.context().close();
});

test('one corrects who one is, and is told what has to be typed again', async () => {
  await page.goto(`${url}/me/profile?part=basic`);
  await settle(page);
  await pressOn(/^修改基本情况/);
  await page.getByRole('heading', { name: '基本情况' }).waitFor();
  await type(/^姓名/, '王建军');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.getByText(/身份证号再填一遍/).waitFor();
  await pressOn(/^身份证号：/);
  await page.keyboard.type(ID_NUMBER);
  await type(/^手机号/, '13900000899');
  await page.keyboard.press('Enter');
  await page.getByText('已保存基本情况').first().waitFor();
  await page.getByText('139****0899').waitFor();
});

test('an entry with a mistake is said at its field, then saved by itself', async () => {
  await page.goto(`${url}/me/profile?part=service`);
  await settle(page);
  await pressOn(/^添加一段服役经历/);
  await page.getByLabel('从哪年').waitFor();
  await type(/^军事专业或岗位/, '汽车驾驶员');
  await page.getByRole('option', { name: '汽车驾驶员', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('“汽车驾驶员”地方上叫：').waitFor();
  await type(/^从哪年/, '2010');
  await type(/^到哪年/, '2005');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.getByText('结束年份早于开始年份').waitFor();
  await pressOn(/结束年份早于开始年份/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-service-0-to');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2016');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '已填 1 段' }).waitFor();
  expect(new URL(page.url()).search).toBe('?part=service');
});

test('an entry that is removed comes back with one key', async () => {
  await pressOn(/^删除/);
  await page.getByRole('heading', { name: '还没有填' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: '已填 1 段' }).waitFor();
});

test('the file of a station is taken over with the code from its slip', async () => {
  const desk = await openContext(browser, url);
  await signIn(desk, 'station_officer');
  const officer = await desk.newPage();
  await officer.goto(`${url}/people/new`);
  await settle(officer);
  await type(/^姓名/, '欧阳守义', officer);
  await type(/^居住地/, '曹桥街道', officer);
  await officer.getByRole('option').first().waitFor();
  await officer.keyboard.press('Enter');
  await pressOn(/^登记人员/, officer);
  await officer.getByRole('heading', { name: '下一步' }).waitFor();
  await settle(officer);
  await pressOn(/^打印领取代码/, officer);
  const slip = officer.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const code = (await slip.textContent()) ?? '';
  await desk.close();

  const home = await (await openContext(browser, url, { width: 390 })).newPage();
  await signUp(home, '欧阳守义', '13900000813', true);
  await home.getByRole('heading', { name: '领取服务站建的档案' }).waitFor();
  await settle(home);
  await type(/^领取码/, 'AAAAA-AAAAA', home);
  await home.keyboard.press('Enter');
  await home
    .getByRole('alert')
    .getByText(/领取码或身份证号后四位不对/)
    .first()
    .waitFor();
  await pressOn(/^领取码：/, home);
  await home.keyboard.press('Control+A');
  await home.keyboard.type(code.toLowerCase());
  await home.keyboard.press('Enter');
  await home
    .getByText(/^已领取。/)
    .first()
    .waitFor();
  await home.getByRole('heading', { name: '我的资料', exact: true }).waitFor();
  const own = await (await home.request.get(`${url}/api/me/profile`)).json();
  expect(own.division.name).toContain('曹桥街道');
  await home.context().close();
});
