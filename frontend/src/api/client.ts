import createClient from 'openapi-fetch';
import { ApiError } from '../lib/ApiError';
import { askAgain, wasSignedIn } from './reentry';
import type { paths } from './schema';
import type { Problem, Session } from './types';

const origin = globalThis.location.origin;

let csrfToken: string | null = null;

/** Told by whoever reads the session; every change the browser asks for carries it. */
export function rememberCsrfToken(token: string | null | undefined) {
  csrfToken = token ?? null;
}

/** Not `randomUUID`, which browsers keep from pages without TLS, such as a first trial on a LAN. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What every change carries: where it comes from, and which one it is when it is sent again. */
function stamped(request: Request): Request {
  if (request.method === 'GET') return request;
  const { headers } = request;
  // A table that is imported says what it is.
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  if (csrfToken) headers.set('X-CSRF-Token', csrfToken);
  if (request.method === 'POST' && !headers.has('Idempotency-Key')) {
    headers.set('Idempotency-Key', newKey());
  }
  return request;
}

async function isExpired(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const problem: Partial<Problem> = await response
    .clone()
    .json()
    .catch(() => ({}));
  // Without any cookie left the server cannot know that somebody was here; the browser does.
  return problem.code === 'session_expired' || (problem.code === 'not_signed_in' && wasSignedIn());
}

let renewal: Promise<Session | undefined> | null = null;

/** Renews the session by its second cookie. Calls that failed together wait for the same renewal. */
export function renewSession(): Promise<Session | undefined> {
  renewal ??= (async () => {
    const request = stamped(new Request(`${origin}/api/session/refresh`, { method: 'POST' }));
    const renewed = await fetch(request);
    if (!renewed.ok) return undefined;
    const session: Session = await renewed.json();
    rememberCsrfToken(session.csrf_token);
    return session;
  })().finally(() => {
    renewal = null;
  });
  return renewal;
}

async function send(request: Request): Promise<Response> {
  const again = stamped(request).clone();
  const response = await fetch(request);
  if (!(await isExpired(response))) return response;
  if (!(await renewSession()) && !(await askAgain())) return response;
  return fetch(stamped(again));
}

export const api = createClient<paths>({
  baseUrl: origin,
  headers: { accept: 'application/json' },
  fetch: send,
});

interface Answer<T> {
  data?: T;
  error?: Partial<Problem>;
  response: Response;
}

async function settle<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await call.catch((cause: unknown) => {
    // A call that its page gave up is not an error to show.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, { code: 'unreachable' });
  });
  const { response, error = {} } = answer;
  if (!response.ok) throw new ApiError(response.status, error, response.headers);
  return answer;
}

/** The body of an answer, or an `ApiError`. */
export async function ok<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await settle(call)).data as T;
}

/** The body with its version, for `If-Match`. */
export async function versioned<T>(call: Promise<Answer<T>>): Promise<{ data: T; etag: string }> {
  const { data, response } = await settle(call);
  return { data: data as T, etag: response.headers.get('ETag') ?? '' };
}
