import { expect, test } from 'vitest';
import { fieldOf } from './refusal';

test.each([
  ['/service/0/from_year', 'service/0/from'],
  ['/service/1/specialities/2/title', 'service/1/title'],
  ['/service/1/text', 'service/1/text'],
  ['/experiences/3/title', 'experiences/3/title'],
  ['/service', 'service'],
  ['/skills/2/name', 'skills/2/name'],
  ['/certificates/0/expires_on', 'certificates/0/expires_on'],
  ['/intentions/titles/1', 'titles'],
  ['/intentions/pay_min_fen_month', 'payYuan'],
  ['/intentions/distance_km_max', 'kmMax'],
  ['/degree', 'degree'],
])('%s is the field %s', (pointer, field) => {
  expect(fieldOf(pointer)).toBe(field);
});
