// Runs each test in Chromium and in Firefox against the release build, served under a sub-path as on GitHub Pages.
// A test fails when the page writes an error to the console, throws, or asks another origin for anything.

import assert from 'node:assert/strict';
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../tools/server.mjs';
import { BROWSERS, DIST } from './browsers.mjs';
import { Page } from './page.mjs';

const BASE = '/some/where/';
// Longer than anything takes by itself, as machines that run tests are often shared.
const PATIENCE = 120_000;

const tests = [];

/**
 * Registers a test. `body` gets the page, opened and ready, and the test's surroundings: `server` (with `stop`),
 * `complaints` (what the page did wrong so far) and `diagnostic` (prints a measurement). With `dist`, the folder that it
 * returns is served in place of the build; with `only: 'Chromium'`, the test runs there alone.
 */
export function test(name, options, body = options) {
  tests.push({ name, body, ...(typeof options === 'function' ? {} : options) });
}

/** Runs every registered test in each browser, or only in the one named by the variable ONLY. */
export function run() {
  accessSync(join(DIST, 'index.html'));
  for (const { name: browserName, ...launch } of BROWSERS) {
    if (process.env.ONLY && process.env.ONLY !== browserName) continue;
    describe(browserName, () => {
      let browser;
      before(async () => (browser = await puppeteer.launch({ headless: true, protocolTimeout: 8 * PATIENCE, ...launch })));
      after(() => browser.close());
      for (const { name, body, only = browserName, dist = () => DIST } of tests) {
        if (only !== browserName) continue;
        it(name, { timeout: 8 * PATIENCE }, (context) => runOne(browser, browserName, dist(), body, context));
      }
    });
  }
}

async function runOne(browser, browserName, dist, body, context) {
  const server = await serveAnew(dist);
  const tab = await browser.newPage();
  try {
    const complaints = watch(tab, new URL(server.url).origin);
    tab.setDefaultTimeout(PATIENCE);
    const page = new Page(tab);
    await page.resize(1440, 900);
    await page.open(server.url);
    await body(page, { server, complaints, diagnostic: (text) => context.diagnostic(text) });
    assert.deepEqual(complaints, [], 'nothing on the console, nothing from elsewhere');
  } finally {
    await tab.close();
    await server.stop();
  }
}

const ports = new Set();

/**
 * Serves `dist` on a port that no test before had, which makes each test an origin of its own: no cache, connection or
 * service worker passes from one to the next. The system alone would give a port twice in one run of twenty or so.
 */
async function serveAnew(dist) {
  for (;;) {
    const server = await serve(dist, { base: BASE });
    const { port } = new URL(server.url);
    if (!ports.has(port)) {
      ports.add(port);
      return server;
    }
    await server.stop();
  }
}

/** Collects what a page must never do. */
function watch(tab, origin) {
  const complaints = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location()?.url})`);
  });
  tab.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  tab.on('request', (request) => {
    const url = new URL(request.url());
    const local = ['blob:', 'data:', 'about:'].includes(url.protocol);
    if (!local && url.origin !== origin) complaints.push(`request to ${url.href}`);
  });
  return complaints;
}
