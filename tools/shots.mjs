// Pictures of the page with the example analysed:
//
//   node tools/shots.mjs FOLDER     on a telephone, a tablet and a desk, in the light and in the dark
//   node tools/shots.mjs --docs     those of docs/: the page, and each way to show the chart for docs/guide.md
//
// Both after a release build (tools/build).

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSERS, DIST } from '../tests/browser/browsers.mjs';
import { Page } from '../tests/browser/page.mjs';
import { serve } from './server.mjs';

const SIZES = [
  [320, 640],
  [360, 740],
  [768, 1024],
  [1440, 900],
];
const MODES = ['matrix', 'network', 'agreement', 'timeline', 'contests', 'table', 'summary'];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tools/shots.mjs FOLDER | --docs');
  process.exit(2);
}

const { name: _, ...chromium } = BROWSERS[0];
const server = await serve(DIST);
const browser = await puppeteer.launch({ headless: true, ...chromium });

/** Opens the example in a window of that size; the browser forgets in between what it has kept. */
async function open(width, height, scheme) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const page = new Page(tab);
  await page.resize(width, height);
  await page.open(server.url);
  await page.example();
  return { page, tab, shot: (path, options) => shot(tab, path, options), close: () => context.close() };
}

async function shot(tab, path, options = {}) {
  // Until what was asked for is drawn and laid out.
  await tab.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 200)));
  await tab.screenshot({ path, ...options });
  console.log(path);
}

try {
  if (folder === '--docs') await docs();
  else await everywhere();
} finally {
  await browser.close();
  await server.stop();
}

async function docs() {
  const docs = join(import.meta.dirname, '../docs');
  mkdirSync(join(docs, 'guide'), { recursive: true });
  const { page, tab, shot, close } = await open(1440, 900, 'light');
  await tab.evaluate(() => [...document.querySelectorAll('#first-use button')].forEach((button) => button.click()));
  await page.clickMark(2);
  await shot(join(docs, 'page.png'));
  for (const mode of MODES.slice(1)) {
    await page.show(mode);
    const chart = await (await tab.$('#chart')).boundingBox();
    await shot(join(docs, `guide/${mode}.png`), { clip: chart });
  }
  await page.show('matrix');
  await page.click('#reshape');
  await shot(join(docs, 'guide/words.png'));
  await page.click('#reshape');
  await page.click('#accept');
  await page.corrected(1);
  await page.setField('act', 'questions');
  await page.corrected(2);
  await shot(join(docs, 'guide/panel.png'), { clip: await (await tab.$('#evidence')).boundingBox() });
  await page.click('#project');
  await tab.waitForSelector('.records li');
  await shot(join(docs, 'guide/project.png'), { clip: await (await tab.$('dialog[open]')).boundingBox() });
  await close();
}

async function everywhere() {
  mkdirSync(folder, { recursive: true });
  for (const scheme of ['light', 'dark']) {
    for (const [width, height] of SIZES) {
      const { page, tab, shot, close } = await open(width, height, scheme);
      const at = (name) => join(folder, `${width}-${scheme}${name}.png`);
      await shot(at(''));
      if (width < 960) await tab.evaluate(() => document.querySelectorAll('.turn button')[1].click());
      for (const mode of MODES) {
        await page.show(mode);
        await shot(at(`-${mode}`));
      }
      await page.show('matrix');
      await page.clickMark(2);
      await shot(at('-panel'));
      await close();
    }
  }
}
