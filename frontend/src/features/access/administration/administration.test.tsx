// Roles given and taken away, as a security administrator meets them.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Account, Session, WaitingGrant } from '../../../api/types';
import { keepRevealReason, revealReason } from '../../../lib/revealReason';
import { open, serve } from '../../../testing/site';

const session: Session = {
  world: 'live',
  csrf_token: 'token',
  account: { id: 'me', name: 'J**', state: 'active', roles: [{ role: 'security_administrator' }] },
};
const account: Account = {
  id: 'a1',
  name: 'W**',
  state: 'active',
  roles: [{ role: 'organizer', grant_id: 'g1' }],
};
const waiting: WaitingGrant = {
  id: 'g2',
  account_id: 'a1',
  account_name: 'W**',
  role: 'auditor',
  state: 'pending',
  asked_at: '2026-11-20T00:00:00Z',
  asked_by: 'me',
  asked_by_name: 'J**',
  needs_another: true,
};
const world = {
  'GET /api/session': { body: session },
  'GET /api/accounts': { body: { items: [account], total: 1 } },
  'GET /api/grants': { body: [waiting] },
};

test('who asked for a role of audit cannot approve it, and is told who can', async () => {
  serve(world);
  open('/admin/accounts');
  expect(await screen.findByText('是您提出的，要请另一名安全管理员批准。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '批准' })).toBeNull();
  expect(screen.getByRole('button', { name: '不批准' })).toBeTruthy();
});

test('what somebody else asked for can be approved', async () => {
  const sent = serve({
    ...world,
    'GET /api/grants': { body: [{ ...waiting, asked_by: 'other', asked_by_name: 'Z**' }] },
    'PUT /api/grants/g2/decision': { body: { ...waiting, state: 'active' } },
  });
  open('/admin/accounts');
  await userEvent.click(await screen.findByRole('button', { name: '批准' }));
  expect(sent.find(({ method }) => method === 'PUT')?.body).toBe('{"approve":true}');
});

test('a role that is taken away can be kept while the notice stands', async () => {
  const sent = serve(world);
  open('/admin/accounts?sel=a1');
  // jsdom does not open a dialog, so what is inside counts as hidden.
  const takeAway = { name: '收回活动组织者', hidden: true };
  await userEvent.click(await screen.findByRole('button', takeAway));
  expect(screen.queryByRole('button', takeAway)).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: /撤销/, hidden: true }));
  expect(await screen.findByRole('button', takeAway)).toBeTruthy();
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(false);
});

test('why somebody looked at personal data goes with the session', async () => {
  serve({ ...world, 'DELETE /api/session': { status: 204 } });
  open('/admin/accounts');
  keepRevealReason('contact');
  await userEvent.click(await screen.findByRole('button', { name: '退出' }));
  await expect.poll(revealReason).toBeUndefined();
});
