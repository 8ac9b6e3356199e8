import { expect, test } from 'vitest';
import { ago, day, moment, points, yuan } from './format';

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

test('a moment is told in the office’s time', () => {
  expect(moment('2026-11-23T06:05:00Z', 'zh')).toBe('2026年11月23日周一 14:05');
  expect(moment('2026-11-23T18:05:00Z', 'en')).toContain('24 Nov 2026');
});

test.each([
  ['2026-11-23T05:55:00Z', '10分钟前'],
  ['2026-11-23T03:05:00Z', '3小时前'],
  ['2026-11-22T02:00:00Z', '昨天'],
  ['2026-11-26T02:00:00Z', '3天后'],
  ['2026-01-05T02:00:00Z', '1月5日'],
])('%s is %s', (at, text) => {
  expect(ago(at, 'zh', new Date('2026-11-23T06:05:00Z'))).toBe(text);
});
