import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { match } from '../../testing/samples';
import { gapCount, tellingLine } from './findings';
import { zh } from './messages.zh';

/** The engine's own sources are the list of codes. */
const engine = join(import.meta.dirname, '../../../../search-index/src/explain');
const fields = ['pay_fen_month_min', 'housing_needed'];
const families =
  /"((?:occupation|title|experience|speciality|skill|certificate|licence|place|pay|degree|shift|housing|veterans)_[a-z_]+)"/g;

test('every finding of the engine has its sentence, and no sentence is left over', () => {
  const sources = readdirSync(engine).filter(
    (file) => file.endsWith('.rs') && !file.includes('test'),
  );
  const text = sources.map((file) => readFileSync(join(engine, file), 'utf8')).join('\n');
  const codes = new Set([...text.matchAll(families)].map(([, code]) => code ?? ''));
  for (const field of fields) codes.delete(field);
  expect(Object.keys(zh.finding).sort()).toEqual([...codes].sort());
});

test('the one gap is told first, else the best of what is met', () => {
  expect(tellingLine(match)?.code).toBe('skill_missing');
  expect(gapCount(match)).toBe(1);
  const parts = match.parts.filter(({ kind }) => kind !== 'skills');
  expect(tellingLine({ ...match, parts })?.code).toBe('title_wanted');
});
