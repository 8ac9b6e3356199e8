// A stand-in for the server while pages are being made. It is part of `vite dev` and `vite
// preview` only; nothing of it is built. Its data are invented.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { candidates, details, matches, ownPositions, page, profile } from './data.ts';

interface Account {
  name: string;
  role: string;
  organisation: string | null;
  person: string | null;
}

let account: Account | null = null;
let version = 1;
let stored = profile;

function session() {
  return {
    world: 'demo',
    csrf_token: 'development',
    person_id: account?.person ?? null,
    account: account && {
      id: randomUUID(),
      name: account.name,
      roles: [{ role: account.role, organisation_id: account.organisation, district: null }],
    },
  };
}

function enter(role: string): Account {
  const seeker = role === 'veteran' || role === 'spouse';
  return {
    name: seeker ? '张**' : '王**',
    role,
    organisation: role === 'employer_representative' ? 'e1' : null,
    person: seeker ? randomUUID() : null,
  };
}

type Reply = [status: number, body?: unknown, headers?: Record<string, string>];

function refuse(status: number, code: string, more: object = {}): Reply {
  return [status, { status, code, title: code, title_en: code, ...more }];
}

function answer(method: string, url: URL, body: Record<string, unknown>): Reply {
  const path = url.pathname.replace('/api/', '');
  const [, id, rest] = path.match(/^positions\/([^/]+)(\/matches)?$/) ?? [];
  if (path === 'session' && method === 'DELETE') {
    account = null;
    return [204];
  }
  if (path === 'session') return [200, session()];
  if (path === 'sessions' && body.password !== 'demo') return refuse(401, 'wrong_credentials');
  if (path === 'sessions' || path === 'demo/sessions') {
    account = enter(String(body.role ?? 'veteran'));
    return [201, session()];
  }
  if (path === 'accounts') {
    account = { ...enter(String(body.seeker)), person: null };
    return [201, session()];
  }
  if (path.startsWith('dictionaries/')) return [200, []];
  if (path === 'positions') return [200, page(url.searchParams)];
  if (id && rest) return [200, { items: candidates, total_fitting: 37 }];
  if (id === 'closed')
    return refuse(410, 'gone', { current: { similar: page(url.searchParams).items.slice(0, 3) } });
  if (id) {
    const found = details.find((position) => position.id === id);
    return found ? [200, found] : refuse(404, 'not_found');
  }
  if (!account) return refuse(401, 'not_signed_in');
  if (path === 'me/positions') return [200, { items: ownPositions, next: null }];
  if (path === 'me/matches') return [200, matches(account.role)];
  if (path === 'me/counterfactuals') return [200, { items: [], at_least: false }];
  if (path.startsWith('me/matches/')) {
    const found = matches('veteran').items.find(({ position }) => position.id === path.slice(11));
    return found ? [200, found] : refuse(404, 'not_found');
  }
  if (path.startsWith('me/consents')) return method === 'GET' ? [200, []] : [204];
  if (path === 'me/profile' && method === 'POST') {
    account = { ...account, person: randomUUID() };
    return [201, profile];
  }
  if (path.startsWith('me/profile') && account.person === null) return refuse(404, 'not_found');
  if (path === 'me/profile' && method === 'PUT') {
    stored = { ...profile, ...body };
    version += 1;
  }
  if (path === 'me/profile') return [200, stored, { ETag: `"${version}"` }];
  return refuse(404, 'not_found');
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : {};
}

async function serve(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://mock');
  const [status, body, headers] = answer(request.method ?? 'GET', url, await read(request));
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function answerApi(middlewares: Connect.Server) {
  middlewares.use((request, response, next) => {
    if (request.url?.startsWith('/api/')) serve(request, response);
    else next();
  });
}

export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    apply: 'serve',
    configureServer: (server) => answerApi(server.middlewares),
    configurePreviewServer: (server) => answerApi(server.middlewares),
  };
}
