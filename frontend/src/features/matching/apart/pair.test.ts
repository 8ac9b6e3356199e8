import { expect, test } from 'vitest';
import { idIn } from './pair';

test('an id is found by itself and in the address of a page', () => {
  const id = '0198a1b2-0000-7000-8000-000000000001';
  expect(idIn(` ${id.toUpperCase()} `)).toBe(id);
  expect(idIn(`https://muster.example/people/${id}/matches?after=x`)).toBe(id);
  expect(idIn(`${id.slice(1)}`)).toBeUndefined();
  expect(idIn('')).toBeUndefined();
});
