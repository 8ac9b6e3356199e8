import { expect, test } from 'vitest';
import { draftOf, freshDraft, freshRequirement, inputOf, lacksOf, unfinishedOf } from './draft';
import { zh } from './writing/messages.zh';

const whole = {
  ...freshDraft({ value: '330482001', label: 'Danghu' }),
  title: 'Fitter',
  description: 'Maintains machines',
  pay: { unit: 'month' as const, min: 500_000, max: 700_000, months: 13 },
};

test('an empty position says all that is missing', () => {
  const faults = lacksOf(
    { ...freshDraft(null), headcount: null, valid_until: '', requirements: [freshRequirement()] },
    zh.lacks,
  );
  expect(Object.keys(faults).filter((key) => faults[key])).toEqual([
    'title',
    'headcount',
    'division',
    'pay',
    'requirements/0/name',
    'description',
    'valid_until',
  ]);
});

test('pay to be agreed needs no amounts; turned amounts are said', () => {
  const open = { ...whole.pay, unit: '' as const, min: null };
  expect(lacksOf({ ...whole, pay: open }, zh.lacks).pay).toBeUndefined();
  expect(inputOf({ ...whole, pay: open }).pay).toBeNull();
  const turned = { ...whole.pay, max: 100 };
  expect(lacksOf({ ...whole, pay: turned }, zh.lacks).pay).toBe(zh.lacks.payOrder);
});

test('what the server holds comes back as it was', () => {
  const { pay, ...input } = inputOf(whole);
  const held = {
    ...input,
    id: 'p',
    enterprise_id: 'e',
    enterprise_name: 'E',
    state: 'draft' as const,
    hired: 0,
    unlawful: [],
    updated_at: '',
    version: 1,
    occupation: null,
    division: { code: '330482001', name: 'Danghu' },
    requirements: [],
    veteran_preference: false,
    pay: { unit: 'month' as const, min_fen: 500_000, max_fen: 700_000, months_per_year: 13 },
  };
  expect(inputOf(draftOf(held))).toEqual({ ...input, pay });
});

test('half a position is long enough to be looked at', () => {
  const input = unfinishedOf({ ...freshDraft(null), requirements: [freshRequirement()] }, '330482');
  expect([input.title.length, input.description.length]).toEqual([2, 10]);
  expect(input.requirements?.[0]?.name).toHaveLength(1);
  expect(input.division).toBe('330482');
});
