// The main job: from pasted articles to marked words and a filled chart.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR, MARKET } from '../texts.mjs';

test('a pasted article becomes marked words and a chart', async (page) => {
  assert.equal(await page.state(), 'empty');
  await page.paste(HARBOUR);
  await page.reaches('done');

  const words = await page.words();
  assert.ok(words.cue.includes('said'), `cues: ${words.cue}`);
  assert.ok(words.source.some((source) => source.includes('Calloway')), `sources: ${words.source}`);
  assert.ok(words.content.some((content) => content.includes('They read my report')), `contents: ${words.content}`);
  // Its cue is on the next line of the wrapped text.
  assert.ok(words.content.some((content) => content.includes('No such paper')), `contents: ${words.content}`);

  const { speakers, issues, marks } = await page.matrix();
  assert.ok(speakers.some((speaker) => speaker.includes('Calloway')), `speakers: ${speakers}`);
  assert.ok(speakers.some((speaker) => speaker.includes('Vrell')), `speakers: ${speakers}`);
  assert.ok(issues.length > 0 && marks.length > 0);
  assert.ok(marks.every((mark) => mark.drawn && mark.label !== ''), 'each mark is drawn and has a name');
  assert.match(await page.summary(), /^1 account · \d+ speakers? · \d+ points? at issue/);
});

test('the example is two accounts that contradict one another', async (page) => {
  await page.example();
  assert.deepEqual(await page.accounts(), ['Account A', 'Account B']);

  const [, speakers, issues, contested] = (await page.summary()).match(
    /^2 accounts · (\d+) speakers · (\d+) points at issue · (\d+) contested$/,
  );
  assert.ok(Number(contested) >= 1, 'something is contested');
  const matrix = await page.matrix();
  assert.ok(matrix.speakers.length > 1 && matrix.speakers.length <= Number(speakers));
  assert.ok(matrix.issues.length >= 1 && matrix.issues.length <= Number(issues) + 1);
  assert.ok(matrix.marks.length >= matrix.issues.length);
});

test('a second account is added by hand', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.click('button#add-account');
  await page.until(() => document.querySelectorAll('[role=tab]').length === 2);
  assert.equal(await page.text(), '', 'the new account is the active one, and empty');

  await page.paste(MARKET);
  await page.until(() => document.querySelector('#summary')?.textContent.startsWith('2 accounts'));
  await page.reaches('done');
  // More points than fit are folded away.
  await page.click('#matrix .folded button');
  await page.until(() => document.querySelectorAll('#matrix thead th').length > 6);
  const { speakers } = await page.matrix();
  for (const name of ['Calloway', 'Farrant']) {
    assert.ok(speakers.some((speaker) => speaker.includes(name)), `${name} among ${speakers}`);
  }

  await page.click('[role=tab]');
  await page.holds(HARBOUR);
});

test('every empty state says what to do', async (page) => {
  assert.match(await page.tab.$eval('#chart', (chart) => chart.textContent), /Paste a news article/);
  await page.paste('It rained all day. The river rose above the lower quay, and the ferry stayed in the harbour until dusk.');
  await page.reaches('done');
  await page.tab.waitForSelector('#chart .nothing');
  assert.match(await page.tab.$eval('#chart .nothing', (words) => words.textContent), /\S+ \S+/);
  await page.paste('The ferry stayed in the harbour. Captain Lena Orsk said that the gates were shut.');
  await page.charts('Orsk');
  await page.show('contests');
  assert.match(await page.tab.$eval('#contests', (words) => words.textContent), /\w+/);
  assert.match(await page.tab.$eval('#evidence', (panel) => panel.textContent), /Select a mark/);
});

test('the legend is explained in a line at first, until the reader has read it', async (page) => {
  await page.example();
  assert.match(await page.tab.$eval('.legend', (legend) => legend.textContent), /for.*against.*neutral.*unclear.*silent/s);
  assert.match(await page.tab.$eval('#first-use', (line) => line.textContent), /Each mark is a stance/);
  await page.click('#first-use button');
  await page.until(() => !document.querySelector('#first-use'));
  await page.reload();
  await page.reaches('done');
  assert.equal(await page.tab.$('#first-use'), null);
});
