// What we agreed on about the folders, read from the files themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(tsx?|css)$/.test(file),
);
const isOurs = (file: string) =>
  !file.includes('.test.') && !file.startsWith('testing/') && file !== 'api/schema.d.ts';
const ours = files.filter(isOurs);
const scripts = ours.filter((file) => /\.tsx?$/.test(file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');

function imports(file: string): string[] {
  const paths = [...text(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)];
  return paths.map(([, path]) => relative(root, join(root, dirname(file), path ?? '')));
}

const feature = (file: string) => file.match(/^features\/([^/]+)\//)?.[1];
const hasChinese = (words: string) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(words);

test('a feature imports no other feature', () => {
  const crossing = scripts
    .filter(feature)
    .flatMap((file) => imports(file).map((path) => [file, path] as const))
    .filter(([file, path]) => feature(path) !== undefined && feature(path) !== feature(file));
  expect(crossing).toEqual([]);
});

test('nothing below the pages imports the pages', () => {
  const upward = scripts
    .filter((file) => !file.startsWith('app/') && file !== 'main.tsx')
    .filter((file) => imports(file).some((path) => path.startsWith('app/')));
  const features = scripts
    .filter((file) => /^(ui|api|i18n|lib)\//.test(file))
    .filter((file) => imports(file).some((path) => path.startsWith('features/')));
  expect([...upward, ...features]).toEqual([]);
});

test('only api files know the addresses of the server', () => {
  const knowing = scripts.filter((file) => text(file).includes("'/api/"));
  expect(knowing.filter((file) => !/(^|\/)api\.ts$|^api\//.test(file))).toEqual([]);
});

test('only messages hold words', () => {
  const without = (file: string) => text(file).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const wordy = ours.filter((file) => hasChinese(without(file)));
  expect(wordy.filter((file) => !file.endsWith('messages.zh.ts'))).toEqual([]);
});

test('only the tokens hold colours', () => {
  const coloured = ours.filter((file) => /#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i.test(text(file)));
  expect(coloured.filter((file) => file !== 'styles/tokens.css')).toEqual([]);
});

test('every style stands in a layer', () => {
  const styles = ours.filter((file) => file.endsWith('.css'));
  const loose = styles.filter((file) => !/^(\/\*[\s\S]*?\*\/\s*)?@layer \w+ \{/.test(text(file)));
  expect(loose).toEqual([]);
});
