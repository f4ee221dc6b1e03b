// All ways to show the chart show one selection.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { long } from '../texts.mjs';

const chosen = (page) =>
  page.tab.evaluate(() => document.querySelector('.sentence mark')?.textContent ?? document.querySelector('.sentence')?.textContent);

test('a selection is one in all views, and in the text', async (page) => {
  await page.example();
  await page.clickMark(0);
  const { statements } = (await page.matrix()).marks[0];
  const selector = statements.map((id) => `[data-statements~="${id}"]`);
  await page.show('network');
  await page.tab.waitForSelector(selector.map((one) => `#network .chosen${one}`).join());
  await page.show('agreement');
  await page.until(() => document.querySelector('#agreement svg').textContent.includes('Disagree'));
  await page.show('timeline');
  await page.tab.waitForSelector(selector.map((one) => `#timeline .chosen${one}`).join());
  await page.show('table');
  await page.tab.waitForSelector(selector.map((one) => `.statements .chosen${one}`).join());
  await page.show('contests');
  const sides = await page.tab.$$eval('#contests .card:first-child .passage', (sides) =>
    sides.map((side) => [side.querySelector('.chain').textContent, side.querySelector('.sentence').textContent]),
  );
  assert.equal(sides.length, 2);
  assert.ok(sides.every(([chain, sentence]) => chain.startsWith('Account ') && sentence.length > 20));
  await page.click('#contests .card:first-child .passage');
  await page.tab.waitForSelector('#contests .passage[aria-pressed=true]');
  const words = await chosen(page);
  await page.until(
    (words) => [...document.querySelectorAll('article.reading .selected')].some((run) => words.includes(run.textContent)),
    {},
    words,
  );
  await page.show('summary');
  assert.match(await page.tab.$eval('.prose', (prose) => prose.textContent), /for.*against/s);
});

test('what the pointer is on is highlighted everywhere', async (page) => {
  await page.example();
  await page.tab.hover('button.mark');
  await page.tab.waitForSelector('article.reading [data-hover]');
  await page.show('timeline');
  await page.tab.hover('#timeline .shape[data-statements] text');
  await page.tab.waitForSelector('#timeline .shape[data-hover] path');
});

test('the chart is filtered, sorted and brushed', async (page) => {
  await page.example();
  const all = (await page.matrix()).speakers.length;
  await page.tab.type('#search', 'gauges');
  await page.until((all) => document.querySelectorAll('table.matrix .who').length < all, {}, all);
  await page.click('#show-all');
  await page.until((all) => document.querySelectorAll('table.matrix .who').length === all, {}, all);
  await page.tab.select('.filters select:last-of-type', '1');
  await page.until(() => {
    const names = [...document.querySelectorAll('table.matrix .who')].map((name) => name.firstChild.textContent);
    return names.length > 2 && names.every((name, at) => at === 0 || names[at - 1].toLowerCase() <= name.toLowerCase());
  });

  await page.show('table');
  await page.tab.evaluate(() => document.querySelectorAll('.statements .sort')[2].click());
  await page.tab.waitForSelector('.statements th:nth-child(3)[aria-sort=ascending]');
  const acts = await page.tab.$$eval('.statements tbody tr td:nth-child(3)', (cells) => cells.map((cell) => cell.textContent));
  const plain = acts.map((act) => act.replace(/, negated$/, ''));
  assert.deepEqual(plain, plain.toSorted());

  await page.show('timeline');
  const box = await (await page.tab.$('#timeline svg')).boundingBox();
  const { mouse } = page.tab;
  await mouse.move(box.x + box.width * 0.3, box.y + 60);
  await mouse.down();
  await mouse.move(box.x + box.width * 0.35, box.y + 80, { steps: 3 });
  await mouse.move(box.x + box.width * 0.4, box.y + 80);
  await mouse.up();
  await page.until(() => /\d+ of \d+ statements, part of the text/.test(document.querySelector('.filters').textContent));
  await page.click('#show-all');
  await page.until(() => !document.querySelector('#show-all'));
});

test('hundreds of statements stay legible and quick', async (page, { diagnostic }) => {
  await page.paste(long(40_000));
  await page.reaches('done', 60_000);
  for (const mode of ['matrix', 'network', 'timeline', 'table']) {
    await page.show(mode);
    const ms = await page.tab.evaluate(
      () =>
        new Promise((resolve) => {
          const marks = [...document.querySelectorAll('#chart [data-statements]')].filter(
            (mark) => mark.matches('button.mark, .words, .shape, tr') && !mark.matches('.chosen, [aria-pressed=true]'),
          );
          const found = marks[Math.floor(marks.length / 2)];
          const mark = found.querySelector('button') ?? found;
          const start = performance.now();
          mark.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        }),
    );
    await page.tab.waitForSelector('#evidence .chain');
    diagnostic(`${mode}: from click to highlight ${Math.round(ms)} ms`);
  }
});
