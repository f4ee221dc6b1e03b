// Pictures of the page with the example analysed, on a telephone, a tablet and a desk, in the light and in the dark:
//
//   node tools/shots.mjs FOLDER     after a release build (tools/build); docs/page.png is FOLDER/1440-light.png

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSERS, DIST } from '../tests/browser/browsers.mjs';
import { Page } from '../tests/browser/page.mjs';
import { serve } from './server.mjs';

const SIZES = [
  [360, 740],
  [768, 1024],
  [1440, 900],
];

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tools/shots.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const { name: _, ...chromium } = BROWSERS[0];
const server = await serve(DIST);
const browser = await puppeteer.launch({ headless: true, ...chromium });
try {
  for (const scheme of ['light', 'dark']) {
    for (const [width, height] of SIZES) {
      const tab = await browser.newPage();
      await tab.setViewport({ width, height });
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const page = new Page(tab);
      await page.open(server.url);
      await page.example();
      const path = join(folder, `${width}-${scheme}.png`);
      await tab.screenshot({ path });
      console.log(path);
      await tab.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
