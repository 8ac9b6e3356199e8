// Fails the build when a page's first load outgrows its budget (gzip, kB = 1000 bytes).
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SCRIPT_KB_MAX = 130;
const STYLE_KB_MAX = 15;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

function files(key, seen = new Set()) {
  const chunk = manifest[key];
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const next of chunk.imports ?? []) if (!seen.has(manifest[next].file)) files(next, seen);
  return seen;
}

function kilobytes(names, ending) {
  const chosen = [...names].filter((name) => name.endsWith(ending));
  return (
    chosen.reduce(
      (sum, name) => sum + gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length,
      0,
    ) / 1000
  );
}

const entry = files('index.html');
const pages = Object.entries(manifest).filter(
  ([key, chunk]) => chunk.isDynamicEntry && key.endsWith('.tsx'),
);
let over = false;
for (const [name, seen] of [
  ['/', entry],
  ...pages.map(([key]) => [key, new Set([...entry, ...files(key)])]),
]) {
  const script = kilobytes(seen, '.js');
  const style = kilobytes(seen, '.css');
  over ||= script > SCRIPT_KB_MAX || style > STYLE_KB_MAX;
  console.log(
    `${script.toFixed(1).padStart(6)} kB script ${style.toFixed(1).padStart(5)} kB style  ${name}`,
  );
}
if (over) {
  console.error(`over budget: ${SCRIPT_KB_MAX} kB of script, ${STYLE_KB_MAX} kB of style`);
  process.exit(1);
}
