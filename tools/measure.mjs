// Prints how quick and how large the page is, from dist/ (tools/build): when it first paints, how long it takes from a
// paste to the chart for the example, how many bytes it sends, and the longest task on the main thread meanwhile.
//
//   node tools/measure.mjs [RUNS]     the median of RUNS openings of a fresh browser profile (5)

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSERS, DIST } from '../tests/browser/browsers.mjs';
import { Page } from '../tests/browser/page.mjs';
import { serve } from './server.mjs';

const runs = Number(process.argv[2] ?? 5);
const example = ['a', 'b'].map((name) => readFileSync(join(import.meta.dirname, `../src/example/${name}.txt`), 'utf8'));
const { name: _, ...chromium } = BROWSERS[0];
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function once() {
  const server = await serve(DIST);
  const browser = await puppeteer.launch({ headless: true, ...chromium });
  try {
    const tab = await browser.newPage();
    // The service worker fetches the same files again, from the HTTP cache; they are counted once.
    const seen = new Map();
    tab.on('response', async (response) => {
      const bytes = await response.buffer().catch(() => Buffer.alloc(0));
      seen.set(response.url(), bytes.length);
    });
    await tab.evaluateOnNewDocument(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const page = new Page(tab);
    await page.resize(1440, 900);
    await page.open(server.url);
    // The models are on their way; a paste waits for them, so that their part is measured apart from the reading.
    await tab.waitForFunction(() => !document.querySelector('[role=progressbar]'));
    const paint = await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
    const ready = await tab.evaluate(() => performance.now());
    const times = [];
    for (const text of example) {
      if (times.length > 0) await page.click('#add-account');
      const accounts = times.length + 1;
      const start = await tab.evaluate(() => performance.now());
      await page.paste(text);
      await tab.waitForFunction(
        (accounts) =>
          document.querySelector('main#app').dataset.state === 'done' &&
          document.querySelector('#summary').textContent.startsWith(`${accounts} account`),
        { polling: 'raf' },
        accounts,
      );
      times.push((await tab.evaluate(() => performance.now())) - start);
    }
    const longest = await tab.evaluate(() => window.longest);
    const bytes = [...seen.values()].reduce((sum, size) => sum + size, 0);
    return { paint, ready, first: times[0], both: times[1], longest, bytes };
  } finally {
    await browser.close();
    await server.stop();
  }
}

const all = [];
for (let run = 0; run < runs; run++) all.push(await once());
const row = (label, key, unit, digits = 0) =>
  console.log(`${label.padEnd(44)}${median(all.map((one) => one[key])).toFixed(digits).padStart(12)} ${unit}`);
row('first paint', 'paint', 'ms');
row('ready to read (models fetched and loaded)', 'ready', 'ms');
row('from paste to chart, one account', 'first', 'ms');
row('from paste of the second to chart, both', 'both', 'ms');
row('longest task on the main thread', 'longest', 'ms (0: none over 50)');
row('bytes, uncompressed', 'bytes', 'bytes');
