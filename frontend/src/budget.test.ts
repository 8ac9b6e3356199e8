// What the pages cost on their first load, as the last `npm run build` left them; without one this fails.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { measure } from '../scripts/budget.mjs';

const HTML_KB_MAX = 30;

describe('the last build', () => {
  test('no page is over its budget', () => {
    const over = measure().filter(({ isOver }) => isOver);
    expect(over).toEqual([]);
  });

  test('the gallery is no part of it', () => {
    expect(measure().filter(({ name }) => name.includes('gallery'))).toEqual([]);
  });

  test('the page itself is small', () => {
    const html = readFileSync(join(import.meta.dirname, '../dist/index.html'));
    expect(brotliCompressSync(html).length / 1000).toBeLessThanOrEqual(HTML_KB_MAX);
  });
});
