// Sends a built folder as the binary would, and passes /api on to it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Running } from './server.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export async function startFront(dist: string, api: string): Promise<Running> {
  // Whatever the server sends with each answer, these pages get too, its security policy above all.
  const { headers } = await fetch(`${api}/api/session`);
  const kept = ['content-security-policy', 'x-content-type-options', 'permissions-policy'];
  const shared = Object.fromEntries(kept.map((name) => [name, headers.get(name) ?? '']));
  const cache = new Map<string, Buffer>();
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', api);
    if (pathname.startsWith('/api')) {
      const { host, ...own } = asked.headers;
      const passed = request(api + asked.url, { method: asked.method, headers: own }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      passed.on('error', () => answer.writeHead(502).end());
      asked.pipe(passed);
      return;
    }
    const named = join(dist, normalize(pathname));
    const file = existsSync(named) && statSync(named).isFile() ? named : join(dist, 'index.html');
    const body = cache.get(file) ?? gzipSync(readFileSync(file));
    cache.set(file, body);
    const isAsset = pathname.startsWith('/assets/');
    answer.writeHead(200, {
      ...shared,
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    answer.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
