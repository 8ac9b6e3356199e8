import type { Pay } from '../api/types';
import { type Locale, useLocale, useWords } from './locale';
import { sharedWords } from './words';

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' };

/** Where the bureau is; a clerk abroad reads the office's time as well. */
const ZONE = 'Asia/Shanghai';

/** Fen as yuan for reading, without the unit: 550000 → 5,500; 1250 → 12.50. */
export function yuan(fen: number, locale: Locale): string {
  const digits = fen % 100 === 0 ? 0 : 2;
  return fenAsYuan(fen, locale, digits);
}

/** An amount in full, as vouchers and lists of payments show it: 550000 → 5,500.00. */
export function amount(fen: number, locale: Locale): string {
  return fenAsYuan(fen, locale, 2);
}

function fenAsYuan(fen: number, locale: Locale, digits: number): string {
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

/** A calendar day in full, with its year and weekday. */
export function fullDay(date: string, locale: Locale): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(tags[locale], {
    year: 'numeric',
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
}

/** A moment in full: its day, weekday, hour and minute at the office. */
export function moment(at: string, locale: Locale): string {
  const when = new Date(at);
  const time = when.toLocaleTimeString(tags[locale], {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: ZONE,
  });
  return `${fullDay(officeDay(when), locale)} ${time}`;
}

/** How long ago or ahead; past a week, the day itself tells more. */
export function ago(at: string, locale: Locale, now = new Date()): string {
  const minutes = Math.round((new Date(at).getTime() - now.getTime()) / 60_000);
  const say = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return say.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return say.format(Math.trunc(minutes / 60), 'hour');
  const days = daysBetween(officeDay(now), officeDay(new Date(at)));
  return Math.abs(days) <= 7 ? say.format(days, 'day') : day(officeDay(new Date(at)), locale);
}

function officeDay(at: Date): string {
  // Swedish writes a date as ISO does.
  return at.toLocaleDateString('sv-SE', { timeZone: ZONE });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
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
    date: (date: string) => fullDay(date, locale),
    moment: (at: string) => moment(at, locale),
    ago: (at: string) => ago(at, locale),
    number: (value: number) => value.toLocaleString(tags[locale]),
    list: (items: readonly string[]) => new Intl.ListFormat(tags[locale]).format(items),
    percent: (share: number) =>
      share.toLocaleString(tags[locale], { style: 'percent', maximumFractionDigits: 1 }),
    yuan: (fen: number) => yuan(fen, locale),
    amount: (fen: number) => amount(fen, locale),
    pay: (pay: Pay | null | undefined) => {
      if (!pay) return shared.payOpen;
      const low = yuan(pay.min_fen, locale);
      const high = yuan(pay.max_fen, locale);
      return shared.pay(low === high ? low : `${low}–${high}`, shared.payUnit[pay.unit]);
    },
  };
}
