// What was typed or pasted can be taken back.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR, MARKET } from '../texts.mjs';

test('undo and redo go through the texts that were pasted', async (page) => {
  assert.equal(await page.tab.$eval('button#undo', (button) => button.disabled), true, 'nothing to undo at first');
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.paste(MARKET);
  await page.charts('Farrant');

  await page.click('button#undo');
  await page.charts('Calloway');
  await page.holds(HARBOUR);

  await page.click('button#redo');
  await page.charts('Farrant');
  await page.holds(MARKET);
});

test('undo brings back what the example replaced', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.example();
  assert.equal((await page.accounts()).length, 2);
  await page.click('button#undo');
  await page.charts('Calloway');
  assert.deepEqual(await page.accounts(), ['Account A']);
  await page.holds(HARBOUR);
});
