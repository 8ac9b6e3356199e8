// What misses by one thing, as a person, an officer and an employer meet it.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { queryClient } from '../../app/queries';
import { card, match, veteran } from '../../testing/samples';
import { open, serve } from '../../testing/site';

const signedIn = { 'GET /api/session': { body: veteran } };
const as = (role: string) => ({
  'GET /api/session': {
    body: { ...veteran, person_id: null, account: { ...veteran.account, roles: [{ role }] } },
  },
});
const detail = {
  ...card,
  description: 'Keeps the presses running.',
  requirements: [{ kind: 'driving_licence', name: 'A2', must: true }],
  enterprise_detail: { ...card.enterprise, verified_on: '2026-11-18', description: '' },
  same: [],
  state: 'open',
};
const truck = {
  adjustment: {
    kind: 'driving_licence',
    class: 'A2',
    permit: { permits: 'Tractors', standing: 'required', source: 'Rule 7 [G]' },
  },
  opened: 12,
  raised: 3,
  best: { ...card, id: 'p9', title: 'Truck driver' },
  best_fit: 86,
};
const pay = { ...truck, adjustment: { kind: 'pay', fen_month: 630_000 }, opened: 0 };
const further = (items: unknown[], at_least = false) => ({ body: { items, at_least } });
const list = { body: { items: [{ position: card, match }], ask: [], next: null } };

test('what misses by one thing is told below the matches, with what gives it', async () => {
  serve({
    ...signedIn,
    'GET /api/me/matches': list,
    'GET /api/me/counterfactuals': [further([truck, pay]), further([])],
  });
  open('/me/matches');
  const licence = await screen.findByRole('heading', { name: '考取 A2 驾驶证' });
  const inside = within(licence.closest('li') as HTMLElement);
  expect(inside.getByText('再多 12 个合适的岗位，另外有 3 个岗位会明显更合适')).toBeTruthy();
  expect(inside.getByText('Tractors。法律规定须持证上岗。依据：Rule 7（待核实）')).toBeTruthy();
  expect(inside.getByText(/到时匹配 86 分/)).toBeTruthy();
  const best = inside.getByRole('link', { name: 'Truck driver' });
  expect(best.getAttribute('href')).toBe('/positions/p9');
  const less = screen.getByRole('heading', { name: '月薪要求降到 6,300 元' });
  const inLess = within(less.closest('li') as HTMLElement);
  expect(inLess.getByText('会多出 3 个待遇对得上的岗位')).toBeTruthy();
  expect(inLess.getByText('要多少由您自己定，不改也不影响别的岗位。')).toBeTruthy();
  expect(screen.getByRole('link', { name: /有 2 样/ }).getAttribute('href')).toBe('#further');
  await queryClient.invalidateQueries();
  expect(await screen.findByText('现在没有“只差一样就合适”的岗位。')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /再往前一步/ })).toBeNull();
});

test('before anything can be judged nothing is said to be missing', async () => {
  const ask = [{ kind: 'occupation', field: 'titles', about: null, coverage: 36 }];
  const sent = serve({
    ...signedIn,
    'GET /api/me/matches': { body: { items: [], ask, next: null } },
  });
  open('/me/matches');
  expect(await screen.findByRole('heading', { name: '先告诉我们这一件事' })).toBeTruthy();
  expect(sent.some(({ url }) => url.pathname === '/api/me/counterfactuals')).toBe(false);
});

test('the officer reads the same of a person, who decides', async () => {
  serve({
    ...as('station_officer'),
    'GET /api/people/x/matches': list,
    'GET /api/people/x/counterfactuals': further([truck, pay], true),
  });
  open('/people/x/matches');
  expect(await screen.findByText(/^再多至少 12 个合适的岗位/)).toBeTruthy();
  expect(screen.getByText('要多少由本人自己定，不改也不影响别的岗位。')).toBeTruthy();
});

test('a position says the one thing it misses', async () => {
  const blocked = { ...match, blocks: match.parts.flatMap((part) => part.lines).slice(-1) };
  const { adjustment } = truck;
  serve({
    ...signedIn,
    'GET /api/positions/p1': { body: detail },
    'GET /api/me/matches/p1': {
      body: { position: card, match: blocked, counterfactual: { adjustment, fit: 86 } },
    },
  });
  open('/positions/p1');
  const missing = await screen.findByRole('heading', { name: '还差什么' });
  const inside = within(missing.parentElement as HTMLElement);
  expect(inside.getByText('只差一样：考取 A2 驾驶证。到时匹配 86 分。')).toBeTruthy();
  expect(inside.getByText(/待核实/)).toBeTruthy();
});

const without = (pointer: string, people: number | null, at_least = false) => ({
  pointer,
  reach: { people, at_least },
});

test.each([
  ['the one that costs most', [without('/requirements/0', 23), without('/degree_min', 12)]],
  ['of those that can be told', [without('/degree_min', null), without('/requirements/0', 23)]],
])('the employer is told %s', async (_, costs) => {
  serve({
    ...as('employer_representative'),
    'GET /api/positions/p1': { body: detail },
    'GET /api/positions/p1/matches': { body: { items: [], total_fitting: 0, next: null } },
    'GET /api/positions/p1/reach': {
      body: { now: { people: null, at_least: false }, without: costs },
    },
  });
  open('/org/positions/p1/candidates');
  const told = '要是不要求“A2”，约 23 人合适；现在不到 5 人合适。';
  expect(await screen.findByText(told)).toBeTruthy();
  expect(screen.getByRole('link', { name: '改岗位要求' }).getAttribute('href')).toBe(
    '/org/positions/p1',
  );
});
