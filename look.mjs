import puppeteer from 'puppeteer-core';
import { BROWSERS, DIST } from './tests/browser/browsers.mjs';
import { Page } from './tests/browser/page.mjs';
import { serve } from './tools/server.mjs';
const { name: _, ...chromium } = BROWSERS[0];
const server = await serve(DIST);
const browser = await puppeteer.launch({ headless: true, ...chromium });
const want = process.argv.slice(2);
const tab = await browser.newPage();
tab.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
tab.on('pageerror', (e) => console.log('error', e.message));
const shot = async (n) => { await new Promise((r) => setTimeout(r, 200)); await tab.screenshot({ path: `/tmp/w/look/${n}.png` }); };
try {
  for (const [width, height, scheme] of [[1440, 900, 'light'], [360, 740, 'light'], [1440, 900, 'dark']]) {
    await tab.setViewport({ width, height });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const page = new Page(tab);
    await page.open(server.url);
    if ((await tab.$('[data-state=done]')) === null) await page.example();
    const n = `${width}-${scheme}`;
    await shot(`${n}-a`);
    if (width < 900) await tab.evaluate(() => document.querySelectorAll('.turn button')[1].click());
    const marks = await tab.$$('button.mark');
    await marks[2].click();
    await shot(`${n}-b`);
    for (const mode of ['contests', 'table', 'summary', 'network', 'timeline']) {
      if (!(await tab.$(`#mode-${mode}`))) continue;
      await tab.click(`#mode-${mode}`);
      await shot(`${n}-${mode}`);
    }
    await tab.click('#mode-matrix');
  }
} finally { await browser.close(); await server.stop(); }
