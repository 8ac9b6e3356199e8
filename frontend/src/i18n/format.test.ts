import { expect, test } from 'vitest';
import { day, points, yuan } from './format';

test.each([
  [550_000, '5,500'],
  [1250, '12.50'],
  [1_234_567, '12,345.67'],
  [0, '0'],
])('%i fen reads %s yuan', (fen, text) => {
  expect(yuan(fen, 'zh')).toBe(text);
});

test('a day is the same day everywhere', () => {
  expect(day('2026-11-20', 'zh', 2026)).toBe('11月20日');
  expect(day('2026-01-01', 'en', 2026)).toBe('1 Jan');
});

test('another year is named', () => {
  expect(day('2027-03-03', 'zh', 2026)).toBe('2027年3月3日');
  expect(day('2027-03-03', 'en', 2026)).toBe('3 Mar 2027');
});

test('points show tenths only where there are some', () => {
  expect([0, 360, 857].map(points)).toEqual(['0', '36', '85.7']);
});
