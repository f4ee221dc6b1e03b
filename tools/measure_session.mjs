// Prints how the time from opening files to the chart grows with their number, from dist/ (tools/build): one article of
// about 1,000 words, then 100 opened together. The articles are put together from the made-up accounts in
// crates/claims/tests/accounts/build, so that all share words and issues, which is the worst case.
//
//   node tools/measure_session.mjs [RUNS]     the best of RUNS openings of the one, before and after the many (5)

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSERS, DIST } from '../tests/browser/browsers.mjs';
import { Page } from '../tests/browser/page.mjs';
import { serve } from './server.mjs';

const WORDS = 1000;
const ARTICLES = 100;
const runs = Number(process.argv[2] ?? 5);
const folder = join(import.meta.dirname, '../crates/claims/tests/accounts/build');
const accounts = readdirSync(folder)
  .sort()
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('== '))
  .filter((block) => /^[AB]/.test(block))
  .map((block) => block.slice(1).trim());

function article(first) {
  let text = '';
  for (let at = first; text.split(/\s+/).length < WORDS; at++) text += `${accounts[at % accounts.length]}\n\n`;
  return [`article-${first}.txt`, text];
}

/** Milliseconds from opening the files, in a page that has opened one before, to the chart of all. */
async function time(browser, url, files) {
  const context = await browser.createBrowserContext();
  const page = new Page(await context.newPage());
  try {
    await page.resize(1440, 900);
    await page.open(url);
    // The tables that are read on first use are read.
    await page.files([article(50)]);
    await page.reaches('done');
    await page.click('button#project');
    await page.click('#new-project');
    await page.reaches('empty');
    const start = performance.now();
    await page.files(files);
    for (;;) {
      const done = await page.tab.evaluate(
        () => document.querySelector('main#app').dataset.state === 'done' && document.querySelector('#summary').textContent,
      );
      if (done && parseInt(done) === files.length) return performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } finally {
    await context.close();
  }
}

const files = Array.from({ length: ARTICLES }, (_, first) => article(first));
for (const { name, ...options } of BROWSERS) {
  const server = await serve(DIST);
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: 600_000, ...options });
  try {
    const best = async () => {
      const all = [];
      for (let run = 0; run < runs; run++) all.push(await time(browser, server.url, files.slice(0, 1)));
      return Math.min(...all);
    };
    const before = await best();
    const many = await time(browser, server.url, files);
    const one = Math.min(before, await best());
    console.log(`${name}: one ${one.toFixed(0)} ms, ${ARTICLES} ${many.toFixed(0)} ms, ` +
      `times ${ARTICLES} times one ${(many / one / ARTICLES).toFixed(2)}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
