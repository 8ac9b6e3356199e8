// How a person wants to read: language and size. Cookies, so that the server can send the page right.
import type { Locale } from '../i18n/locale';

export interface Preferences {
  locale: Locale;
  elder: boolean;
}

const YEAR_S = 365 * 24 * 3600;

export function readPreferences(): Preferences {
  return { locale: cookie('locale') === 'en' ? 'en' : 'zh', elder: cookie('size') === 'elder' };
}

export function keepPreferences({ locale, elder }: Preferences) {
  keep('locale', locale);
  keep('size', elder ? 'elder' : 'standard');
}

/** Sets the attributes that the styles and screen readers go by. */
export function applyPreferences({ locale, elder }: Preferences) {
  const html = document.documentElement;
  html.lang = locale === 'zh' ? 'zh-CN' : 'en';
  html.dataset.size = elder ? 'elder' : 'standard';
}

function cookie(name: string): string | undefined {
  const pairs = document.cookie.split('; ').map((pair) => pair.split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function keep(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing below our browser floor.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
}
