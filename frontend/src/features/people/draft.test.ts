import { expect, test } from 'vitest';
import type { OwnProfile } from '../../api/types';
import { applyDraft, draftOf, isPay } from './draft';

const own: OwnProfile = {
  id: 'person',
  kind: 'veteran',
  name: 'Z**',
  version: 3,
  // Its insides do not matter here, only that it comes through.
  service: [{ id: 's1' }] as unknown as OwnProfile['service'],
  skills: [{ name: 'Welding', experience_id: 's1' }],
  intentions: {
    titles: ['Fitter'],
    occupations: ['6-18-01-01'],
    pay_min_fen_month: 600_000,
    shifts: [{ shift: 'night', accepted: false }],
  },
};

test('an untouched form changes nothing of what it shows or hides', () => {
  const saved = applyDraft(own, draftOf(own));
  expect(saved.service).toEqual(own.service);
  expect(saved.skills).toEqual(own.skills);
  expect(saved.intentions).toMatchObject(own.intentions ?? {});
  expect(saved.intentions?.housing_needed).toBeNull();
  expect(saved).not.toHaveProperty('name');
});

test('lists part at any mark, each thing once', () => {
  const draft = { ...draftOf(own), skills: 'Welding\u3001 CNC,CNC\uff0c' };
  expect(applyDraft(own, draft).skills).toEqual([
    { name: 'Welding', experience_id: 's1' },
    { name: 'CNC', experience_id: null },
  ]);
});

test('pay is whole yuan or nothing', () => {
  expect(['', ' 6000 ', '6k', '-1', '60.5', '1000000'].map(isPay)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
