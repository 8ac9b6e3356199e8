import { expect, test } from 'vitest';
import { ApiError } from '../lib/ApiError';
import { nobody, veteran } from '../testing/samples';
import { serve } from '../testing/site';
import { api, ok, rememberCsrfToken } from './client';
import { currentQuestion, onQuestion, rememberSignedIn } from './reentry';

const expired = { status: 401, body: { code: 'session_expired' } };

test('a change says where it comes from and which one it is', async () => {
  const sent = serve({ 'POST /api/sessions': { status: 201, body: nobody } });
  rememberCsrfToken('token');
  await ok(api.POST('/api/sessions', { body: { identifier: 'a', password: 'b' } }));
  expect(sent[0]?.headers.get('Content-Type')).toBe('application/json');
  expect(sent[0]?.headers.get('X-CSRF-Token')).toBe('token');
  expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
});

test('an expired session is renewed once, and the call repeated', async () => {
  const sent = serve({
    'GET /api/me/matches': [expired, { body: { items: [], ask: [], next: null } }],
    'POST /api/session/refresh': { status: 201, body: veteran },
  });
  const both = [ok(api.GET('/api/me/matches')), ok(api.GET('/api/me/matches'))];
  await Promise.allSettled(both);
  expect(sent.filter(({ url }) => url.pathname === '/api/session/refresh')).toHaveLength(1);
  expect(await both[0]).toEqual({ items: [], ask: [], next: null });
});

test('a session that cannot be renewed stays a refusal', async () => {
  serve({ 'GET /api/me/matches': expired, 'POST /api/session/refresh': { status: 401 } });
  await expect(ok(api.GET('/api/me/matches'))).rejects.toMatchObject({ status: 401 });
});

test('no answer is an error with a code', async () => {
  serve({});
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  const refusal = await ok(api.GET('/api/session')).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({ status: 0, code: 'unreachable' });
});

test('who signs in again loses nothing: the call is sent once more', async () => {
  const sent = serve({
    'GET /api/me/matches': [expired, { body: { items: [], ask: [], next: null } }],
    'POST /api/session/refresh': { status: 401 },
  });
  rememberSignedIn(true);
  const stop = onQuestion(() => {
    setTimeout(() => currentQuestion()?.(true));
  });
  expect(await ok(api.GET('/api/me/matches'))).toMatchObject({ items: [] });
  expect(sent.filter(({ url }) => url.pathname === '/api/me/matches')).toHaveLength(2);
  stop();
});
