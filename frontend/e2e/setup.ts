import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
  }
}

/** One server for all the files. */
export default async function setup(project: TestProject) {
  const server = await startServer();
  project.provide('url', server.url);
  return server.stop;
}
