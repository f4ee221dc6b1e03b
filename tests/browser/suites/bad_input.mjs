// Whatever is pasted, the page says what is the matter in words, and the text stays in the box.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { FRENCH, HARBOUR, long, UNBALANCED } from '../texts.mjs';

const CASES = [
  { name: 'one word', text: 'Harbour', message: /sentence|statement|short|word/i },
  { name: 'control characters', text: `\u0001\u0002PK\u0003\u0004\u0000\u0007\u001b`.repeat(40), message: /character|text/i },
  { name: 'a quotation that never ends', text: UNBALANCED, message: /quot/i },
  { name: 'French', text: FRENCH, message: /English/ },
];

for (const { name, text, message } of CASES) {
  test(`${name}: a clear message, and the text is still there`, async (page) => {
    await page.paste(text);
    await page.says(message);
    assert.equal(await page.text(), text);

    // And the page goes on working.
    await page.paste(HARBOUR);
    await page.reaches('done');
    assert.ok((await page.words()).cue.includes('said'));
  });
}

test('5 MB are refused in words, or can be called off, and are still there', async (page) => {
  const text = long(5_000_000);
  await page.paste(text);
  const begun = await page.cancelAtOnce();
  if (!begun) await page.says(/MB|large/);
  assert.equal(await page.text(), text);

  await page.paste(HARBOUR);
  await page.charts('Calloway');
});

test('an emptied box is the empty page again', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.paste('');
  await page.reaches('empty');
  assert.equal(await page.tab.$('table.matrix button.mark'), null);
});
