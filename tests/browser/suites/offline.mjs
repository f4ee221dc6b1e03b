// Once loaded, the page needs no network: not to work, and not to open again.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from '../browsers.mjs';
import { test } from '../harness.mjs';

test('the page opens and analyses with the network off', async (page, { server }) => {
  await page.keptForOffline();
  await server.stop();
  await page.example();
  await page.clickMark(0);
  await page.click('#accept');
  await page.corrected(1);
  // Time for it to be kept.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await page.reload();
  await page.reaches('done');
  await page.corrected(1);
  assert.match(await page.summary(), /^2 accounts/);
});

const copy = mkdtempSync(join(tmpdir(), 'sayso-release-'));
cpSync(DIST, copy, { recursive: true });
process.on('exit', () => rmSync(copy, { recursive: true }));

test('a new release replaces the one that is kept', { dist: () => copy }, async (page) => {
  await page.keptForOffline();
  const title = await page.tab.title();
  const old = release(copy);
  publish(copy, old.html.replace(/<title>.*<\/title>/, `<title>${title}, again</title>`));
  try {
    // The first opening finds out about the new release, and a later one shows it.
    await page.reload();
    await page.until(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
    assert.equal(await page.tab.title(), title, 'an open page stays what it is');
    await page.reload();
    await page.until((title) => document.title === title, {}, `${title}, again`);
  } finally {
    writeFileSync(join(copy, 'index.html'), old.html);
    writeFileSync(join(copy, 'sw.js'), old.worker);
  }
});

function release(dist) {
  const read = (name) => readFileSync(join(dist, name), 'utf8');
  return { html: read('index.html'), worker: read('sw.js') };
}

/** Makes a new release of `dist` that differs in its index.html. */
function publish(dist, html) {
  const digest = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const old = release(dist);
  assert.ok(old.worker.includes(digest(old.html)), 'sw.js lists index.html by its digest');
  const worker = old.worker
    .replace(digest(old.html), digest(html))
    .replace(/const RELEASE = "(\w+)"/, 'const RELEASE = "$1-again"');
  writeFileSync(join(dist, 'index.html'), html);
  writeFileSync(join(dist, 'sw.js'), worker);
}
