// A static file server for dist/: the plainest there is, for looking at the page and for its tests.
//
//   node tools/server.mjs [--port N] [--dir DIST]

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the folder `dist` at http://127.0.0.1:`port``base`; port 0 takes any free one. Resolves to the address and a
 * function that stops the server at once, connections that are open included.
 */
export async function serve(dist, { port = 0, base = '/' } = {}) {
  const server = createServer((request, response) => {
    const file = fileFor(dist, base, request.url);
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': statSync(file).size, 'Cache-Control': 'no-store' });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function fileFor(dist, base, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return null;
  }
  if (!path.startsWith(base)) return null;
  const name = path.slice(base.length);
  const file = join(dist, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, dir: { type: 'string', default: 'dist' } } });
  const asked = values.port === undefined ? 8080 : Number(values.port);
  if (!Number.isInteger(asked) || asked < 0 || asked > 65535) fail(`--port takes a number up to 65535, not "${values.port}"`);
  // A port that was asked for is the one that is meant; the usual one is only a habit, and the next will do.
  const last = values.port === undefined ? asked + 20 : asked;
  for (let port = asked; port <= last; port++) {
    try {
      const { url } = await serve(values.dir, { port });
      console.log(`\nSayso is at ${url}\nCtrl-C stops it.`);
      return;
    } catch (error) {
      if (error.code !== 'EADDRINUSE') fail(`cannot listen on port ${port}: ${error.message}`);
      console.log(`Port ${port} is taken by another program.`);
    }
  }
  fail(`choose another with --port (0 takes any that is free)`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
