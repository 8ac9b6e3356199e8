// Amounts in capital numerals, as vouchers must show them beside the figures.
import { capitalNumerals as words } from './capitals/messages.zh';

/** 18642055 fen → the amount in capitals; Chinese in both languages, since the law asks for it. */
export function capitals(fen: number): string {
  if (fen === 0) return `${words.digits[0]}${words.yuan}${words.whole}`;
  const yuan = Math.floor(fen / 100);
  const [jiao, cent] = [Math.floor(fen / 10) % 10, fen % 10];
  const whole = yuan > 0 ? `${integer(yuan)}${words.yuan}` : '';
  if (jiao === 0 && cent === 0) return `${whole}${words.whole}`;
  const zero = yuan > 0 && jiao === 0 ? words.digits[0] : '';
  const tenths = jiao > 0 ? `${words.digits[jiao]}${words.jiao}` : zero;
  return `${whole}${tenths}${cent > 0 ? `${words.digits[cent]}${words.fen}` : ''}`;
}

function integer(value: number): string {
  let text = '';
  let isGap = false;
  for (const [index, power] of words.groups.map((name, i) => [i, name] as const).reverse()) {
    const group = Math.floor(value / 10_000 ** index) % 10_000;
    if (group === 0) {
      isGap = text !== '';
      continue;
    }
    if (text !== '' && (isGap || group < 1000)) text += words.digits[0];
    text += `${thousands(group)}${power}`;
    isGap = false;
  }
  return text;
}

function thousands(group: number): string {
  let text = '';
  let isGap = false;
  for (const place of [3, 2, 1, 0]) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      isGap = text !== '';
      continue;
    }
    if (isGap) text += words.digits[0];
    text += `${words.digits[digit]}${words.places[place]}`;
    isGap = false;
  }
  return text;
}
