import { expect, test } from 'vitest';
import { conditionOf, filterCount, readSearch, relaxed } from './search';

test.each([
  [{}, {}],
  [{ q: '  a ' }, { q: 'a' }],
  [{ q: '' }, {}],
  [{ sort: 'relevance' }, {}],
  [
    { sort: 'pay', shift: 'night' },
    { sort: 'pay', shift: 'night' },
  ],
  [{ shift: 'never', degree: '7', sort: 'x' }, {}],
  [{ region: '330482001' }, { region: '330482001' }],
  [{ region: '33048' }, {}],
  [{ region: "1' or 1" }, {}],
  [{ pay_min: '500000' }, { pay_min: 500_000 }],
  [{ pay_min: 500_000 }, { pay_min: 500_000 }],
  [{ pay_min: '-1' }, {}],
  [{ unknown: 'x' }, {}],
])('%j reads as %j', (input, expected) => {
  expect(readSearch(input)).toEqual(expected);
});

test('a condition is known and left out by the server’s name for it', () => {
  const search = readSearch({ q: 'a', pay_min: '500000', shift: 'night' });
  expect(filterCount(search)).toBe(2);
  expect(relaxed(search, ['pay_min'])).toEqual({ q: 'a', shift: 'night' });
  expect(conditionOf(search, 'pay_min')).toBe('pay_min');
  expect(conditionOf(search, 'housing')).toBeUndefined();
  expect(relaxed(search, ['shift', 'q'])).toEqual({ pay_min: 500_000 });
});
