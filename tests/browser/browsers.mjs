// The browsers that the page is run in, and how to start them; tools/setup says where they are.

import { join } from 'node:path';

/** The release build. */
export const DIST = join(import.meta.dirname, '../../dist');

/** A name for people, and puppeteer's options. */
export const BROWSERS = [
  {
    name: 'Chromium',
    browser: 'chrome',
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      // Chromium's sandbox does not work for root, which a CI machine often is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
  {
    name: 'Firefox',
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    args: [],
    // Release 140 can hold up the timers of workers in the background, but does so only when told to.
    extraPrefsFirefox: { 'dom.workers.timeoutmanager': true, 'dom.workers.throttling.enabled': true },
  },
];
