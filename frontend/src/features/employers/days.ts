// Calendar days as `2026-11-23`; where the bureau is, it may be another day than here.

const DAY_MS = 86_400_000;

/** A position that ends within so many days is worth a warning. */
export const SOON_DAYS = 14;
/** What one press renews for. */
export const RENEW_DAYS = 60;
/** As the server allows. */
export const VALID_DAYS_MAX = 180;

export function today(now = new Date()): string {
  // Swedish writes a date as ISO does.
  return now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

export function daysUntil(day: string, from = today()): number {
  return Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS);
}

export function daysAfter(days: number, from = today()): string {
  return new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10);
}

export function endsSoon(position: { state: string; valid_until: string }): boolean {
  const isLive = position.state === 'open' || position.state === 'paused';
  return isLive && daysUntil(position.valid_until) <= SOON_DAYS;
}
