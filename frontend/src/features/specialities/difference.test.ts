import { expect, test } from 'vitest';
import type { SpecialityFamily } from '../../api/types';
import { difference } from './difference';

const lead = (code: string, weight: number) =>
  ({ code, name: code, relation: 'same', weight }) as const;
const family: SpecialityFamily = {
  name: 'cooking',
  branch: 'any',
  titles: ['cook', 'baker'],
  skills: ['bread'],
  occupations: [lead('1', 100), lead('2', 50)],
};

test('what was added, taken away and moved is told apart', () => {
  const then: SpecialityFamily = {
    ...family,
    name: 'kitchen',
    titles: ['cook', 'chef'],
    occupations: [lead('2', 60), lead('3', 100)],
  };
  expect(difference(family, then)).toEqual({
    name: 'cooking',
    branch: undefined,
    titles: { added: ['chef'], removed: ['baker'] },
    skills: { added: [], removed: [] },
    occupations: { added: [lead('3', 100)], removed: [lead('1', 100)] },
    moved: [[lead('2', 50), lead('2', 60)]],
  });
});

test('of a new family everything is new', () => {
  const found = difference(null, family);
  expect(found.name).toBeUndefined();
  expect(found.titles.added).toEqual(family.titles);
  expect(found.occupations).toEqual({ added: family.occupations, removed: [] });
});
