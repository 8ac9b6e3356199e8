import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

// A class that its style file does not know comes out as `undefined`, and nothing else says so.
test('every class a component names stands in its style file', () => {
  const src = join(import.meta.dirname, '..');
  const missing = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => {
      const code = readFileSync(join(src, path), 'utf8');
      const imports = [...code.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)];
      return imports.flatMap(([, name, file = '']) => {
        const style = readFileSync(join(src, dirname(path), file), 'utf8');
        const used = [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))];
        return used
          .map(([, used]) => used)
          .filter((used) => !new RegExp(`\\.${used}\\b`).test(style))
          .map((used) => `${path}: .${used} is not in ${file}`);
      });
    });
  expect(missing).toEqual([]);
});

// A class is named after its file and itself, without a hash, so two files of one name would style each
// other's parts.
test('no two style files have the same name', () => {
  const src = join(import.meta.dirname, '..');
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.module.css'))
    .map((path) => basename(path));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
