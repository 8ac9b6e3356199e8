import { expect, test } from 'vitest';
import type { OwnProfile } from '../../api/types';
import { applyDraft, draftOf, isPay, isWay } from './draft';

const own: OwnProfile = {
  id: 'person',
  division: { code: '330482001', name: 'Danghu' },
  verification: 'unverified',
  visible: true,
  created_at: '2026-11-20T01:00:00Z',
  updated_at: '2026-11-20T01:00:00Z',
  kind: 'veteran',
  name: 'Z**',
  version: 3,
  service: [
    {
      id: 's1',
      branch: 'army',
      from_year: 2010,
      to_year: 2015,
      rank: 'corporal',
      specialities: [{ title: 'Driver', code: 'vehicle_driving' }],
      text: 'Drove.',
    },
  ],
  certificates: [
    { kind: 'certificate', name: 'Electrician', issued_on: '2020-01-01' },
    { kind: 'language', name: 'English' },
  ],
  skills: [{ name: 'Welding', experience_id: 's1' }],
  intentions: {
    titles: ['Fitter'],
    occupations: ['6-18-01-01'],
    distance_km_max: 30,
    pay_min_fen_month: 600_000,
    shifts: [{ shift: 'night', accepted: false }],
  },
};

test('an untouched form changes nothing of what it shows or hides', () => {
  const saved = applyDraft(own, draftOf(own));
  expect(saved.service).toEqual(own.service);
  expect(saved.certificates).toEqual(own.certificates);
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

test('a way to work is 1 to 2000 km or nothing', () => {
  const typed = ['', ' 30 ', '1', '2000', '0', '2001', '3.5', '-1', '30km'];
  expect(typed.map(isWay)).toEqual([true, true, true, true, false, false, false, false, false]);
  const saved = (kmMax: string) => applyDraft(own, { ...draftOf(own), kmMax }).intentions;
  expect(saved(' 45 ')?.distance_km_max).toBe(45);
  expect(saved('')?.distance_km_max).toBeNull();
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
