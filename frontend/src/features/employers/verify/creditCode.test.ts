import { expect, test } from 'vitest';
import { stateOfCode } from './creditCode';

test('a credit code is checked while it is typed', () => {
  expect(stateOfCode(' ')).toBe('empty');
  expect(stateOfCode('9133')).toBe('short');
  expect(stateOfCode('91330482ma0000015 5')).toBe('fine');
  expect(stateOfCode('91330482MA00000156')).toBe('wrong');
  expect(stateOfCode('9133048OMA00000155')).toBe('wrong');
});
