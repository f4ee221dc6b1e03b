// axe-core finds nothing to object to, in any view or dialog, in both colour schemes; and the page fits narrow screens,
// large letters, and what readers have asked their systems for.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { test } from '../harness.mjs';

const MODES = ['matrix', 'network', 'agreement', 'timeline', 'contests', 'table', 'summary'];

async function objections({ tab }, where) {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await tab.evaluate(
    (tags) => window.axe.run({ iframes: false, runOnly: { type: 'tag', values: tags } }),
    tags,
  );
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' ')}`);
}

/** What axe objects to in the empty page, in every view with a statement selected, and in every dialog. */
async function everywhere(page) {
  const found = await objections(page, 'empty');
  await page.example();
  await page.clickMark(0);
  for (const mode of MODES) {
    await page.show(mode);
    if (['network', 'agreement', 'timeline'].includes(mode)) await page.tab.$eval('.as-table', (table) => (table.open = true));
    found.push(...(await objections(page, mode)));
  }
  await page.click('#reshape');
  found.push(...(await objections(page, 'words')));
  for (const button of ['#project', '#corrections', '#help', '.field .more']) {
    await page.click(button);
    await page.tab.waitForSelector('dialog[open]');
    found.push(...(await objections(page, button)));
    await page.closeDialog();
  }
  return found;
}

test('the page is accessible in every view', async (page) => {
  assert.deepEqual(await everywhere(page), []);
});

test('so it is in the dark', async (page) => {
  await page.click('#theme');
  await page.click('#theme');
  await page.tab.waitForSelector('html[data-theme=dark]');
  const [paper] = await page.tab.$eval('html', (root) => getComputedStyle(root).backgroundColor.match(/\d+/));
  assert.ok(Number(paper) < 60, 'it is dark');
  assert.deepEqual(await everywhere(page), []);
});

test('the dark comes by itself where the system asks for it', { only: 'Chromium' }, async (page) => {
  await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const [paper] = await page.tab.$eval('html', (root) => getComputedStyle(root).backgroundColor.match(/\d+/));
  assert.ok(Number(paper) < 60);
});

test('the focus is visible wherever the Tab key takes it', async (page) => {
  await page.example();
  await page.clickMark(0);
  await page.tab.focus('#example');
  const seen = new Set();
  for (let step = 0; step < 60; step++) {
    await page.tab.keyboard.press('Tab');
    const { what, marked, within } = await page.tab.evaluate(() => {
      const at = document.activeElement;
      const style = getComputedStyle(at.closest('label.file') ?? at);
      const box = at.getBoundingClientRect();
      return {
        what: at.outerHTML.slice(0, 90),
        marked: at === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
        within: at === document.body || (box.bottom > 0 && box.top < innerHeight),
      };
    });
    assert.ok(marked, `no outline: ${what}`);
    assert.ok(within, `out of sight: ${what}`);
    seen.add(what);
  }
  assert.ok(seen.size > 40, `${seen.size} places`);
});

test('a finger selects, turns to the words, and moves the ends of words', async (page) => {
  await page.resize(360, 740);
  await page.example();
  await page.click('.turn button:nth-child(2)');
  const { statements } = (await page.matrix()).marks[0];
  const finger = page.tab.touchscreen;
  const middle = async (selector) => {
    const box = await (await page.tab.waitForSelector(selector, { visible: true })).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.tab.$eval('button.mark', (mark) => mark.scrollIntoView({ block: 'center', inline: 'center' }));
  await finger.tap(...(await middle('button.mark')));
  await page.tab.waitForSelector('button.mark[data-chosen]');
  await page.settles();
  assert.ok(await page.tab.$eval('button.mark[data-chosen]', (mark) => {
    const [box, chart] = [mark, document.querySelector('#chart')].map((element) => element.getBoundingClientRect());
    return box.top >= chart.top && box.bottom <= chart.bottom && box.right <= chart.right + 1;
  }), 'the mark stays in sight of the panel');
  await finger.tap(...(await middle('.turn button:nth-child(1)')));
  await page.showsWordsOf(statements);
  const words = (await page.panel()).words;
  await page.click('#reshape');
  const [x, y] = await middle('.handle.content.end');
  // Into the middle of the words, wherever the lines break.
  const [left, top] = await page.tab.evaluate(() => {
    const [start, end] = ['start', 'end'].map((side) => document.querySelector(`.handle.content.${side}`));
    const words = document.createRange();
    words.setStartAfter(start);
    words.setEndBefore(end);
    const lines = [...words.getClientRects()].sort((one, other) => other.width - one.width);
    return [lines[0].x + lines[0].width / 2, lines[0].y + lines[0].height / 2];
  });
  await finger.touchStart(x, y);
  await finger.touchMove((x + left) / 2, (y + top) / 2);
  await finger.touchMove(left, top);
  await finger.touchEnd();
  await page.corrected(1);
  const now = (await page.panel()).words;
  assert.ok(now !== words && words.startsWith(now), `${words} → ${now}`);
});

test('the page itself never scrolls: its parts do', async (page) => {
  await page.example();
  for (const mode of MODES) {
    await page.show(mode);
    const over = await page.tab.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    assert.equal(over, 0, mode);
  }
});

test('it fits 320 pixels and letters twice as large, and the parts that scroll are within the page', async (page) => {
  await page.resize(320, 640);
  await fits(page, 'empty');
  await page.example();
  for (const [width, height] of [[320, 640], [720, 450]]) {
    await page.resize(width, height);
    for (const view of [0, 1]) {
      await page.tab.evaluate((view) => document.querySelectorAll('.turn button')[view].click(), view);
      if (view === 1) {
        for (const mode of MODES) {
          await page.tab.$eval(`#mode-${mode}`, (button) => button.click());
          await fits(page, `${mode} at ${width}`);
        }
      } else {
        await fits(page, `text at ${width}`);
      }
    }
  }
});

test('dialogs fit 320 pixels', async (page) => {
  await page.resize(320, 640);
  await page.example();
  await page.click('.turn button:nth-child(2)');
  await page.tab.$eval('button.mark', (mark) => mark.click());
  await page.tab.waitForSelector('#accept');
  for (const button of ['#project', '#corrections', '#help', '.field .more']) {
    await page.tab.$eval(button, (button) => button.click());
    await page.tab.waitForSelector('dialog[open]');
    const over = await page.tab.$eval('dialog[open]', (dialog) => {
      const edge = Math.min(innerWidth, dialog.getBoundingClientRect().right);
      const out = [...dialog.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > edge + 1);
      return out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
    });
    assert.deepEqual(over, [], button);
    await page.closeDialog();
  }
});

async function fits({ tab }, where) {
  const wide = await tab.evaluate(() => {
    const over = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const scrolls = element.closest('.scroller, .filters, .modes, [role=tablist], dialog, .unseen, .skip');
      return box.width > 0 && box.right > innerWidth + 1 && !scrolls;
    });
    return over.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
  });
  assert.deepEqual(wide, [], where);
}

test('nothing moves by itself, and forced colours keep every mark', { only: 'Chromium' }, async (page) => {
  await page.tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.example();
  const moving = await page.tab.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  const session = await page.tab.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const drawn = await page.tab.$$eval('button.mark path', (paths) =>
    paths.every((path) => path.getBoundingClientRect().width > 4 && getComputedStyle(path).stroke !== 'none'),
  );
  assert.ok(drawn);
});
