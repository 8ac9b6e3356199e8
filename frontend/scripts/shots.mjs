// npm run shots -- FOLDER [WORD]: a picture of every screen (or those whose name holds WORD) in Chinese, at
// 390 and 1280 px, from the real server; see e2e/server.ts for the variables that steer it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const [folder, word = ''] = process.argv.slice(2);
if (!folder) {
  console.error('npm run shots -- FOLDER [WORD]');
  process.exit(1);
}
// THEME=dark and SIZE=elder show the same screens otherwise.
const look = { theme: process.env.THEME ?? 'light', size: process.env.SIZE ?? 'standard' };

const load = async (file) => (await runnerImport(`./e2e/${file}`)).module;
const { startServer } = await load('server.ts');
const { settle, startBrowser } = await load('browser.ts');
const { People, readWorld } = await load('world.ts');
const { screens } = await load('screens.ts');

mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await startBrowser();
try {
  for (const width of [390, 1280]) {
    const people = new People(browser, server.url, { width, ...look });
    const world = await readWorld(people);
    for (const { name, as, path, reach } of screens.filter((screen) =>
      screen.name.includes(word),
    )) {
      const page = await (await people.as(as)).newPage();
      await page.goto(server.url + path(world));
      await settle(page);
      await reach?.(page);
      const file = join(folder, `${name}-${width}.png`);
      await page.screenshot({ path: file, fullPage: true });
      await page.close();
      console.log(file);
    }
    await people.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
