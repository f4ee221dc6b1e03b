// Every reading can be checked in one click, corrected in two, and undone.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR } from '../texts.mjs';

/** Pastes the article about the harbour and selects the statement whose content begins so. */
async function harbour(page, words = 'They read my report') {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await choose(page, words);
}

async function choose(page, words) {
  await page.show('table');
  const row = await page.tab.evaluateHandle(
    (words) => [...document.querySelectorAll('.statements .words')].find((button) => button.textContent.includes(words)),
    words,
  );
  await row.asElement().click();
  await page.settles();
  await page.tab.waitForSelector('#accept');
}

test('a statement is accepted, corrected, rejected, and all of it undone', async (page) => {
  await harbour(page);
  const before = await page.panel();
  assert.equal(before.chain[0], 'Account A');
  assert.match(before.fields.speaker.value, /Calloway/);
  assert.ok(before.fields.act.rule !== '' && before.fields.speaker.rule !== '', 'each field has its rule');

  await page.click('#accept');
  await page.corrected(1);
  const accepted = await page.panel();
  assert.ok(accepted.accepted);
  assert.equal(accepted.toReview, before.toReview - 1);

  await page.setField('act', 'promises');
  await page.corrected(2);
  await page.fieldIs('act', 'promises');
  assert.equal((await page.panel()).fields.act.rule, 'set by you');
  await page.setField('stance', 'neutral');
  await page.corrected(3);
  await page.fieldIs('stance', 'neutral');
  await page.setField('speaker', 'Tomas Vrell');
  await page.corrected(4);
  await page.fieldIs('speaker', 'Tomas Vrell');

  await page.click('#reject');
  await page.corrected(5);
  assert.notEqual((await page.panel()).words, before.words, 'the next statement is shown');
  for (const count of [4, 3, 2, 1, 0]) {
    await page.click('#undo');
    await page.corrected(count);
  }
  await choose(page, 'They read my report');
  assert.deepEqual((await page.panel()).fields, before.fields);
  await page.click('#redo');
  await page.corrected(1);
  assert.ok((await page.panel()).accepted);

  await page.click('#corrections');
  await page.tab.waitForSelector('dialog.corrections[open] li button');
  await page.tab.click('dialog.corrections li button');
  await page.corrected(0);
});

test('the keyboard does it too', async (page) => {
  await harbour(page);
  const { words } = await page.panel();
  await page.tab.focus('#chart');
  await page.tab.keyboard.press('a');
  await page.corrected(1);
  await page.tab.keyboard.press('n');
  await page.until((words) => document.querySelector('.sentence mark')?.textContent !== words, {}, words);
  await page.tab.keyboard.press('p');
  await page.until((words) => document.querySelector('.sentence mark')?.textContent !== words, {}, words);
  await page.tab.keyboard.press('x');
  await page.corrected(2);
  await page.tab.keyboard.down('Control');
  await page.tab.keyboard.press('z');
  await page.tab.keyboard.up('Control');
  await page.corrected(1);
  await page.tab.keyboard.press('/');
  assert.equal(await page.tab.evaluate(() => document.activeElement.id), 'search');
  await page.tab.focus('#chart');
  await page.tab.keyboard.press('?');
  await page.tab.waitForSelector('dialog[open] .keys');
  await page.closeDialog();
});

test('several at once: accepted, rejected, or read from a word that is no cue', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  const all = (await page.tab.$eval('#next-unreviewed .times', (count) => Number(count.textContent)));
  await page.show('summary');
  await page.click('.speaker');
  await page.click('#accept-all');
  await page.until((all) => Number(document.querySelector('#next-unreviewed .times')?.textContent) < all - 1, {}, all);
  await page.click('#undo');
  await page.corrected(0);
  await page.show('summary');
  await page.click('.speaker');
  await page.settles();
  const gone = Number((await page.tab.$eval('#reject-all', (button) => button.textContent)).match(/\d+/)[0]);
  const before = (await page.words()).cue.length;
  await page.click('#reject-all');
  await page.corrected(gone);
  assert.ok((await page.words()).cue.length < before);
  await page.click('#undo');
  await page.corrected(0);
  await choose(page, 'They read my report');
  await page.click('#ignore-here');
  await page.corrected(1);
  await page.click('#undo');
  await page.corrected(0);
  await choose(page, 'They read my report');
  const word = (await page.tab.$eval('.ignore', (group) => group.textContent)).match(/“(.*)”/)[1];
  await page.click('#ignore-cue');
  await page.corrected(1);
  const { cue } = await page.words();
  assert.ok(cue.length > 0 && !cue.includes(word), `cues without ${word}: ${cue}`);
});

test('speakers and points at issue are renamed, merged and split', async (page) => {
  await harbour(page);
  const about = async (field) => {
    await page.click(`.field:has(#field-${field}) .more`);
    await page.tab.waitForSelector('dialog.entity[open]');
  };
  const type = (selector, words) =>
    page.tab.$eval(selector, (input, words) => (input.value = words), words);

  await about('speaker');
  await type('dialog.entity [name=name]', 'Inspector Calloway');
  await page.click('#rename');
  await page.corrected(1);
  await page.fieldIs('speaker', 'Inspector Calloway');

  await about('speaker');
  await page.tab.click('dialog.entity input[type=checkbox]');
  await type('dialog.entity [name=apart]', 'The other Calloway');
  await page.click('#split');
  await page.corrected(2);
  await page.show('summary');
  await page.until(() => document.querySelector('#speakers').textContent.includes('The other Calloway'));

  await choose(page, 'They read my report');
  await about('speaker');
  const into = await page.tab.$eval('dialog.entity [name=into]', (list) => {
    const option = [...list.options].find((option) => option.textContent.includes('Vrell'));
    list.value = option.value;
    return option.textContent;
  });
  await page.click('#merge');
  await page.corrected(3);
  await page.fieldIs('speaker', into);

  await about('point-at-issue');
  await type('dialog.entity [name=name]', 'the report');
  await page.click('#rename');
  await page.corrected(4);
  await page.fieldIs('point-at-issue', 'the report');
  await page.setField('point-at-issue', 'Another point …');
  await page.tab.type('.naming input', 'the paper trail');
  await page.click('.naming button');
  await page.corrected(5);
  await page.fieldIs('point-at-issue', 'the paper trail');

  await about('point-at-issue');
  const point = await page.tab.$eval('dialog.entity [name=into]', (list) => {
    list.selectedIndex = list.options.length - 1;
    return list.selectedOptions[0].textContent;
  });
  await page.click('#merge');
  await page.corrected(6);
  await page.fieldIs('point-at-issue', point);
  await about('point-at-issue');
  // The first statement's point was set by hand, and would be set again.
  await page.tab.click('dialog.entity .check:last-of-type input');
  await type('dialog.entity [name=apart]', 'another matter');
  await page.click('#split');
  await page.corrected(7);
  await page.show('table');
  await page.until(() => document.querySelector('.statements').textContent.includes('another matter'));
});

test('a statement is added from selected words, and the ends of its words moved', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.tab.waitForSelector('article.reading');
  await page.choose('No such paper ever reached this office');
  await page.click('#add-statement');
  await page.corrected(1);
  await page.until(() => document.querySelector('.sentence mark')?.textContent === 'No such paper ever reached this office');
  await page.setField('speaker', 'Ines Calloway');
  await page.corrected(2);

  await page.tab.evaluate(() => getSelection().removeAllRanges());
  await page.click('#reshape');
  const end = await page.tab.waitForSelector('.handle.content.end');
  await end.focus();
  await page.tab.keyboard.press('ArrowLeft');
  await page.corrected(3);
  await page.until(() => document.querySelector('.sentence mark')?.textContent === 'No such paper ever reached this');

  // And with the pointer: from the end of the content to the middle of "paper".
  const from = await (await page.tab.waitForSelector('.handle.content.end')).boundingBox();
  const to = await page.tab.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('article.reading'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf('paper ever');
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at + 3);
      range.setEnd(walker.currentNode, at + 4);
      const box = range.getBoundingClientRect();
      return { x: box.x + 1, y: box.y + box.height / 2 };
    }
  });
  const { mouse } = page.tab;
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(to.x + 20, to.y, { steps: 4 });
  await mouse.move(to.x, to.y);
  await mouse.up();
  await page.until(() => document.querySelector('.sentence mark')?.textContent === 'No such paper');
});

test('corrections hold through edits of the text; those whose words are gone are listed as lost', async (page) => {
  await harbour(page);
  await page.setField('act', 'doubts');
  await page.corrected(1);
  await page.paste(`A new first line.\n\n${HARBOUR.replace('said on Tuesday', 'said late on Tuesday')}`);
  await page.reaches('done');
  await choose(page, 'They read my report');
  await page.fieldIs('act', 'doubts');

  await page.paste(HARBOUR.replace('"They read my report, and they let her sail," she told reporters.', ''));
  await page.reaches('done');
  await page.click('#corrections');
  await page.until(() => /Does not apply/.test(document.querySelector('dialog.corrections[open] .lost')?.textContent));
});
