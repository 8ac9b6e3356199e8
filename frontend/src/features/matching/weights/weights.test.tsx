// Weights proposed and accepted, as a system administrator meets them.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Session, Weights } from '../../../api/types';
import { open, serve } from '../../../testing/site';

const session: Session = {
  world: 'live',
  csrf_token: 'token',
  account: { id: 'me', name: 'J**', state: 'active', roles: [{ role: 'system_administrator' }] },
};
const built: Weights = {
  version: 1,
  state: 'accepted',
  is_in_use: true,
  parts: [
    { part: 'occupation', weight: 60 },
    { part: 'pay', weight: 40 },
  ],
};
const proposed: Weights = {
  version: 1001,
  state: 'proposed',
  is_in_use: false,
  parts: [
    { part: 'occupation', weight: 54 },
    { part: 'pay', weight: 46 },
  ],
  proposal: {
    based_on: 1,
    proposed_at: '2026-11-20T00:00:00Z',
    proposed_by: 'Z**',
    needs_another: false,
  },
};

test('what would change is told, and nothing is sent before it is confirmed', async () => {
  const sent = serve({
    'GET /api/session': { body: session },
    'GET /api/weights': { body: [proposed, built] },
    'PUT /api/weights/1001/acceptance': { body: { ...proposed, is_in_use: true } },
  });
  open('/admin/weights');
  expect(await screen.findByRole('row', { name: '职业方向 54 60 −6' })).toBeTruthy();
  expect(screen.getByRole('row', { name: '待遇 46 40 +6' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '采用' }));
  const accepted = () => sent.filter(({ method }) => method === 'PUT');
  expect(accepted()).toEqual([]);
  // jsdom does not open a dialog, so what is inside counts as hidden.
  const [, confirm] = screen.getAllByRole('button', { name: '采用', hidden: true });
  await userEvent.click(confirm as HTMLElement);
  await expect.poll(() => accepted().length).toBe(1);
});

test('the weights of the build can be gone back to', async () => {
  const inUse = { ...proposed, state: 'accepted', is_in_use: true };
  serve({
    'GET /api/session': { body: session },
    'GET /api/weights': { body: [inUse, { ...built, is_in_use: false }] },
  });
  open('/admin/weights');
  expect(await screen.findByRole('row', { name: '职业方向 60 54 +6' })).toBeTruthy();
  expect(screen.getAllByRole('button', { name: '采用' }).length).toBe(1);
});

test('who proposed cannot accept, and is told who can', async () => {
  const own = { ...proposed, proposal: { ...proposed.proposal, needs_another: true } };
  serve({ 'GET /api/session': { body: session }, 'GET /api/weights': { body: [own, built] } });
  open('/admin/weights');
  expect(await screen.findByText('您提议的，要由另一名系统管理员采用')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '采用' })).toBeNull();
});
