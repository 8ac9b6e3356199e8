import type { Pay } from '../api/types';
import { type Locale, useLocale, useWords } from './locale';
import { sharedWords } from './words';

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' };

/** Fen as yuan for reading, without the unit: 550000 → 5,500; 1250 → 12.50. */
export function yuan(fen: number, locale: Locale): string {
  const digits = fen % 100 === 0 ? 0 : 2;
  return (fen / 100).toLocaleString(tags[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A calendar day (`2026-11-20`) in words; with its year where that is not this one. */
export function day(date: string, locale: Locale, thisYear = new Date().getFullYear()): string {
  const isThisYear = date.startsWith(String(thisYear));
  // A day has no time zone, so none is applied.
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(tags[locale], {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** Tenths of a point: 857 → 85.7, 360 → 36. */
export function points(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

export function useFormat() {
  const locale = useLocale();
  const shared = useWords(sharedWords);
  return {
    day: (date: string) => day(date, locale),
    yuan: (fen: number) => yuan(fen, locale),
    pay: (pay: Pay | null | undefined) => {
      if (!pay) return shared.payOpen;
      const low = yuan(pay.min_fen, locale);
      const high = yuan(pay.max_fen, locale);
      return shared.pay(low === high ? low : `${low}–${high}`, shared.payUnit[pay.unit]);
    },
  };
}
