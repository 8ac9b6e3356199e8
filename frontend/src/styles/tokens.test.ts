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

const texts: [string, string][] = [
  ...['bg', 'surface', 'sunken', 'neutral-soft'].map((on): [string, string] => ['text', on]),
  ...['bg', 'surface', 'sunken'].map((on): [string, string] => ['muted', on]),
  ...['bg', 'surface'].map((on): [string, string] => ['link', on]),
  ...['surface', 'primary-soft'].map((on): [string, string] => ['primary', on]),
  ...['primary', 'primary-hover'].map((on): [string, string] => ['on-primary', on]),
  ...['honor', 'success', 'warn', 'danger', 'info'].map((tone): [string, string] => [
    tone,
    `${tone}-soft`,
  ]),
];
const edges: [string, string][] = [
  ['control', 'bg'],
  ['control', 'surface'],
  ['focus', 'bg'],
  ['focus', 'surface'],
  ['primary', 'neutral-soft'],
];

describe.each([0, 1])('theme %i', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '#000000';
  test.each(texts)('%s reads on %s', (name, on) => {
    expect(contrast(colour(name), colour(on))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)('%s shows on %s', (name, on) => {
    expect(contrast(colour(name), colour(on))).toBeGreaterThanOrEqual(3);
  });
});
