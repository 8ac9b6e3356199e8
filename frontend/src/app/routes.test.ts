// The table of routes against what else knows about them.
import type { AnyRoute } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { screens } from '../../e2e/screens';
import { routerOptions } from './routes';

const pathOf = ({ options }: AnyRoute) => String((options as { path?: string }).path);
const routes = (Object.values(routerOptions.routeTree.children ?? {}) as AnyRoute[]).filter(
  (route) => !['/dev/ui', '/dev/staff', '/dev/kiosk'].includes(pathOf(route)),
);

test('each route has a screen that the sweeps look at', () => {
  const seen = new Set(screens.map(({ route }) => route));
  expect(routes.map(pathOf).filter((path) => !seen.has(path))).toEqual([]);
});

test('each route says its title, who may open it, and its shell', () => {
  const silent = routes.filter(({ options: { staticData } }) => {
    const { title, who, shell } = staticData ?? {};
    return !title || !who || !shell;
  });
  expect(silent.map(pathOf)).toEqual([]);
});
