import { expect, test } from 'vitest';
import { isSame, mergeOf } from './merge';

const base = { title: 'Fitter', pay: { min: 1, max: 2 }, tags: [{ key: 'a', name: 'weld' }] };

test.each([
  ['nobody changed it', 'Fitter', 'Fitter', 'Fitter', [], []],
  ['only I did', 'Welder', 'Fitter', 'Welder', [], []],
  ['only the other did', 'Fitter', 'Turner', 'Turner', [], ['title']],
  ['both to the same', 'Welder', 'Welder ', 'Welder', [], []],
  ['both, each to something else', 'Welder', 'Turner', 'Welder', ['title'], []],
  ['I emptied it, the other wrote', '', 'Turner', '', ['title'], []],
  ['I wrote, the other emptied it', 'Welder', '', 'Welder', ['title'], []],
])('%s', (_, mine, theirs, merged, disputed, taken) => {
  const found = mergeOf(base, { ...base, title: mine }, { ...base, title: theirs });
  expect(found.values.title).toBe(merged);
  expect(found.disputed).toEqual(disputed);
  expect(found.taken).toEqual(taken);
});

test('fields are settled one by one', () => {
  const mine = { ...base, title: 'Welder', pay: { min: 1, max: 3 } };
  const theirs = { ...base, pay: { min: 1, max: 4 }, tags: [] };
  expect(mergeOf(base, mine, theirs)).toEqual({
    values: { title: 'Welder', pay: { min: 1, max: 3 }, tags: [] },
    disputed: ['pay'],
    taken: ['tags'],
  });
});

test.each([
  ['keys of rows', [{ key: 'a', name: 'x' }], [{ key: 'b', name: 'x' }], true],
  ['the order of names', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['a label', { value: '1', label: 'A' }, { value: '1', label: 'A, B', note: 'n' }, true],
  ['another value', { value: '1', label: 'A' }, { value: '2', label: 'A' }, false],
  ['nothing and zero', null, 0, false],
  ['a row more', [{ key: 'a', name: 'x' }], [], false],
])('%s', (_, one, other, same) => {
  expect(isSame(one, other)).toBe(same);
});
