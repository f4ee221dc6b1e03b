// Trunk's post_build hook: turns what trunk has built into files that any web server can serve from any path, under a
// strict content security policy, and that the page can open again with the network off.
//
//   1. Files that trunk names without a hash (the worker, the model) get one when index.html names them, so that a
//      page never meets an engine of another release in an HTTP cache.
//   2. The inline script that trunk writes moves to a file of its own: the policy allows no inline script.
//   3. sw.js, the service worker, lists every file of this release with its digest.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const dist = process.env.TRUNK_STAGING_DIR;
if (!dist) throw new Error('TRUNK_STAGING_DIR is not set: trunk runs this file after a build (see Trunk.toml)');

const path = (name) => join(dist, name);
const read = (name) => readFileSync(path(name));
const digest = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding);
const shortHash = (...parts) => digest('sha256', Buffer.concat(parts), 'hex').slice(0, 16);
const files = () =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
    .sort();

let html = read('index.html').toString();
html = hashNames(html);
html = moveStartScript(html);
writeFileSync(path('index.html'), html);
writeServiceWorker();

/** Renames the files that `html` names without a hash, and returns it with the new names. */
function hashNames(html) {
  const all = files();
  for (const name of all.filter((name) => refersTo(html, name) && !isSettled(name))) {
    const stem = name.replace(/(_bg\.wasm|_loader\.js|\.\w+)$/, '');
    // What wasm-bindgen and trunk write for a worker goes by one hash: the loader names both other files, and
    // gloo-worker derives the name of one from the other's.
    const worker = [`${stem}.js`, `${stem}_bg.wasm`, `${stem}_loader.js`].filter((file) => all.includes(file));
    const set = worker.includes(name) ? worker : [name];
    const hash = shortHash(...set.map((file) => (file.endsWith('_loader.js') ? Buffer.from(wholly(read(file).toString())) : read(file))));
    const hashed = (file) => `${stem}-${hash}${file.slice(stem.length)}`;
    const renamed = (text) => set.reduce((text, file) => text.replace(reference(file), hashed(file)), text);
    html = renamed(html);
    for (const file of set) {
      if (file.endsWith('_loader.js')) writeFileSync(path(file), wholly(renamed(read(file).toString())));
      renameSync(path(file), path(hashed(file)));
    }
  }
  return html;
}

/** Names that others know (the manifest names the icons), or that have their hash already: trunk's lacks leading zeros. */
function isSettled(name) {
  return /\.(html|webmanifest)$|^icon|-[0-9a-f]{10,16}[._]/.test(name);
}

/**
 * Trunk's loader has the worker compile its program as it arrives. Where the worker is stopped meanwhile (the page is
 * closed or opened anew), Firefox 140 on two processors may never again compile a program in that process, and the page
 * stays empty. So it is fetched first, and then compiled in one go.
 */
function wholly(loader) {
  const settled = loader.replace(
    /wasm_bindgen\(("[^"]*")\);/,
    `fetch($1)
  .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Error(response.url + ': ' + response.status))))
  .then((program) => wasm_bindgen.initSync({ module: program }));
`,
  );
  if (settled === loader) throw new Error(`trunk's loader of the worker is not as expected: ${loader}`);
  return settled;
}

/** Matches `name` where it is quoted, as in an attribute or a script. */
function reference(name) {
  return new RegExp(`(?<=["'](?:\\./)?)${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=["'])`, 'g');
}

function refersTo(text, name) {
  return reference(name).test(text);
}

/** Moves trunk's inline module script to a file, adds the service worker's registration, and returns the new page. */
function moveStartScript(html) {
  const scripts = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)];
  if (scripts.length !== 1) throw new Error(`expected one inline module script in index.html, found ${scripts.length}`);
  const [element, code] = scripts[0];
  // A build for debugging has no service worker: it would show yesterday's page.
  const register = process.env.TRUNK_PROFILE === 'release' ? readFileSync(join(here, 'register.js'), 'utf8') : '';
  const script = `${code.trim()}\n\n${register}`;
  const name = `start-${shortHash(Buffer.from(script))}.js`;
  writeFileSync(path(name), script);
  return html.replace(element, `<script type="module" src="./${name}"></script>`);
}

function writeServiceWorker() {
  if (process.env.TRUNK_PROFILE !== 'release') return;
  const release = files().map((name) => [
    // Servers differ in what they do with "index.html"; all of them answer for the folder.
    name === 'index.html' ? './' : `./${name.replaceAll('\\', '/')}`,
    `sha256-${digest('sha256', read(name), 'base64')}`,
  ]);
  const version = shortHash(Buffer.from(JSON.stringify(release)));
  const worker = readFileSync(join(here, 'sw.js'), 'utf8')
    .replace("'VERSION'", JSON.stringify(version))
    .replace('[/* FILES */]', JSON.stringify(release, null, 2));
  writeFileSync(path('sw.js'), worker);
}
