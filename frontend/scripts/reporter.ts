import type { Reporter, TestModule } from 'vitest/node';

/** Prints the one line that the project's test run counts. */
export default class CountReporter implements Reporter {
  private readonly name: string;

  constructor({ name = 'frontend' } = {}) {
    this.name = name;
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<unknown>) {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      // A file that could not be loaded has no tests, and is a failure all the same.
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    // On exit, so that it stands below everything the other reporter says.
    process.on('exit', () => console.log(`${this.name}: ${passed} passed, ${failed} failed`));
  }
}
