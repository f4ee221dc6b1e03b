// Words a second of the engine in Chromium's WebAssembly.
//
//   cargo build --release -p sayso-english --example browser --target wasm32-unknown-unknown
//   wasm-bindgen --target web --out-dir target/browser target/wasm32-unknown-unknown/release/examples/browser.wasm
//   NODE_PATH=<where puppeteer-core is> node tools/benchmark_browser.mjs target/browser static/english.model TEXT
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

const puppeteer = createRequire(import.meta.url)("puppeteer-core");
const [folder, model, text] = process.argv.slice(2);
if (!text) throw new Error("usage: benchmark_browser.mjs FOLDER MODEL TEXT");

const page = `<!doctype html><script type="module">
import init, { Engine, product, product_size, token_size } from "./browser.js";
await init();
const model = new Uint8Array(await (await fetch("model")).arrayBuffer());
const text = await (await fetch("text")).text();
const seconds = (work) => { const start = performance.now(); work(); return (performance.now() - start) / 1000; };
let best = Infinity, tokens = 0, load = Infinity;
for (let pass = 0; pass < 4; pass += 1) {
  let engine;
  load = Math.min(load, seconds(() => { engine = new Engine(model); }));
  best = Math.min(best, seconds(() => { tokens = engine.read(text); }));
  engine.free();
}
const rounds = 100;
let plain = Infinity;
for (let pass = 0; pass < 5; pass += 1) plain = Math.min(plain, seconds(() => product(rounds)));
const words = text.split(/\\s+/u).filter((word) => word).length;
const peak = product_size() * rounds / plain, reached = token_size() * tokens / best;
window.result = { words, tokens, load, best, peak, reached };
</script>`;
const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
const server = createServer(async (request, response) => {
  const name = new URL(request.url, "http://localhost").pathname.slice(1);
  if (name === "") return response.writeHead(200, { "content-type": "text/html" }).end(page);
  const path = { model, text }[name] ?? join(folder, name);
  try {
    const content = await readFile(path);
    response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain; charset=utf-8" }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
try {
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => { console.error(error); process.exitCode = 1; });
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction("window.result", { timeout: 300_000 });
  const { words, tokens, load, best, peak, reached } = await tab.evaluate("window.result");
  const per = (number) => (number / best).toFixed(0);
  console.log(`load ${(load * 1000).toFixed(0)} ms`);
  console.log(`read ${words} words, ${tokens} tokens: ${per(words)} words/s, ${per(tokens)} tokens/s`);
  console.log(`plain product ${(peak / 1e9).toFixed(1)} G multiply-adds/s, pipeline ${(reached / 1e9).toFixed(1)}: ${(100 * reached / peak).toFixed(0)} % of it`);
} finally {
  await browser.close();
  server.close();
}
