import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
// Those that are translated; the numerals of vouchers never are.
const modules = files.filter(
  (file) => file.endsWith('messages.zh.ts') && read(file).includes('export const zh ='),
);
const english = (file: string) => join(root, file.replace('.zh.', '.en.'));
const pages = files.filter((file) => /\.tsx?$/.test(file) && !/messages\.|\.test\./.test(file));

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
  expect(readFileSync(english(file), 'utf8')).not.toMatch(
    /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/,
  );
});

test.each(modules)('%s uses every word', (file) => {
  // Where these words are spoken: the files that ask for them by the name they are exported under.
  const source = read(join(dirname(file), 'words.ts'));
  const [, name = 'useRefusals'] = source.match(/export const (\w+) = words\(/) ?? [];
  const users = pages
    .filter((page) => read(page).includes(name))
    .map(read)
    .join('\n');
  const [, table = ''] = read(file).split('export const zh');
  const words = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, word]) => word ?? '');
  const unused = words.filter((word) => !new RegExp(`\\b\\w+\\??\\.${word}\\b`).test(users));
  expect(unused).toEqual([]);
});
