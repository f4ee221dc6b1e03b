// axe-core finds nothing to object to, in both states and both colour schemes.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { test } from '../harness.mjs';

async function objections({ tab }) {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(() => window.axe.run({ iframes: false }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('the empty page and the example are accessible', async (page) => {
  assert.deepEqual(await objections(page), []);
  await page.example();
  assert.deepEqual(await objections(page), []);
});

// Firefox takes its colour scheme when it starts; the colours are the same ones.
test('so they are in the dark', { only: 'Chromium' }, async (page) => {
  await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  assert.deepEqual(await objections(page), []);
  await page.example();
  assert.deepEqual(await objections(page), []);
});
