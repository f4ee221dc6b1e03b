// Prints how large each file of dist/ is when a server sends it compressed (brotli), and fails when one of them, or all
// together, are over the budget in size-budget.json. The first pattern there that fits a file's name is its budget.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const budget = JSON.parse(readFileSync(join(root, 'size-budget.json')));
const patterns = Object.entries(budget.files).map(([glob, bytes]) => [
  new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`),
  bytes,
]);

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .map((path) => {
    const name = path.slice(dist.length + 1);
    const bytes = readFileSync(path);
    const limit = patterns.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
    return { name, raw: bytes.length, sent: brotliCompressSync(bytes).length, limit };
  })
  .sort((a, b) => b.sent - a.sent);
if (files.length === 0) throw new Error('dist/ is empty: build first (tools/serve)');

const sum = (key) => files.reduce((total, file) => total + file[key], 0);
const rows = [...files, { name: 'total', raw: sum('raw'), sent: sum('sent'), limit: budget.total }];
const over = rows.filter(({ sent, limit }) => sent > limit);

const number = (bytes) => bytes.toLocaleString('en').padStart(12);
console.log(`${'bytes'.padEnd(44)}${'as is'.padStart(12)}${'brotli'.padStart(12)}${'budget'.padStart(12)}`);
for (const row of rows) {
  const mark = over.includes(row) ? '  over budget' : '';
  console.log(`${row.name.padEnd(44)}${number(row.raw)}${number(row.sent)}${number(row.limit)}${mark}`);
}
process.exit(over.length === 0 ? 0 : 1);
