// npm run lighthouse [-- RUNS]: what Lighthouse measures of the public pages on a slow phone, the median of
// five runs. A measurement to look at, not a test: the machine it runs on is part of the result.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { runnerImport } from 'vite';

const runs = Number(process.argv[2] ?? 5);
const { startServer, freePort } = (await runnerImport('./e2e/server.ts')).module;
const server = await startServer();
const port = await freePort();
const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const chromium = spawn(
  process.env.CHROMIUM ?? '/usr/bin/chromium',
  [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--remote-debugging-port=${port}`,
    `--user-data-dir=${profile}`,
    'about:blank',
  ],
  { stdio: 'ignore' },
);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

async function measure(name, url) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'error' });
    results.push(lhr);
  }
  const score = (category) =>
    Math.round(100 * median(results.map(({ categories }) => categories[category].score ?? 0)));
  const audit = (id) => median(results.map(({ audits }) => audits[id].numericValue ?? 0));
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map(score).join('/');
  console.log(
    `${name}: ${scores}, LCP ${seconds(audit('largest-contentful-paint'))}, ` +
      `TTI ${seconds(audit('interactive'))}, TBT ${Math.round(audit('total-blocking-time'))} ms, ` +
      `CLS ${audit('cumulative-layout-shift').toFixed(3)}`,
  );
  const faults = Object.values(results.at(-1).audits).filter(
    ({ score: one, scoreDisplayMode }) => scoreDisplayMode === 'binary' && one === 0,
  );
  for (const { id, title } of faults) console.log(`  ${id}: ${title}`);
}

try {
  await waitForBrowser();
  const first = await (await fetch(`${server.url}/api/positions?limit=1`)).json();
  await measure('/', `${server.url}/`);
  await measure('/positions/:id', `${server.url}/positions/${first.items[0].id}`);
  await measure('/sign-in', `${server.url}/sign-in`);
} finally {
  const ended = new Promise((done) => chromium.on('close', done));
  chromium.kill();
  await ended;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  await server.stop();
}

async function waitForBrowser() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the browser does not answer');
}
