// npm run lighthouse [-- RUNS]: what Lighthouse measures of the public pages on a slow phone, the median of
// five runs. The scores are of its mobile setting, which reckons what a slow phone would do; the times are
// measured with the network and the processor really slowed down, and with them comes a score of their own.
// A measurement to look at, not a test: the machine it runs on is part of the result.

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

/** 1.6 Mbit/s, 150 ms there and back, a quarter of the processor. */
const slowed = {
  throttlingMethod: 'devtools',
  throttling: {
    downloadThroughputKbps: 1600,
    uploadThroughputKbps: 750,
    requestLatencyMs: 150,
    cpuSlowdownMultiplier: 4,
  },
};

async function runAll(url, settings) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'error', ...settings });
    results.push(lhr);
  }
  const score = (category) =>
    Math.round(100 * median(results.map(({ categories }) => categories[category].score ?? 0)));
  const audit = (id) => median(results.map(({ audits }) => audits[id].numericValue ?? 0));
  return { results, score, audit };
}

async function measure(name, url) {
  const reckoned = await runAll(url, {});
  const { score, audit } = await runAll(url, { ...slowed, onlyCategories: ['performance'] });
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map(reckoned.score);
  const times =
    `LCP ${seconds(audit('largest-contentful-paint'))}, TTI ${seconds(audit('interactive'))}, ` +
    `TBT ${Math.round(audit('total-blocking-time'))} ms, ` +
    `CLS ${audit('cumulative-layout-shift').toFixed(3)}`;
  const lcp = seconds(reckoned.audit('largest-contentful-paint'));
  console.log(
    `${name}: ${scores.join('/')} (reckoned LCP ${lcp}); slowed: ${times}, ${score('performance')}`,
  );
  const faults = Object.values(reckoned.results.at(-1).audits).filter(
    ({ score: one, scoreDisplayMode }) => scoreDisplayMode === 'binary' && one === 0,
  );
  for (const { id, title } of faults) console.log(`  ${id}: ${title}`);
}

try {
  await waitForBrowser();
  const first = await (await fetch(`${server.url}/api/positions?limit=1`)).json();
  const [{ id, enterprise }] = first.items;
  await measure('/', `${server.url}/`);
  await measure('/positions', `${server.url}/positions`);
  await measure('/positions/:id', `${server.url}/positions/${id}`);
  await measure('/enterprises/:id', `${server.url}/enterprises/${enterprise.id}`);
  await measure('/stations', `${server.url}/stations`);
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
