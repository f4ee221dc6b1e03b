// Work is kept as one goes: in the browser, and in files that open again as they were.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR, MARKET } from '../texts.mjs';

/** Until the browser has kept a project with so many corrections. */
function kept(page, corrections) {
  return page.until(
    (corrections) =>
      new Promise((resolve) => {
        const request = indexedDB.open('sayso');
        request.onerror = () => resolve(false);
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains('projects')) {
            database.close();
            return resolve(false);
          }
          const all = database.transaction('projects').objectStore('projects').getAll();
          all.onsuccess = () => {
            database.close();
            resolve(all.result.some(({ project }) => JSON.parse(project).corrections.length === corrections));
          };
        };
      }),
    {},
    corrections,
  );
}

const records = (page) =>
  page.tab.$$eval('.records .open-record span', (names) => names.map((name) => name.textContent));

test('work is kept, and projects are renamed, duplicated, opened and deleted', async (page) => {
  await page.paste(HARBOUR);
  await page.reaches('done');
  await page.clickMark(0);
  await page.click('#accept');
  await page.corrected(1);
  await kept(page, 1);

  await page.reload();
  await page.reaches('done');
  await page.corrected(1);
  await page.holds(HARBOUR);

  await page.click('#project');
  await page.tab.waitForSelector('.records li');
  await page.tab.type('dialog.project [name=project]', 'Harbour');
  await page.tab.keyboard.press('Tab');
  await page.until(() => document.querySelector('.records .open-record span')?.textContent === 'Harbour');
  await page.click('.records [aria-label^=Duplicate]');
  await page.until(() => document.querySelectorAll('.records li').length === 2);
  assert.deepEqual((await records(page)).sort(), ['Harbour', 'Harbour (copy)']);

  await page.click('#new-project');
  await page.reaches('empty');
  await page.paste(MARKET);
  await page.reaches('done');
  await page.corrected(0);
  await page.click('#project');
  await page.until(() => document.querySelectorAll('.records li').length === 3);
  await page.tab.evaluate(() =>
    [...document.querySelectorAll('.records li')].find((row) => row.textContent.includes('(copy)')).querySelector('button').click(),
  );
  await page.corrected(1);
  await page.holds(HARBOUR);

  await page.click('#project');
  await page.until(() => document.querySelectorAll('.records li').length === 3);
  await page.click('.records li:not([aria-current]) [aria-label^=Delete]');
  await page.until(() => document.querySelectorAll('.records li').length === 2);
});

test('a project goes to a file and comes back the same; statements and charts go to files', async (page) => {
  await page.example();
  await page.clickMark(0);
  await page.setField('act', 'doubts');
  await page.corrected(1);
  await page.click('#project');
  const project = await page.download('#save-project');
  assert.match(project.name, /\.sayso\.json$/);

  const json = await page.download('#save-json');
  const { format, statements, contested } = JSON.parse(json.text);
  assert.equal(format, 1);
  assert.ok(statements.length > 10 && contested.length > 0);
  const csv = await page.download('#save-csv');
  assert.match(csv.text, /^id,account,outlet,speaker,/);
  assert.ok(csv.text.includes(',reviewed,'), 'what was corrected is reviewed');
  const svg = await page.download('#save-svg');
  assert.match(svg.text, /^<svg[^]*<title>Where each speaker stands[^]*>against<\/text>[^]*<\/svg>\s*$/);
  const png = await page.download('#save-png');
  assert.deepEqual(png.bytes, [137, 80, 78, 71, 13, 10, 26, 10]);
  await page.closeDialog();

  await page.paste(MARKET);
  await page.charts('Farrant');
  await page.files([[project.name, project.text]]);
  await page.charts('Renko');
  await page.corrected(1);
  await page.click('#project');
  assert.equal((await page.download('#save-project')).text, project.text);
  await page.closeDialog();

  await page.files([['broken.json', '{"sayso": 1, "name": 2}']]);
  await page.says(/broken\.json: this project is damaged/);
});
