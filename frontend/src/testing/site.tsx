// The whole site at one address, before a server that says what a test lets it say.

import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, vi } from 'vitest';
import { PreferencesContext } from '../app/PreferencesContext';
import { usual } from '../app/preferences';
import { queryClient } from '../app/queries';
import { routerOptions } from '../app/routes';
import { type Locale, LocaleProvider } from '../i18n/locale';

// A page is loaded when it is opened, which takes a while where several tests run at once.
configure({ asyncUtilTimeout: 5000 });

interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };

/** Answers calls by `GET /path`; the last answer of a list repeats. Returns what was sent. */
export function serve(answers: Record<string, Answer | Answer[] | ((url: URL) => Answer)>): Sent[] {
  const sent: Sent[] = [];
  const count = new Map<string, number>();
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const key = `${request.method} ${url.pathname}`;
    sent.push({
      method: request.method,
      url,
      headers: request.headers,
      body: await request.text(),
    });
    const turn = count.get(key) ?? 0;
    count.set(key, turn + 1);
    const answer = answers[key] ?? { status: 404, body: { code: 'not_found' } };
    const listed = typeof answer === 'function' ? [answer(url)] : [answer].flat();
    const { status = 200, body, headers } = listed[Math.min(turn, listed.length - 1)] ?? {};
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  });
  return sent;
}

export function open(path: string, locale: Locale = 'zh') {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ ...routerOptions, history });
  const preferences = { ...usual, locale };
  vi.stubGlobal('scrollTo', () => {});
  render(
    <PreferencesContext value={{ preferences, choose: () => {} }}>
      <LocaleProvider locale={locale}>
        <QueryClientProvider client={queryClient}>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </LocaleProvider>
    </PreferencesContext>,
  );
  return router;
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
});
