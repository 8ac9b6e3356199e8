import { useEffect, useState } from 'react';
import { type Locale, useLocale } from '../locale';
import type { zh } from './messages.zh';

type Refusals = typeof zh;

const loads: Record<Locale, () => Promise<Refusals>> = {
  zh: () => import('./messages.zh').then((module) => module.zh),
  en: () => import('./messages.en').then((module) => module.en),
};

/** What was loaded is there at once for the next form: a sentence that changes takes the focus again. */
const loaded: Partial<Record<Locale, Refusals>> = {};

/** What refusals say, loaded with the first one; until then there are the server's own words. */
export function useRefusals(isAsked: boolean): Refusals | undefined {
  const locale = useLocale();
  const [, setLoads] = useState(0);
  useEffect(() => {
    // Without a connection they cannot be had, and nothing is lost.
    if (isAsked)
      loads[locale]().then(
        (t) => {
          loaded[locale] = t;
          setLoads((count) => count + 1);
        },
        () => {},
      );
  }, [isAsked, locale]);
  return loaded[locale];
}
