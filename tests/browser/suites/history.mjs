// What was typed or pasted can be taken back.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR, MARKET } from '../texts.mjs';

const holds = (page, text) =>
  page.tab.waitForFunction((text) => document.querySelector('textarea[name=account]')?.value === text, {}, text);

test('undo and redo go through the texts that were pasted', async (page) => {
  assert.equal(await page.tab.$eval('button#undo', (button) => button.disabled), true, 'nothing to undo at first');
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.paste(MARKET);
  await page.tab.waitForFunction(() => document.querySelector('table.matrix')?.textContent.includes('Farrant'));

  await page.click('button#undo');
  await holds(page, HARBOUR);
  await page.tab.waitForFunction(() => document.querySelector('table.matrix')?.textContent.includes('Calloway'));

  await page.click('button#redo');
  await holds(page, MARKET);
  await page.tab.waitForFunction(() => document.querySelector('table.matrix')?.textContent.includes('Farrant'));
});

test('undo brings back what the example replaced', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.click('button#example');
  await page.tab.waitForFunction(() => document.querySelectorAll('[role=tab]').length === 2);
  await page.click('button#undo');
  await holds(page, HARBOUR);
});
