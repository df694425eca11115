// A page made with Vite loads the package's files and answers, in a real browser.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { build, createServer, preview } from "vite";

const ROOT = fileURLToPath(new URL("vite/", import.meta.url));

// A project as plain as can be, whose server hears what its page tells.
function config(hear) {
  const listen = (server) => {
    server.middlewares.use("/told", (request, response) => {
      hear(decodeURIComponent(new URL(request.url, "http://here").search.slice(1)));
      response.end();
    });
  };
  return {
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    build: { target: "es2022" },
    server: { port: 0 },
    preview: { port: 0 },
    plugins: [{ name: "hear", configureServer: listen, configurePreviewServer: listen }],
  };
}

// Opens an address in the browser that drives the other tests of the page.
async function inBrowser(address, until) {
  const settings = JSON.parse(await readFile(process.env.WASM_BINDGEN_TEST_WEBDRIVER_JSON));
  const { binary, args } = settings["goog:chromeOptions"];
  const profile = await mkdtemp(join(tmpdir(), "memory-network-"));
  const browser = spawn(binary, [...args, `--user-data-dir=${profile}`, address], { stdio: "ignore" });
  const gone = new Promise((resolve) => browser.once("exit", resolve));
  try {
    const early = gone.then(() => Promise.reject(new Error("the browser ended")));
    return await Promise.race([until, early]);
  } finally {
    browser.kill();
    await gone.catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
  }
}

async function assertAnswers(serve) {
  let hear;
  const told = new Promise((resolve) => (hear = resolve));
  const server = await serve(config(hear));
  try {
    assert.equal(await inBrowser(server.resolvedUrls.local[0], told), "office");
  } finally {
    await server.close();
  }
}

test("a page that Vite built answers", { timeout: 120_000 }, async () => {
  await build(config());
  const assets = await readdir(join(ROOT, "dist/assets"));
  for (const file of ["memnet_bg.*wasm", "working-memory.*json", "working-memory.*safetensors"]) {
    assert.ok(assets.some((asset) => asset.match(file)), `${file} is not among ${assets}`);
  }
  await assertAnswers(preview);
});

test("a page that Vite's development server serves answers", { timeout: 120_000 }, async () => {
  await assertAnswers(async (settings) => (await createServer(settings)).listen());
});
