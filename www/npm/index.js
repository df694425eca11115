// Loads the files of a network, and throws errors whose cause a program can tell; the network itself
// is WebAssembly.

import start, { MemoryNetwork as Engine } from "./memnet.js";

// A bundler finds the files by these expressions, which it must see whole.
const ENGINE = new URL("./memnet_bg.wasm", import.meta.url);
const VECTORS = new URL("./vectors/english.safetensors", import.meta.url);
const MODELS = {
  "memn2n": [
    new URL("./models/memn2n.json", import.meta.url),
    new URL("./models/memn2n.safetensors", import.meta.url),
  ],
  "working-memory": [
    new URL("./models/working-memory.json", import.meta.url),
    new URL("./models/working-memory.safetensors", import.meta.url),
  ],
};

// Named here, so that a bundler for browsers doesn't look for it.
const NODE_FILES = "node:fs/promises";

export class MemoryNetworkError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }

  get name() {
    return "MemoryNetworkError";
  }
}

export class MemoryNetwork {
  #engine;

  constructor(engine) {
    this.#engine = engine;
  }

  static async load({ model = "working-memory", record, weights } = {}) {
    const own = record !== undefined || weights !== undefined;
    const [recordText, weightBytes] = await Promise.all([
      ...(own ? [written(record), new Uint8Array(weights)] : shipped(model)),
      engineStarted(),
    ]);
    return new MemoryNetwork(typed(() => new Engine(recordText, weightBytes)));
  }

  answer(story, question) {
    return this.#call((engine) => engine.answer(story, question));
  }

  read(text) {
    return this.#call((engine) => engine.read(text));
  }

  ask(question) {
    return this.#call((engine) => engine.ask(question));
  }

  get memory() {
    return this.#call((engine) => engine.memory);
  }

  forget(index) {
    // WebAssembly would take NaN, "0" or 2³² for 0.
    const found = this.memory.findIndex((_, at) => at === index);
    this.#call((engine) => engine.forget(found));
  }

  async lookUp() {
    this.lookUpIn(await fetched(VECTORS));
  }

  lookUpIn(vectors) {
    this.#call((engine) => engine.lookUpIn(new Uint8Array(vectors)));
  }

  free() {
    this.#engine?.free();
    this.#engine = undefined;
  }

  #call(action) {
    if (!this.#engine) {
      throw new MemoryNetworkError("freed", "the network was freed");
    }
    return typed(() => action(this.#engine));
  }
}

let starting;

// All networks share one engine; one that could not be had is tried again.
function engineStarted() {
  starting ??= startEngine().catch((cause) => {
    starting = undefined;
    throw cause;
  });
  return starting;
}

async function startEngine() {
  const bytes = await fetched(ENGINE);
  try {
    await start({ module_or_path: bytes });
  } catch (cause) {
    throw new MemoryNetworkError("damaged", `${ENGINE.href} does not run: ${cause.message}`, { cause });
  }
}

function shipped(model) {
  if (!Object.hasOwn(MODELS, model)) {
    const names = Object.keys(MODELS).join(", ");
    throw new MemoryNetworkError("missing", `there is no model ${model}, only ${names}`);
  }
  const [record, weights] = MODELS[model];
  return [fetched(record).then((bytes) => new TextDecoder().decode(bytes)), fetched(weights)];
}

function written(record) {
  return typeof record === "object" ? JSON.stringify(record) : String(record);
}

// Runs what may throw an error with a code.
function typed(action) {
  try {
    return action();
  } catch (cause) {
    throw cause?.code ? new MemoryNetworkError(cause.code, cause.message, { cause }) : cause;
  }
}

// The bytes of a file of the package: Node's `fetch` doesn't read files.
async function fetched(url) {
  let missing;
  try {
    if (url.protocol === "file:") {
      const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ NODE_FILES);
      return await readFile(url);
    }
    const response = await fetch(url);
    if (response.ok) {
      return new Uint8Array(await response.arrayBuffer());
    }
    missing = response.status === 404;
    throw new Error(`the server answered ${response.status}`);
  } catch (cause) {
    const code = missing || cause.code === "ENOENT" ? "missing" : "unreachable";
    throw new MemoryNetworkError(code, `${url.href} could not be loaded: ${cause.message}`, { cause });
  }
}
