import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { mockApi } from './dev/mock.ts';

// `vite dev` answers /api itself, unless MUSTER_API names a running server to pass the calls to.
const server = process.env.MUSTER_API;

const libraries = /node_modules\/(?!lucide-react|echarts|zrender|tslib|uqr)/;
/** What all public pages stand on, besides their own. */
const shared =
  /src\/(api\/(client|session)|lib\/ApiError|i18n\/(format|words|messages\.zh)|ui\/(Button|Card|form\/field|form\/Field|form\/TextField|data\/Pill|data\/Facts)|features\/positions\/(PositionCard|PositionList|words|messages\.zh|api|search|SearchForm))/;

/** Each style file names the order of the layers, since any of them may be the first to load. */
function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('.css')
        ? { code: `@layer tokens, base, ui, page, print;\n${code}`, map: null }
        : null,
  };
}

/** Beside each file its pressed form, a sixth smaller than what the server could press while somebody waits. */
function pressed(): Plugin {
  return {
    name: 'pressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(js|css)$/.test(file.fileName)) continue;
        const content = file.type === 'chunk' ? file.code : file.source;
        writeFileSync(join(dir, `${file.fileName}.br`), brotliCompressSync(content));
      }
    },
  };
}

export default defineConfig({
  plugins: [layerOrder(), pressed(), react(), ...(server ? [] : [mockApi()])],
  server: server ? { proxy: { '/api': server } } : {},
  // Also in development, so that newer CSS such as light-dark() is lowered the same way.
  // The names of classes are the same in every build: the server writes the same HTML for the first paint.
  css: {
    transformer: 'lightningcss',
    lightningcss: { cssModules: { pattern: '[name]-[local]' } },
  },
  build: {
    // The browsers we test. Older ones cost 1.6 kB here and get the page without scripts.
    target: ['chrome100', 'safari15.4'],
    manifest: true,
    // The content security policy allows files of this host only, never data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The libraries of every page in one file: it compresses better, and stays cached when only our
      // pages change. What few pages need, such as signs or charts, goes with those pages.
      output: {
        // Every page loads a list of all files' names. Six signs still tell 10¹⁰ contents apart, and seven are the least for so many scripts.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:6][extname]',
        codeSplitting: {
          groups: [
            { name: 'libraries', test: libraries },
            { name: 'shared', test: shared },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 60_000,
    restoreMocks: true,
    reporters: ['default', './scripts/reporter.ts'],
  },
});
