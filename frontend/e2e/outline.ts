// What a screen is made of for those who hear it: its landmarks, its headings, the names of its controls.
// Rows of data, ids, numbers and names of people are left out: they change with the world, while the
// structure does not.

interface Part {
  role: string;
  name: string;
  level: string;
  url: string;
  parts: Part[];
}

const LANDMARKS = [
  'banner',
  'navigation',
  'main',
  'contentinfo',
  'complementary',
  'search',
  'form',
];
const KEPT =
  /^(heading|button|link|textbox|searchbox|combobox|spinbutton|checkbox|radio|switch|tab|tablist|radiogroup|group|region|table|columnheader|dialog|alert|progressbar)$/;
/** One of many alike: of what it holds, only the ways to pages that no record has are structure. */
const DATA = ['row', 'listitem', 'article'];
const RECORD = /[0-9a-f]{8}-[0-9a-f]{4}|%[0-9A-F]{2}/;

/** A snapshot of Playwright's, reduced to structure: one line for each part, each once beside its like. */
export function outlineOf(snapshot: string): string {
  const lines = linesOf(parse(snapshot), 0, false);
  return `${lines.filter((line, index) => line !== lines[index - 1]).join('\n')}\n`;
}

function linesOf(parts: Part[], depth: number, inData: boolean): string[] {
  return parts.flatMap((part) => {
    if (DATA.includes(part.role) && !part.parts.some(({ role }) => role === 'columnheader')) {
      return linesOf(part.parts, depth, true);
    }
    const isShown = LANDMARKS.includes(part.role) || KEPT.test(part.role);
    if (!isShown) return linesOf(part.parts, depth, inData);
    if (inData && (part.role !== 'link' || RECORD.test(part.url))) {
      return part.role === 'link' ? [] : linesOf(part.parts, depth, true);
    }
    // A heading that leads to a record is its name.
    if (part.parts.some(({ role, url }) => role === 'link' && RECORD.test(url))) {
      if (part.role === 'heading') return [];
    }
    // So is a link to it, unless it is the verb for what is done there.
    if (/^\/positions\/|[?&]sel=/.test(part.url) && RECORD.test(part.url)) return [];
    // What is counted comes and goes with its count.
    if (part.role === 'radio' && /\d$/.test(part.name)) return [];
    const name = part.name && ` "${wordsOf(part.name)}"`;
    const own = `${'  '.repeat(depth)}- ${part.role}${name}${part.level}`;
    const inner = part.role === 'combobox' ? [] : linesOf(part.parts, depth + 1, inData);
    return [own, ...inner];
  });
}

/** Without what is chosen at present, numbers and what a record is called. */
function wordsOf(name: string): string {
  return name
    .replace(/^✓ /, '')
    .replace(/“[^”]*”/g, '“…”')
    .replace(/[^\s“]\*+/g, '…')
    .replace(/\d[\d,.]*/g, '#');
}

function parse(snapshot: string): Part[] {
  const top: Part[] = [];
  const open: Part[][] = [top];
  for (const line of snapshot.split('\n')) {
    const [, indent = '', quoted, bare = ''] = line.match(/^( *)- (?:'(.*)':?|(.*))$/) ?? [];
    const text = quoted?.replaceAll("''", "'") ?? bare;
    const depth = indent.length / 2;
    const [, role = '', name = '', marks = ''] =
      text.match(/^([a-z]+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]+\])*)/) ?? [];
    const level = marks.match(/ \[level=\d\]/)?.[0] ?? '';
    const part = { role, name, level, url: '', parts: [] };
    if (text.startsWith('/url:')) {
      const around = open[depth - 1]?.at(-1);
      if (around) around.url = text;
      continue;
    }
    open[depth]?.push(part);
    open[depth + 1] = part.parts;
  }
  return top;
}
