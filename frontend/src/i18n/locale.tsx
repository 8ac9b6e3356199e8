import { createContext, type ReactNode, use, useContext } from 'react';

export type Locale = 'zh' | 'en';

const LocaleContext = createContext<Locale>('zh');

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export interface Words<T> {
  zh: T;
  /** English is loaded when it is first asked for; most people never do. */
  en: () => Promise<T>;
}

const modules: Words<unknown>[] = [];

/** Loads the English of every page that is loaded by now, so that the first paint waits for no words. */
export async function loadEnglish() {
  const loading = modules.map(async (source) => {
    const promise = source.en();
    // As React marks a promise it has waited for; it then reads the value at once.
    Object.assign(promise, { status: 'fulfilled', value: await promise });
  });
  await Promise.all(loading);
}

/** A feature's words in both languages; `en` must have every key that `zh` has. */
export function words<T>(zh: T, loadEnglish: () => Promise<{ en: T }>): Words<T> {
  let english: Promise<T> | undefined;
  const source: Words<T> = {
    zh,
    en: () => {
      english ??= loadEnglish().then((module) => module.en);
      return english;
    },
  };
  modules.push(source);
  return source;
}

/** The words of the current language. Suspends while English is on its way. */
export function useWords<T>(source: Words<T>): T {
  return useLocale() === 'zh' ? source.zh : use(source.en());
}
