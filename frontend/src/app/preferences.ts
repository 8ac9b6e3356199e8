// How a person wants to read: language, size, theme, density. Cookies, so that the server can send the
// page right from the first paint.
import type { Locale } from '../i18n/locale';

export const sizes = ['standard', 'large', 'elder'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const singleKeys = ['on', 'off'] as const;

export interface Preferences {
  locale: Locale;
  size: (typeof sizes)[number];
  theme: (typeof themes)[number];
  /** Rows of staff's lists; only where there is a mouse. */
  density: (typeof densities)[number];
  /** Whether a letter alone is a shortcut. */
  singleKeys: (typeof singleKeys)[number];
}

export const usual: Preferences = {
  locale: 'zh',
  size: 'standard',
  theme: 'system',
  density: 'comfortable',
  singleKeys: 'on',
};

const YEAR_S = 365 * 24 * 3600;

export function readPreferences(): Preferences {
  return {
    locale: cookie('locale') === 'en' ? 'en' : 'zh',
    size: oneOf(sizes, cookie('size')),
    theme: oneOf(themes, cookie('theme')),
    density: oneOf(densities, cookie('density')),
    singleKeys: oneOf(singleKeys, cookie('singleKeys')),
  };
}

export function keepPreferences(preferences: Preferences) {
  for (const [name, value] of Object.entries(preferences)) keep(name, value);
}

/** Sets the attributes that the styles, screen readers and shortcuts go by. */
export function applyPreferences({ locale, ...looks }: Preferences) {
  const html = document.documentElement;
  html.lang = locale === 'zh' ? 'zh-CN' : 'en';
  Object.assign(html.dataset, looks);
}

/** The value, or the first of the known ones. */
function oneOf<T extends string>(known: readonly [T, ...T[]], value: string | undefined): T {
  return known.find((one) => one === value) ?? known[0];
}

function cookie(name: string): string | undefined {
  const pairs = document.cookie.split('; ').map((pair) => pair.split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function keep(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing below our browser floor.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
}
