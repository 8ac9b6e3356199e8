// What we agreed on about the folders and the styles, read from the files themselves.
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
const styles = ours.filter((file) => file.endsWith('.css'));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const within = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

/** What a file imports of ours; types cost nothing and bind nothing, so they are left out. */
function imports(file: string): string[] {
  const valued = text(file).replace(/import type [^;]+;/g, '');
  const paths = [...valued.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)];
  return paths.map(([, path]) => relative(root, join(root, dirname(file), path ?? '')));
}

/** `file → import`, for each import from these files that is not allowed. */
function crossings(from: string[], isWrong: (path: string, file: string) => boolean): string[] {
  return from.flatMap((file) =>
    imports(file)
      .filter((path) => isWrong(path, file))
      .map((path) => `${file} → ${path}`),
  );
}

const feature = (file: string) => file.match(/^features\/([^/]+)\//)?.[1];
const hasChinese = (words: string) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(words);

test('a feature imports no other feature, and no page', () => {
  const wrong = (path: string, file: string) =>
    within('app')(path) || (feature(path) !== undefined && feature(path) !== feature(file));
  expect(crossings(scripts.filter(feature), wrong)).toEqual([]);
});

test('the kit knows no feature and no server', () => {
  const wrong = (path: string) => /^(features|api|app)\//.test(path);
  expect(crossings(scripts.filter(within('ui')), wrong)).toEqual([]);
});

test('what all use imports none of them', () => {
  const low = scripts.filter((file) => /^(api|i18n|lib)\//.test(file));
  expect(crossings(low, (path) => /^(features|app|ui)\//.test(path))).toEqual([]);
});

test('lib stands by itself', () => {
  const wrong = (path: string) => !within('lib')(path);
  expect(crossings(scripts.filter(within('lib')), wrong)).toEqual([]);
});

test('only api files know the addresses of the server', () => {
  const knowing = scripts.filter((file) => /['"`]\/api\//.test(text(file)));
  expect(knowing.filter((file) => !/(^|\/)api\.ts$|^api\//.test(file))).toEqual([]);
});

test('links within the site are typed', () => {
  const loose = scripts.filter((file) =>
    /href=["']\/|href=\{`\/|location\.href =/.test(text(file)),
  );
  expect(loose).toEqual([]);
});

test('only messages hold words', () => {
  const without = (file: string) => text(file).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const wordy = ours.filter((file) => hasChinese(without(file)));
  expect(wordy.filter((file) => !file.endsWith('messages.zh.ts'))).toEqual([]);
});

test('only the tokens hold colours', () => {
  const named =
    /:[^;{]*\b(white|black|gr[ae]y|red|green|blue|orange|yellow|purple|silver)\b[^;{]*;/;
  const coloured = ours.filter(
    (file) =>
      /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|lab|lch|color-mix)\(/i.test(text(file)) ||
      (file.endsWith('.css') && named.test(text(file).replaceAll(/var\([^)]*\)/g, ''))),
  );
  expect(coloured.filter((file) => file !== 'styles/tokens.css')).toEqual([]);
});

test('only the tokens hold sizes of text, layers and shadows', () => {
  // What is inherited, or relative to the text around it, is no new size.
  const wrong = [
    /font-size:(?!\s*(var\(--size-|inherit|[\d.]+em;|100%;))/,
    /z-index:(?!\s*(var\(--layer-|auto))/,
    /[^-]box-shadow:(?!\s*(none|inset|var\(--shadow|0 0 0 \dpx var\())/,
  ];
  const loose = styles
    .filter((file) => file !== 'styles/tokens.css')
    .filter((file) => wrong.some((pattern) => pattern.test(text(file))));
  expect(loose).toEqual([]);
});

test('every style stands in a layer', () => {
  const loose = styles.filter((file) => !/^(\/\*[\s\S]*?\*\/\s*)?@layer \w+ \{/.test(text(file)));
  expect(loose).toEqual([]);
});

test('every name of a style is used', () => {
  const unused = styles
    .filter((file) => file.endsWith('.module.css'))
    .flatMap((file) => {
      const names = new Set(
        [...text(file).matchAll(/\.([a-z][a-zA-Z]*)\b/g)].map(([, one]) => one),
      );
      const users = scripts.filter((script) => imports(script).includes(file));
      const used = users.map(text).join('\n');
      return [...names]
        .filter((name) => !new RegExp(`[sS]tyles\\.${name}\\b`).test(used))
        .map((name) => `${file} .${name}`);
    });
  expect(unused).toEqual([]);
});

test('the gallery shows every component', () => {
  const gallery = join(root, '../dev/gallery');
  const shown = readdirSync(gallery, { encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(join(gallery, file), 'utf8'))
    .join('\n');
  const components = scripts.filter((file) => within('ui')(file) && file.endsWith('.tsx'));
  const parts = components.flatMap(imports);
  const missing = components
    .map((file) => file.replace(/\.tsx$/, ''))
    .filter((path) => !shown.includes(`src/${path}'`) && !parts.includes(path));
  // The small ones that every page stands in.
  const known = ['ui/BackLink', 'ui/Card', 'ui/Page', 'ui/feedback/ToastPlace'];
  expect(missing.filter((path) => !known.includes(path))).toEqual([]);
});
