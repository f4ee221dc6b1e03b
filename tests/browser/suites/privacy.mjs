// Nothing that is pasted leaves the page. That it asks nobody for anything is watched in every test; here it tries.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from '../harness.mjs';

test('a script in the page could not send anything elsewhere', async (page, { complaints }) => {
  let requests = 0;
  const elsewhere = createServer((_, response) => {
    requests += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  try {
    const refused = await page.tab.evaluate(async (url) => {
      const directives = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.push(event.effectiveDirective);
      });
      await fetch(url, { method: 'POST', body: 'text' }).catch(() => {});
      const image = new Image();
      await new Promise((resolve) => {
        image.onload = image.onerror = resolve;
        image.src = `${url}pixel.png`;
      });
      return directives;
    }, `http://127.0.0.1:${elsewhere.address().port}/`);
    assert.deepEqual(refused, ['connect-src', 'img-src']);
    assert.equal(requests, 0);
    // Browsers write to the console what they refused.
    complaints.length = 0;
  } finally {
    elsewhere.close();
  }
});
