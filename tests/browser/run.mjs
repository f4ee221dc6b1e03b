// Every test of the page in real browsers: `node tests/browser/run.mjs` after a release build; one of them by
// `node --test-name-pattern='undo' tests/browser/run.mjs`.

import { run } from './harness.mjs';
import './suites/reading.mjs';
import './suites/linking.mjs';
import './suites/corrections.mjs';
import './suites/views.mjs';
import './suites/projects.mjs';
import './suites/files.mjs';
import './suites/history.mjs';
import './suites/bad_input.mjs';
import './suites/large_input.mjs';
import './suites/offline.mjs';
import './suites/privacy.mjs';
import './suites/accessibility.mjs';

run();
