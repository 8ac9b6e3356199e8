import { halfWidth } from './digits';

/** What was typed as yuan, in fen; null where it is no amount. No float touches the digits. */
export function fenOf(text: string): number | null {
  const clean = halfWidth(text).replace(/[,\s]/g, '');
  const [, yuan, fen = ''] = clean.match(/^(\d{1,10})(?:\.(\d{0,2}))?$/) ?? [];
  return yuan === undefined ? null : Number(yuan + fen.padEnd(2, '0'));
}

export function yuanOf(fen: number): string {
  const cents = fen % 100;
  const yuan = String((fen - cents) / 100);
  return cents === 0 ? yuan : `${yuan}.${String(cents).padStart(2, '0')}`;
}
