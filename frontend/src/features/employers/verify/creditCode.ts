// The unified social credit code by GB 32100-2015: 17 characters and one that checks them.

/** Without I, O, S, V and Z, which are taken for digits. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CodeState = 'empty' | 'short' | 'wrong' | 'fine';

export function plainCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

export function stateOfCode(text: string): CodeState {
  const code = plainCode(text);
  if (code === '') return 'empty';
  if (code.length !== LENGTH) return 'short';
  const values = [...code].map((one) => CHARACTERS.indexOf(one));
  if (values.includes(-1)) return 'wrong';
  const sum = values.slice(0, -1).reduce((total, value, at) => total + value * weight(at), 0);
  return (sum + (values.at(-1) ?? 0)) % CHARACTERS.length === 0 ? 'fine' : 'wrong';
}

/** Powers of three, by the number of characters. */
function weight(at: number): number {
  return at === 0 ? 1 : (weight(at - 1) * 3) % CHARACTERS.length;
}
