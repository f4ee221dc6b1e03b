// Articles come as rich text and as files, without the furniture around them.

import assert from 'node:assert/strict';
import { test } from '../harness.mjs';
import { HARBOUR, MARKET } from '../texts.mjs';

const PAGE = `<!doctype html><html><head><title>Harbour Post | Ferry company knew of cracks</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Ferry company knew of cracks">
<meta name="author" content="By Ida Brandt"><meta property="article:published_time" content="2024-05-14"></head><body>
<nav><a href="/">Home</a></nav><header role="banner">Harbour Post</header>
<main><article><h1>Ferry company knew of cracks</h1><div class="share-bar">Share this story</div>
<p>The board knew in March that the <em>hull</em> was cracked, chief inspector Ines Calloway said on Tuesday.</p>
<figure><img src="https://example.org/ferry.jpg"><figcaption>The ferry.</figcaption></figure>
<aside>Sign up for our newsletter</aside>
<p>“They read my report, and they let her sail,” she told reporters.</p>
<p>The board denied that it had seen the report.<br>Its chairman, Tomas Vrell, said that it was a fairy tale.</p>
<script>document.title = 'run'</script></article></main><footer>© Harbour Post</footer></body></html>`;

const WORDS = `Ferry company knew of cracks

The board knew in March that the hull was cracked, chief inspector Ines Calloway said on Tuesday.

“They read my report, and they let her sail,” she told reporters.

The board denied that it had seen the report.
Its chairman, Tomas Vrell, said that it was a fairy tale.`;

test('rich text loses its furniture and says where it is from', async (page) => {
  await page.edit();
  await page.tab.evaluate((html) => {
    const box = document.querySelector('textarea[name=account]');
    box.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'plain');
    // Firefox makes a clipboard of its own, from the last two.
    const more = { data: html, dataType: 'text/html' };
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, ...more }));
  }, PAGE);
  await page.reaches('done');
  assert.match(await page.tab.$eval('.provenance', (line) => line.textContent), /^Harbour Post · Ida Brandt · 2024-05-14$/);
  await page.holds(WORDS);
  await page.click('#undo');
  await page.reaches('empty');
});

test('files become accounts, several at once; what is no text is refused in words', async (page) => {
  await page.files([
    ['harbour.txt', HARBOUR],
    ['market.md', `---\ntitle: Council accepts blame\nauthor: Jo Tarr\n---\n\n# Council accepts blame\n\n${MARKET}`],
    ['ferry.html', PAGE],
  ]);
  await page.until(() => document.querySelectorAll('[role=tab]').length === 3);
  await page.reaches('done');
  assert.match(await page.summary(), /^3 accounts/);

  await page.files([['more.txt', MARKET]], { drop: true });
  await page.until(() => document.querySelectorAll('[role=tab]').length === 4);
  await page.reaches('done');
  await page.files([['picture.png', 'x']]);
  assert.match(await page.says(/picture\.png/), /Open \.txt, \.md, \.html or \.sayso\.json/);
  assert.equal((await page.accounts()).length, 4);
});
