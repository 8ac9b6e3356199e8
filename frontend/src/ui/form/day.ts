import { halfWidth } from './digits';

/** The calendar day that was typed, as `2026-11-23`; null where there is no such day. */
export function dayOf(text: string): string | null {
  const clean = halfWidth(text)
    .replace(/[\u5e74\u6708./\s]/g, '-')
    .replace(/\u65e5/, '')
    .replace(/-+/g, '-');
  const [, year, month, date] =
    clean.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/) ?? clean.match(/^(\d{4})(\d{2})(\d{2})$/) ?? [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const known = new Date(`${day}T00:00:00Z`);
  // 30 February would become 2 March.
  return Number.isNaN(known.getTime()) || !known.toISOString().startsWith(day) ? null : day;
}
