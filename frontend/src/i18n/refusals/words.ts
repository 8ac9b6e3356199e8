import { useEffect, useState } from 'react';
import { type Locale, useLocale } from '../locale';
import type { zh } from './messages.zh';

type Refusals = typeof zh;

const loads: Record<Locale, () => Promise<Refusals>> = {
  zh: () => import('./messages.zh').then((module) => module.zh),
  en: () => import('./messages.en').then((module) => module.en),
};

/** What refusals say, loaded with the first one; until then there are the server's own words. */
export function useRefusals(isAsked: boolean): Refusals | undefined {
  const locale = useLocale();
  const [loaded, setLoaded] = useState<{ locale: Locale; t: Refusals }>();
  useEffect(() => {
    // Without a connection they cannot be had, and nothing is lost.
    if (isAsked)
      loads[locale]().then(
        (t) => setLoaded({ locale, t }),
        () => {},
      );
  }, [isAsked, locale]);
  return loaded?.locale === locale ? loaded.t : undefined;
}
