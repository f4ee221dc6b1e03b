// A megabyte is more than any article: the page answers all the while, and the reader can call it off.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR, long } from '../texts.mjs';

const MEGABYTE = long(1_000_000);

/** Starts to watch for how long the main thread does not answer; the function returned ends it, in milliseconds. */
async function watchMainThread({ tab }) {
  await tab.evaluate(() => {
    let last = performance.now();
    const watch = { worst: 0 };
    watch.timer = setInterval(() => {
      const now = performance.now();
      watch.worst = Math.max(watch.worst, now - last - 10);
      last = now;
    }, 10);
    window.mainThreadWatch = watch;
  });
  return () =>
    tab.evaluate(() => {
      clearInterval(window.mainThreadWatch.timer);
      return Math.round(window.mainThreadWatch.worst);
    });
}

test('a megabyte shows progress, and cancelling keeps the text', async (page) => {
  await page.paste(MEGABYTE);
  assert.ok(await page.cancelAtOnce(), 'the progress bar shows');
  await page.until(() => document.querySelector('main#app').dataset.state !== 'working');
  assert.equal(await page.text(), MEGABYTE);

  await page.paste(HARBOUR);
  await page.reaches('done');
});

test('a megabyte is analysed while the page goes on answering', async (page, { diagnostic }) => {
  const started = Date.now();
  const pasted = await watchMainThread(page);
  await page.paste(MEGABYTE);
  await page.settles();
  // Most of it is the browser's own layout of a megabyte in a text box.
  diagnostic(`1 MB: main thread silent for at most ${await pasted()} ms while it is pasted`);
  const blocked = await watchMainThread(page);
  await page.reaches('done', 900_000);
  diagnostic(`1 MB: done in ${Date.now() - started} ms; main thread silent for at most ${await blocked()} ms meanwhile`);
  assert.match(await page.summary(), /^1 account · \d+ speakers/);
});

// Chromium is driven with what would hold it up switched off.
test('a long text is read at full speed while another tab is in front', { only: 'Firefox' }, async (page) => {
  await page.paste(MEGABYTE);
  await page.reaches('working');
  const other = await page.tab.browser().newPage();
  try {
    await other.bringToFront();
    assert.ok(await page.tab.evaluate(() => document.hidden), 'the page is in the background');
    assert.equal(await page.state(), 'working');
    // At a second for each time that the engine looks for messages it would take thrice as long as the tests are patient.
    await page.until(() => document.querySelector('main#app').dataset.state === 'done');
  } finally {
    await other.close();
  }
});
