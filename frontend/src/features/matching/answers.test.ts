import { expect, test } from 'vitest';
import { answered, answersTo } from './answers';

const shift = { kind: 'shift', field: 'shifts', about: 'night', coverage: 5 } as const;

test('an answer about a shift replaces the one given before, and leaves the others', () => {
  const shifts = [
    { shift: 'day', accepted: true },
    { shift: 'night', accepted: true },
  ] as const;
  const profile = { intentions: { shifts: [...shifts], housing_needed: true } };
  expect(answered(profile, shift, 'refuse').intentions).toEqual({
    shifts: [
      { shift: 'day', accepted: true },
      { shift: 'night', accepted: false },
    ],
    housing_needed: true,
  });
});

test('what a press cannot answer leads to the profile', () => {
  expect(answersTo(shift)).toEqual(['accept', 'refuse']);
  expect(answersTo({ kind: 'pay', field: 'pay_fen_month_min', about: null, coverage: 9 })).toEqual(
    [],
  );
});
