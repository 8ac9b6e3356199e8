// Asking to represent an organisation, as the person meets it who asks.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Organisation, Representation, Session } from '../../../api/types';
import { open, serve } from '../../../testing/site';
import { requestsOf } from './api';

const newcomer: Session = {
  world: 'live',
  csrf_token: 'token',
  account: { id: 'a1', name: 'G**', state: 'active', roles: [] },
};
const pending: Representation = {
  id: 'g1',
  account_id: 'a1',
  role: 'employer_representative',
  state: 'pending',
  organisation_id: 'o1',
  organisation_name: 'Harbour Works',
  asked_at: '2026-11-20T01:00:00Z',
  asked_by: 'a1',
};
const refused: Representation = {
  ...pending,
  id: 'g0',
  state: 'refused',
  asked_at: '2026-11-10T01:00:00Z',
  decided_at: '2026-11-12T01:00:00Z',
};
const CODE = '91330482MA00000155';

test('a request that waits is told with what comes next, and nobody is told to begin', async () => {
  serve({
    'GET /api/session': { body: newcomer },
    'GET /api/me/representations': { body: [pending] },
  });
  open('/org/verify');
  expect(await screen.findByRole('heading', { name: 'Harbour Works' })).toBeTruthy();
  expect(screen.getByText('等服务站审核')).toBeTruthy();
  expect(screen.getByText(/请带营业执照、单位授权书和本人身份证/)).toBeTruthy();
  expect(screen.queryByText('您还没有代表的单位')).toBeNull();
});

test('a refusal says so, and leads to asking once more', async () => {
  serve({
    'GET /api/session': { body: newcomer },
    'GET /api/me/representations': { body: [refused] },
  });
  open('/org/verify');
  expect(await screen.findByText('没有准许')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: '再申请一次' }));
  expect(await screen.findByLabelText('统一社会信用代码')).toBeTruthy();
});

test('who asks sees the request at once', async () => {
  serve({
    'GET /api/session': { body: newcomer },
    'GET /api/me/representations': [{ body: [] }, { body: [pending] }],
    'POST /api/representatives': { status: 204 },
  });
  open('/org/verify?form=represent');
  await userEvent.type(await screen.findByLabelText('统一社会信用代码'), CODE);
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await screen.findByText('等服务站审核')).toBeTruthy();
});

test.each([
  [404, 'not_found', '还没有单位用这个代码登记过', '登记单位'],
  [409, 'conflict', '您已经申请过，或者已经代表这个单位', '看单位核验'],
])('a request refused with %i says what to do', async (status, code, title, way) => {
  serve({
    'GET /api/session': { body: newcomer },
    'GET /api/me/representations': { body: [] },
    'POST /api/representatives': { status, body: { code } },
  });
  open('/org/verify?form=represent');
  await userEvent.type(await screen.findByLabelText('统一社会信用代码'), CODE);
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await screen.findByText(title)).toBeTruthy();
  expect(screen.getByRole('link', { name: way })).toBeTruthy();
});

test('only the last request for an organisation counts, and none for one that is represented', () => {
  const other = { ...pending, id: 'g2', organisation_id: 'o2' };
  const own = [{ id: 'o2' } as Organisation];
  expect(requestsOf([refused, other, pending], own)).toEqual([pending]);
  expect(requestsOf([refused], [])).toEqual([refused]);
});

test('an industry is chosen by what people call it', async () => {
  // The browser's own; the tests' has none.
  Element.prototype.scrollIntoView = vi.fn();
  const post = {
    code: '60',
    name: 'Post',
    words: ['Parcels'],
    section: { code: 'G', name: 'Transport', english: 'Traffic' },
  };
  serve({
    'GET /api/session': { body: newcomer },
    'GET /api/me/representations': { body: [] },
    'GET /api/dictionaries/industries': { body: [post] },
  });
  open('/org/verify?form=register');
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: /行业/ });
  await userEvent.type(field, 'Parcels');
  await userEvent.click(await screen.findByRole('option', { name: /Post.*Parcels/ }));
  expect(field.value).toBe('Post');
});
