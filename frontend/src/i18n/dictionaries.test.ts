import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './messages.en';
import { zh } from './messages.zh';

/** Rows of a dictionary of the engine by the names of its columns. */
function rows(file: string): Record<string, string>[] {
  const path = join(import.meta.dirname, '../../../search-index/dictionaries', file);
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

// The words stand in the first load, so they are not asked for; the dictionary is still the one that decides.
test('degrees are called what the dictionary calls them, lowest first', () => {
  const levels = rows('education_levels.tsv');
  const labels = (of: string) => levels.map((level) => [level.code, level[of]]);
  expect(Object.entries(zh.degree)).toEqual(labels('label'));
  expect(Object.entries(en.degree)).toEqual(labels('english'));
});
