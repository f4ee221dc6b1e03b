// All ways to show the chart show one selection.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { crowd } from '../texts.mjs';

const chosen = (page) =>
  page.tab.evaluate(() => document.querySelector('.sentence mark')?.textContent ?? document.querySelector('.sentence')?.textContent);

test('a selection is one in all views, and in the text', async (page) => {
  await page.example();
  await page.clickMark(0);
  const { statements } = (await page.matrix()).marks[0];
  const selector = statements.map((id) => `[data-statements~="${id}"]`);
  await page.show('network');
  await page.tab.waitForSelector(selector.map((one) => `#network [data-chosen]${one}`).join());
  await page.show('agreement');
  await page.until(() => document.querySelector('#agreement svg').textContent.includes('Disagree'));
  await page.show('timeline');
  await page.tab.waitForSelector(selector.map((one) => `#timeline [data-chosen]${one}`).join());
  await page.show('table');
  await page.tab.waitForSelector(selector.map((one) => `.statements [data-chosen]${one}`).join());
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
    (words) => [...document.querySelectorAll('article.reading [data-chosen]')].some((run) => words.includes(run.textContent)),
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

/** Clicks on marks all over the chart, one after the other, and says how long each took to be drawn as chosen. */
function clickMarks(page, count) {
  return page.tab.evaluate(async (count) => {
    const marks = document.querySelectorAll('#chart :is(button.mark, .words, .shape)[data-statements]');
    const times = [];
    for (let nth = 1; nth <= count; nth++) {
      const mark = marks[Math.floor((marks.length * nth) / (count + 1))];
      await new Promise((resolve) => setTimeout(resolve, 300));
      const start = performance.now();
      mark.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      const marked = await new Promise((resolve) => {
        // The callback comes before the frame is drawn, and what waits behind it after.
        requestAnimationFrame(() => {
          const marked = mark.matches('[data-chosen]');
          setTimeout(() => resolve(marked));
        });
      });
      if (!marked) return `not marked in the next frame: ${mark.outerHTML.slice(0, 200)}`;
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  }, count);
}

/** Words of the drawing that lie on one another. */
function overlaps(page) {
  return page.tab.evaluate(() => {
    const texts = [...document.querySelectorAll('#chart .scene text')].map((text) => [text.getBoundingClientRect(), text.textContent]);
    const over = ([a], [b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
    return texts.flatMap((one, at) => texts.slice(at + 1).filter((other) => over(one, other)).map((other) => [one[1], other[1]]));
  });
}

test('three hundred statements of forty people stay legible, and a selection is marked in the next frame', async (page, { diagnostic }) => {
  await page.paste(crowd());
  await page.reaches('done', 60_000);
  const [, speakers, issues] = (await page.summary()).match(/· (\d+) speakers · (\d+) points at issue/);
  assert.ok(speakers >= 40 && issues >= 30, await page.summary());
  for (const mode of ['matrix', 'network', 'timeline', 'table']) {
    await page.show(mode);
    assert.deepEqual(await overlaps(page), [], mode);
    const times = await clickMarks(page, 7);
    assert.ok(Array.isArray(times), times);
    await page.tab.waitForSelector('#evidence .chain');
    diagnostic(`${mode}: from click to drawn highlight ${Math.round(times[3])} ms (median of 7), ${Math.round(times.at(-1))} at most`);
  }
});
