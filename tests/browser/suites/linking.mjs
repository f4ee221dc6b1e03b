// Every mark leads to its words, and the words to their mark.

import { test } from '../harness.mjs';

test('a click on a mark shows the words that it comes from', async (page) => {
  await page.example();
  const { marks } = await page.matrix();
  for (const [index, { statements }] of marks.entries()) {
    await page.clickMark(index);
    await page.showsWordsOf(statements);
    await page.selectsMarkOf(statements[0]);
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
