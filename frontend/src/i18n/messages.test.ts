import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
// Those that are translated; the numerals of vouchers never are.
const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('messages.zh.ts') && read(file).includes('export const zh ='),
);
const english = (file: string) => join(root, file.replace('.zh.', '.en.'));

/** Every key with its path; the words themselves left out. */
function keys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
}

test.each(modules)('%s says the same things in English', async (file) => {
  const { zh } = await import(/* @vite-ignore */ join(root, file));
  const { en } = await import(/* @vite-ignore */ english(file));
  // The type asks for the fixed keys; this also asks for those of open tables, such as findings.
  expect(keys(en)).toEqual(keys(zh));
});

test.each(modules)('%s has no Chinese in its English', (file) => {
  expect(readFileSync(english(file), 'utf8')).not.toMatch(/[\u4e00-\u9fff]/);
});

test.each(modules)('%s uses every word', (file) => {
  const [, source = ''] = readFileSync(join(root, file), 'utf8').split('export const zh');
  const names = [...source.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name ?? '');
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/messages\.|\.test\./.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
  const unused = names.filter((name) => !new RegExp(`\\b(t|shared)\\??\\.${name}\\b`).test(pages));
  expect(unused).toEqual([]);
});
