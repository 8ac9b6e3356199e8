// What a page costs on its first load (gzip, kB = 1000 bytes), by the chunks it is made of. `npm run
// budget` prints and checks it after a build; src/budget.test.ts checks it too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** First load of pages that everybody may open, on a phone with a slow connection. */
export const PUBLIC_KB_MAX = 130;
export const STYLE_KB_MAX = 15;
/** What a page adds to the first load; the drawing of charts comes after the page that shows one. */
export const EXTRA_KB_MAX = { citizen: 90, staff: 140, chart: 300 };

const publicPages = [
  'index.html',
  'src/app/HomeRoute.tsx',
  'src/app/SearchRoute.tsx',
  'src/app/PositionRoute.tsx',
  'src/app/EnterpriseRoute.tsx',
  'src/app/StationsRoute.tsx',
  'src/app/SignInRoute.tsx',
  'src/app/SignUpRoute.tsx',
];
const staffPages = /^src\/app\/(shells\/Staff|staff\/)/;
const chart = 'src/ui/data/ChartDrawing.tsx';
// A path, not an address: under jsdom an address is not the one that Node's own functions know.
const dist = join(import.meta.dirname, '../dist');

/** One line for each page and for each part that is loaded by itself. */
export function measure() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const entry = files(manifest, 'index.html');
  const first = sizes(entry);
  const parts = Object.entries(manifest).filter(
    ([key, chunk]) => chunk.isDynamicEntry && key.endsWith('.tsx'),
  );
  return ['index.html', ...parts.map(([key]) => key)].map((name) => {
    const { script, style } = sizes(new Set([...entry, ...files(manifest, name)]));
    const extra = script - first.script;
    const isPublic = publicPages.includes(name);
    const kind = name === chart ? 'chart' : staffPages.test(name) ? 'staff' : 'citizen';
    const most = isPublic ? PUBLIC_KB_MAX : EXTRA_KB_MAX[kind];
    const isOver = (isPublic ? script : extra) > most || style > STYLE_KB_MAX;
    return { name, script, style, extra, isPublic, isOver };
  });
}

/** The file of a chunk and all that it imports at once, with their styles. */
function files(manifest, key, seen = new Set()) {
  const chunk = manifest[key];
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const next of chunk.imports ?? []) {
    if (!seen.has(manifest[next].file)) files(manifest, next, seen);
  }
  return seen;
}

function sizes(names) {
  const sum = (ending) =>
    [...names]
      .filter((name) => name.endsWith(ending))
      .map((name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length)
      .reduce((total, length) => total + length, 0) / 1000;
  return { script: sum('.js'), style: sum('.css') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const pages = measure();
  for (const { name, script, style, extra, isOver } of pages) {
    const figures = [script, extra, style].map((kb) => kb.toFixed(1).padStart(6));
    console.log(
      `${figures[0]} kB, +${figures[1]}, style ${figures[2]}  ${name}${isOver ? '  OVER' : ''}`,
    );
  }
  if (pages.some(({ isOver }) => isOver)) {
    const { citizen, staff } = EXTRA_KB_MAX;
    console.error(
      `over: ${PUBLIC_KB_MAX} public, +${citizen} citizen, +${staff} staff, style ${STYLE_KB_MAX}`,
    );
    process.exit(1);
  }
}
