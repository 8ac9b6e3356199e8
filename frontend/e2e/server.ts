// The real server over a fresh demonstration world, for the tests beside this file.
//
// MUSTER_BINARY names the binary (a debug build sends frontend/dist as it is on the disk). With
// MUSTER_E2E_DIST the pages come from that folder instead, sent with the binary's own headers, and only
// /api is passed on: so pages are tested that the binary was not built with.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startFront } from './front.ts';

export interface Running {
  /** Where the pages are: `http://127.0.0.1:PORT`. */
  url: string;
  stop: () => Promise<void>;
}

const root = resolve(import.meta.dirname, '..');
const binary = resolve(root, process.env.MUSTER_BINARY ?? '../target/debug/muster');
const START_MS_MAX = 60_000;

export async function startServer(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'muster-e2e-'));
  // The server refuses settings it does not know, such as those of these tests.
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('MUSTER_'));
  const env = { ...Object.fromEntries(others), MUSTER_DATA_DIR: data, MUSTER_LOG: 'warn' };
  // Away from the folder of a checkout, whose own data it must not find.
  await promisify(execFile)(binary, ['demo'], { env, cwd: data, maxBuffer: 1e8 });
  const port = await freePort();
  const listen = { ...env, MUSTER_LISTEN: `127.0.0.1:${port}` };
  const child = spawn(binary, ['serve'], {
    env: listen,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  // Positions answer last, once their index is built.
  await answers(`${url}/api/positions?limit=1`, child);
  const dist = process.env.MUSTER_E2E_DIST;
  const front = dist ? await startFront(resolve(root, dist), url) : undefined;
  return {
    url: front?.url ?? url,
    stop: async () => {
      await front?.stop();
      const ended = new Promise((done) => child.on('close', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

async function answers(url: string, child: ChildProcess) {
  let said = '';
  child.stderr?.on('data', (text) => {
    said = (said + text).slice(-4000);
  });
  const until = Date.now() + START_MS_MAX;
  while (Date.now() < until && child.exitCode === null) {
    if ((await fetch(url).catch(() => undefined))?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the server does not answer:\n${said}`);
}
