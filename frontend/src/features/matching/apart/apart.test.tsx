// One match taken apart, as a system administrator meets it.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ExaminedMatch, Session } from '../../../api/types';
import { card, match } from '../../../testing/samples';
import { open, serve } from '../../../testing/site';

const session: Session = {
  world: 'live',
  csrf_token: 'token',
  account: { id: 'me', name: 'J**', state: 'active', roles: [{ role: 'system_administrator' }] },
};
const person = '4b0f0c1e-0000-4000-8000-000000000001';
const position = '0198a1b2-0000-7000-8000-000000000001';
const address = `GET /api/dev/matches/${person}/${position}`;
const found: ExaminedMatch = {
  person: { id: person, name: 'L**', kind: 'veteran', division: card.division },
  position: card,
  is_position_public: true,
  is_person_findable: true,
  apart: {
    match,
    expected_fit: 7588,
    shares: [
      { kind: 'occupation', weight: 36, known: 1000, credit: 928 },
      { kind: 'skills', weight: 24, known: 1000, credit: 750 },
      { kind: 'shift', weight: 4, known: 0, credit: 0 },
    ],
    comparisons: [
      {
        code: 'speciality_leads',
        has: '4-03-02-01',
        has_name: 'Cook',
        asked: 'Fitter',
        likeness: { whole: 580, surface: 200, occupations: 100, meaning: 280, is_same: false },
        experience: 's1',
        speciality: { code: 'cooking', name: 'Cooking', relation: 'related', worth: 750 },
        counts: 700,
        credit: 499,
      },
    ],
    dictionaries: '2100dbd20bcf1370',
  },
  for_person: {
    estimate: { state: 'fit', expected_fit: 7500 },
    proposed: 200,
    proposed_rank: 4,
    rank: 3,
  },
  for_position: { estimate: { state: 'ruled_out' }, proposed: 166 },
};

test('addresses of pages are pasted, and every number stands there', async () => {
  const sent = serve({ 'GET /api/session': { body: session }, [address]: { body: found } });
  const router = open('/dev/match');
  const [first, second] = await screen.findAllByRole('textbox');
  await userEvent.type(first as HTMLElement, `https://muster.example/people/${person}/matches`);
  await userEvent.type(second as HTMLElement, position);
  await userEvent.click(screen.getByRole('button', { name: '拆开看' }));
  expect(await screen.findByRole('heading', { name: 'L** 与“Fitter”' })).toBeTruthy();
  expect(router.state.location.pathname).toBe(`/dev/match/${person}/${position}`);
  const rowOf = (name: RegExp) => within(screen.getByRole('row', { name }));
  expect(rowOf(/^职业方向 36/).getByText('92.8%')).toBeTruthy();
  expect(rowOf(/^Cook/).getByText('Cooking（相近，算 75%）')).toBeTruthy();
  expect(rowOf(/^Cook/).getByText('28%')).toBeTruthy();
  expect(rowOf(/^给这个人找岗位/).getByText('−0.88')).toBeTruthy();
  expect(rowOf(/^给这个人找岗位/).getByText('4 / 200')).toBeTruthy();
  expect(rowOf(/^给这个岗位找人/).getByText('按硬条件排除')).toBeTruthy();
  expect(rowOf(/^给这个岗位找人/).getByText('不在 166 个候选里')).toBeTruthy();
  // Each look is written down, so there is one.
  expect(sent.filter(({ url }) => url.pathname.startsWith('/api/dev/')).length).toBe(1);
});

test('what holds no id is said at its field, and a missing consent in words', async () => {
  serve({
    'GET /api/session': { body: session },
    [address]: { status: 409, body: { code: 'consent_missing', title: '', status: 409 } },
  });
  open('/dev/match');
  await userEvent.click(await screen.findByRole('button', { name: '拆开看' }));
  expect(screen.getAllByText(/这里面没有编号，请核对/).length).toBeGreaterThan(1);
  open(`/dev/match/${person}/${position}`);
  expect(await screen.findByText('本人没有同意用资料匹配岗位，不能看')).toBeTruthy();
});
