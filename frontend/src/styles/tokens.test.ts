import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name, [light, dark]] as const,
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['bg', 'surface', 'sunken'];
const softs = ['primary', 'honor', 'success', 'warn', 'danger', 'info', 'neutral'].map(
  (tone) => `${tone}-soft`,
);
const on = (name: string, places: string[]) =>
  places.map((place): [string, string] => [name, place]);

/** Where words of this colour may stand. */
const texts: [string, string][] = [
  ...on('text', [...grounds, ...softs]),
  ...on('muted', [...grounds, 'primary-soft', 'neutral-soft']),
  // Banners of every tone hold links.
  ...on('link', [...grounds, ...softs]),
  ...on('primary', ['bg', 'surface', 'primary-soft', 'neutral-soft']),
  ...on('danger', ['bg', 'surface', 'danger-soft']),
  ...on('on-primary', ['primary', 'primary-hover']),
  ...['honor', 'success', 'warn', 'info'].flatMap((tone) => on(tone, [`${tone}-soft`])),
];
/** Edges of controls, rings, bars and signs. */
const edges: [string, string][] = [
  ...on('control', ['bg', 'surface']),
  ...on('focus', [...grounds, ...softs]),
  ...on('primary', ['neutral-soft', 'surface']),
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((series) => on(`chart-${series}`, ['surface'])),
  ...['warn', 'danger', 'info', 'success'].flatMap((tone) => on(tone, [`${tone}-soft`])),
];
/** Hairlines that part what is parted by space already. */
const decorative = ['border'];

describe.each([0, 1])('theme %i', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '#000000';
  test.each(texts)('%s reads on %s', (name, place) => {
    expect(contrast(colour(name), colour(place))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)('%s shows on %s', (name, place) => {
    expect(contrast(colour(name), colour(place))).toBeGreaterThanOrEqual(3);
  });
});

test('every colour stands in a pair', () => {
  const paired = new Set([...texts, ...edges].flat().concat(decorative));
  expect([...tokens.keys()].filter((name) => !paired.has(name ?? ''))).toEqual([]);
});
