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

test('a cell that reporters fill differently names both, and its column is flagged', async (page) => {
  await page.example();
  const cells = await page.tab.$$eval('table.matrix tbody', (rows) =>
    rows.flatMap((row) => {
      const split = [...row.querySelectorAll('.cell.split')];
      const column = split[0] && row.querySelector('tr').parentNode && split[0].closest('tr').querySelectorAll('.cell');
      if (!column) return [];
      const at = [...column].indexOf(split[0]);
      const head = document.querySelectorAll('table.matrix thead th')[at];
      return [{
        names: split.flatMap((cell) => [...cell.querySelectorAll('.via')].map((via) => via.textContent)),
        stances: split.flatMap((cell) => [...cell.querySelectorAll('.mark')].map((mark) => mark.className)),
        glyphs: split.flatMap((cell) => [...cell.querySelectorAll('path')].map((path) => path.getAttribute('d'))),
        flagged: head.querySelector('.flag') !== null,
      }];
    }),
  );
  assert.ok(cells.length > 0, 'the example has such a cell');
  for (const { names, stances, glyphs, flagged } of cells) {
    for (const [what, all] of Object.entries({ names, stances, glyphs })) assert.ok(new Set(all).size > 1, `${what}: ${all}`);
    assert.ok(flagged);
  }
});

test('lines differ by stance and ticks by act, and every drawing has a table with the same in it', async (page) => {
  await page.example();
  await page.show('network');
  const kinds = await page.tab.$$eval('#network .shape[data-statements] path[stroke-width]', (paths) =>
    paths.map((path) => [path.closest('.shape').classList[1], path.getAttribute('stroke-dasharray'), getComputedStyle(path).stroke].join(' ')),
  );
  assert.ok(kinds.some((kind) => kind.startsWith('for')) && kinds.some((kind) => kind.startsWith('against')));
  const looks = (stance) => new Set(kinds.filter((kind) => kind.startsWith(stance)).map((kind) => kind.slice(stance.length)));
  assert.ok(![...looks('for')].some((look) => looks('against').has(look)), [...new Set(kinds)].join('; '));
  await page.show('timeline');
  const shapes = await page.tab.$$eval('#timeline .shape[data-statements] path:not(.reach)', (paths) => paths.map((path) => path.getAttribute('d')));
  assert.ok(new Set(shapes).size > 2, 'several shapes of ticks');
  for (const mode of ['network', 'agreement', 'timeline']) {
    await page.show(mode);
    await page.tab.$eval(`#${mode} .as-table summary`, (summary) => summary.click());
    await page.tab.waitForSelector(`#${mode} .as-table tbody tr`);
    const [drawn, rows] = await page.tab.$eval(`#${mode}`, (view) => [
      [...view.querySelectorAll('svg .shape[data-statements] title')].map((title) => title.textContent),
      [...view.querySelectorAll('.as-table tbody th')].map((row) => row.textContent),
    ]);
    assert.deepEqual(rows, drawn, mode);
    await page.click(`#${mode} .as-table tbody button`);
    await page.tab.waitForSelector(`#${mode} .as-table [aria-pressed=true]`);
  }
});

test('account, kind of speaker, act and review each narrow what is shown', async (page) => {
  await page.example();
  await page.show('table');
  const rows = () =>
    page.tab.$$eval('.statements tbody tr', (rows) =>
      rows.map((row) => ({ account: row.querySelector('.letter').lastChild.textContent, act: row.cells[2].textContent.replace(/, negated$/, '') })),
    );
  const all = (await rows()).length;
  /** Chooses that line of that list, and returns the rows once there are fewer. */
  const choose = async (list, line) => {
    await page.tab.$eval(
      `.filters select[aria-label="${list}"]`,
      (select, line) => {
        select.selectedIndex = [...select.options].findIndex((option) => option.textContent === line);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      line,
    );
    await page.until((all) => document.querySelectorAll('.statements tbody tr').length < all, {}, all);
    assert.match(await page.tab.$eval('.filters [role=status]', (line) => line.textContent), /^\d+ of \d+ statements/);
    return rows();
  };
  const back = async () => {
    await page.click('#show-all');
    await page.until((all) => document.querySelectorAll('.statements tbody tr').length === all, {}, all);
  };
  assert.ok((await choose('Accounts', 'Account B')).every(({ account }) => account === 'B'));
  await back();
  assert.ok((await choose('Act', 'denies')).every(({ act }) => act === 'denies'));
  await back();
  const people = await choose('Speakers', 'person');
  assert.ok(people.length > 0 && people.length < all);
  await back();

  await page.click('.statements .words');
  await page.click('#accept');
  await page.corrected(1);
  await page.click('.filters button[aria-pressed]');
  await page.until((all) => document.querySelectorAll('.statements tbody tr').length === all - 1, {}, all);
  await page.tab.type('#search', 'no such words anywhere');
  await page.until(() => document.querySelector('#chart').textContent.includes('Nothing passes this filter'));
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
      // The callback comes before a frame is drawn, and what waits behind it after.
      const frame = () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            const marked = mark.matches('[data-chosen]');
            setTimeout(() => resolve(marked));
          }),
        );
      while (!(await frame())) if (performance.now() - start > 60_000) return `never marked: ${mark.outerHTML.slice(0, 200)}`;
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

test('three hundred statements of forty people stay legible, and a selection shows at once', async (page, { diagnostic }) => {
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
