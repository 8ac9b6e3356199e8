import { defineConfig } from 'vitest/config';

// Against the real server in a real browser; see e2e/server.ts for the variables that steer it.
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['./e2e/setup.ts'],
    reporters: ['default', ['./scripts/reporter.ts', { name: 'e2e' }]],
    // One browser at a time: two cores carry the server as well.
    maxWorkers: 1,
    maxConcurrency: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
