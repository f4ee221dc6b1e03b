// Every mark leads to its words, and the words to their mark.

import { test } from '../harness.mjs';

test('a click on a mark shows the words that it comes from', async (page) => {
  await page.example();
  const { marks } = await page.matrix();
  // The first and the last, whose words are far apart.
  for (const index of [0, marks.length - 1]) {
    await page.clickMark(index);
    await page.showsWordsOf(marks[index].statements);
    await page.tab.waitForFunction(
      (index) => document.querySelectorAll('table.matrix button.mark')[index].getAttribute('aria-pressed') === 'true',
      {},
      index,
    );
  }
});

test('a click on words selects their mark', async (page) => {
  await page.example();
  const { marks } = await page.matrix();
  const charted = new Set(marks.flatMap((mark) => mark.statements));
  const shown = await page.tab.$$eval('article.reading .cue[data-statements]', (cues) =>
    cues.map((cue) => cue.dataset.statements.split(' ')[0]),
  );
  const statement = shown.find((statement) => charted.has(statement));
  await page.clickWords(statement);
  await page.selectsMarkOf(statement);
});
