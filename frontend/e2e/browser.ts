// A browser as people have it, and who they are in it.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Role } from '../src/api/types';

export interface Look {
  locale: 'zh' | 'en';
  theme: 'light' | 'dark';
  size: 'standard' | 'elder';
  width: number;
}

export const plain: Look = { locale: 'zh', theme: 'light', size: 'standard', width: 1280 };

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh profile that reads as said. */
export async function openContext(browser: Browser, url: string, look: Partial<Look> = {}) {
  const { width, theme, locale, size } = { ...plain, ...look };
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 720 ? 844 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(8000);
  await setLook(context, url, { locale, size, theme });
  return context;
}

/** As the buttons in the header set it. */
export async function setLook(context: BrowserContext, url: string, look: Omit<Look, 'width'>) {
  const named = Object.entries(look).map(([name, value]) => ({ name, value, url }));
  await context.addCookies(named);
}

/** Signs in to the demonstration world. Nobody: stays signed out. */
export async function signIn(context: BrowserContext, role: Role | undefined) {
  if (!role) return;
  await begin(context, '/api/demo/sessions', { role });
}

/** Signs up a veteran of whom nothing else is known. */
export async function signUp(context: BrowserContext) {
  const mobile = `139${String(Math.random()).slice(2, 10)}`;
  const seeker = 'veteran';
  const password = crypto.randomUUID();
  await begin(context, '/api/accounts', { name: '王建国', mobile, password, seeker });
}

/** Begins a session. Where too many have just begun, waits as long as the server asks for. */
async function begin(context: BrowserContext, path: string, data: object) {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const ask = () => context.request.post(path, { data, headers });
  let answer = await ask();
  const wait = Number(answer.headers()['retry-after']);
  if (answer.status() === 429 && wait > 0) {
    await new Promise((done) => setTimeout(done, wait * 1000));
    answer = await ask();
  }
  if (answer.status() !== 201)
    throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
}

/** Waits until the page shows its content: fonts, data, no busy part. */
export async function settle(page: Page) {
  await page.waitForFunction(() => document.querySelector('h1') !== null, null, {
    timeout: 15_000,
  });
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => document.fonts.ready);
}
