import { expect, test } from 'vitest';
import { daysAfter, daysUntil, today } from './days';

test('days are those of the office', () => {
  // Late in the evening in London it is already tomorrow in the bureau.
  expect(today(new Date('2026-11-23T20:00:00Z'))).toBe('2026-11-24');
  expect(daysUntil('2026-12-01', '2026-11-24')).toBe(7);
  expect(daysAfter(60, '2026-11-24')).toBe('2027-01-23');
});
