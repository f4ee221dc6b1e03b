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

// Firefox takes its colour scheme when it starts; the colours are the same ones.
test('so it is in the dark', { only: 'Chromium' }, async (page) => {
  await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  assert.deepEqual(await everywhere(page), []);
});

test('it fits 320 pixels and letters twice as large, and the parts that scroll are within the page', async (page) => {
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
