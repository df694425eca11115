// The element <memory-network>: a story, a question and what a memory network makes of them, as part
// of any page. What it draws, the program draws (`src/app/figure.rs`); this file is what a custom
// element takes: attributes and properties, events, loading when it is needed, and taking leave.

const NAME = "memory-network";
const HERE = new URL("./", import.meta.url).href;
const PROGRAM = "program/memnet.js";
const STYLE = "memory-network.css";

/** Attributes, each with a property of its name. */
const ATTRIBUTES = [
  "story", "question", "model", "hops", "view", "editable", "theme", "lang", "loading", "src",
];

/** How far from the window an element begins to load. */
const NEAR = "400px";

/** A story that stands in an element has its line breaks, figure or not. */
const blankStyle = new CSSStyleSheet();
blankStyle.replaceSync(":host { display: block } slot { display: block; white-space: pre-line }");

/** What was loaded from each address, as promises: shared by all elements of the page. */
const programs = new Map();

/** The elements that show something, to be told when the program has stopped. */
const alive = new Set();

/** Loads the program and its style from a folder, once; after a failure it may be tried again. */
function load(base) {
  if (!programs.has(base)) {
    const loading = fetchAll(base);
    loading.catch(() => programs.delete(base));
    programs.set(base, loading);
  }
  return programs.get(base);
}

async function fetchAll(base) {
  if (typeof WebAssembly !== "object") {
    throw new Error("This browser has no WebAssembly, or it is switched off.");
  }
  const sheet = new CSSStyleSheet();
  const address = new URL(PROGRAM, base).href;
  const [program] = await Promise.all([
    import(address),
    fetch(new URL(STYLE, base)).then(async (style) => {
      if (!style.ok) throw new Error(`${STYLE}: the server answered ${style.status}.`);
      sheet.replaceSync(await style.text());
    }),
  ]);
  await program.default();
  program.setAddresses(base, address);
  // The places are those whose figures are gone, for the next ones.
  const loaded = { program, sheet, places: [], stopped: false };
  program.onPanic(() => {
    loaded.stopped = true;
    alive.forEach((element) => element[STOP]());
  });
  return loaded;
}

/** A new place for figures, which goes to `places` when its figure is gone. */
function newPlace(program, places) {
  const element = document.createElement("div");
  return { element, figure: new program.FigurePlace(element), places };
}

/** Gives an attribute the value of its property. */
function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const STOP = Symbol("stop");

class MemoryNetworkElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** What is seen as long as there is no figure: what stands in the element, and why. */
  #blank = document.createElement("div");
  /** The place of the figure: its element, what the program has there, and where it goes later. */
  #place = null;
  /** Counts the attempts to show something, so that one that was given up does nothing more. */
  #attempt = 0;
  #watcher = null;
  #link = null;
  #weights = null;
  /** Whether the network has come; and who waits for an answer. */
  #loaded = false;
  #waiting = [];

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    // Until there is something to see, what stands in the element is seen.
    this.#blank.append(document.createElement("slot"));
    this.shadowRoot.append(this.#blank);
    this.shadowRoot.adoptedStyleSheets = [blankStyle];
  }

  connectedCallback() {
    // Properties that were set before this class was known hide those of the class.
    for (const name of [...ATTRIBUTES, "link", "weights"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#place) this.#begin();
  }

  disconnectedCallback() {
    // An element that is moved is taken out and put in again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === "src") {
      this.#end();
      this.#begin();
    } else if (name === "loading") {
      if (!this.#place) this.#begin();
    } else {
      if (name === "model") this.#loaded = false;
      this.#place?.figure.update(this.#options());
    }
  }

  /** The last answer, or null. */
  get result() {
    return this.#place?.figure.result() ?? null;
  }

  /** The part after the "#" of a link to the page: it takes the place of story and question. */
  get link() {
    return this.#link;
  }

  set link(fragment) {
    this.#link = fragment;
    this.#place?.figure.update(this.#options());
  }

  /** A network of one's own: the bytes of a file that holds it and its record. */
  get weights() {
    return this.#weights;
  }

  set weights(bytes) {
    this.#weights = bytes;
    if (!this.#place) return;
    this.#loaded = false;
    this.#bring();
    this.#place.figure.update(this.#options());
  }

  get hops() {
    const hops = Number.parseInt(this.getAttribute("hops"), 10);
    return hops > 0 ? hops : null;
  }

  set hops(hops) {
    reflect(this, "hops", hops);
  }

  get editable() {
    return this.getAttribute("editable") !== "false";
  }

  set editable(editable) {
    this.setAttribute("editable", editable ? "" : "false");
  }

  /** Resolves to the answer, as soon as there is one. */
  answer() {
    const result = this.result;
    if (result) return Promise.resolve(result);
    if (!this.#place && this.isConnected) this.#show();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Resolves to the heatmap as a PNG (a Blob). */
  async exportPNG() {
    await this.answer();
    const address = await this.#place.figure.picture();
    const [head, data] = address.split(",");
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: head.slice("data:".length).split(";")[0] });
  }

  /** The name of a network, or the address of its record. */
  #model() {
    const model = this.getAttribute("model") ?? undefined;
    return model?.endsWith(".json") ? new URL(model, document.baseURI).href : model;
  }

  #options() {
    return {
      story: this.getAttribute("story") ?? this.textContent.trim(),
      question: this.getAttribute("question") ?? "",
      link: this.#link ?? undefined,
      model: this.#model(),
      hops: this.hops ?? undefined,
      view: this.getAttribute("view") ?? undefined,
      editable: this.editable,
      theme: this.getAttribute("theme") ?? undefined,
      lang: this.getAttribute("lang") ?? undefined,
    };
  }

  /** Gives the figure the network of one's own, if there is one; what is wrong with it is told. */
  #bring() {
    const bytes = this.#weights;
    try {
      this.#place.figure.setWeights(
        ArrayBuffer.isView(bytes)
          ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
          : bytes && new Uint8Array(bytes),
      );
    } catch ({ code, message }) {
      this.#tell("error", { code, message });
    }
  }

  /** Shows the figure at once, or when the reader comes near it. */
  #begin() {
    this.#watcher?.disconnect();
    if (this.getAttribute("loading") === "eager" || !globalThis.IntersectionObserver) {
      this.#show();
      return;
    }
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          this.#watcher.disconnect();
          this.#show();
        }
      },
      { rootMargin: NEAR },
    );
    this.#watcher.observe(this);
  }

  async #show() {
    const attempt = ++this.#attempt;
    const base = new URL(this.getAttribute("src") ?? HERE, document.baseURI).href;
    const current = () => attempt === this.#attempt && this.isConnected;
    try {
      this.#tell("progress", { loaded: 0, total: 2 });
      const { program, sheet, places, stopped } = await load(base);
      if (!current()) return;
      if (stopped) {
        this[STOP]();
        return;
      }
      this.#tell("progress", { loaded: 1, total: 2 });
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#place = places.pop() ?? newPlace(program, places);
      this.#bring();
      this.#place.figure.show(this.#options(), (what, first, second) => {
        // What is told while a figure is being drawn, it could not yet be asked about.
        queueMicrotask(() => current() && this.#hear(what, first, second));
      });
      this.#blank.replaceWith(this.#place.element);
      alive.add(this);
    } catch (cause) {
      if (current()) this.#fail(cause);
    }
  }

  #hear(what, first, second) {
    if (what === "error") {
      this.#reject(Object.assign(new Error(second), { code: first }));
      this.#tell("error", { code: first, message: second });
    } else if (what === "load") {
      if (this.#loaded) return;
      this.#loaded = true;
      this.#tell("progress", { loaded: 2, total: 2 });
      this.#tell("load");
    } else if (first || this.#waiting.length > 0) {
      // Handing an answer over takes a while, so it is done once, and for somebody.
      const { result } = this;
      if (!result) return;
      for (const { resolve } of this.#waiting.splice(0)) resolve(result);
      if (first) this.#tell("answer", result);
    }
  }

  /** Says that there is no figure, and offers to try again. */
  #fail(cause) {
    const message = `The memory network could not be loaded. ${cause.message}`;
    this.#say(message, "Try again", () => this.#show());
    this.#reject(cause);
    this.#tell("error", { code: "unreachable", message: cause.message });
  }

  /** Says that the program has stopped, which takes all figures with it. */
  [STOP]() {
    const message = "This figure has stopped because of an error in it.";
    this.#attempt++;
    alive.delete(this);
    this.#place?.element.replaceWith(this.#blank);
    this.#place = null;
    this.#say(message, "Reload the page", () => location.reload());
    this.#reject(new Error(message));
    this.#tell("error", { code: "stopped", message });
  }

  /** Says something beside what stands in the element, and what can be done about it. */
  #say(text, label, act) {
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = text;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    this.#blank.replaceChildren(document.createElement("slot"), message, button);
  }

  /** Takes the figure away, and leaves its place to others. */
  #end() {
    this.#watcher?.disconnect();
    this.#attempt++;
    this.#loaded = false;
    alive.delete(this);
    if (this.#place) {
      this.#place.figure.clear();
      this.#blank.replaceChildren(document.createElement("slot"));
      this.#place.element.replaceWith(this.#blank);
      this.#place.places.push(this.#place);
      this.#place = null;
    }
    this.#reject(new Error("The element was removed."));
  }

  #reject(cause) {
    for (const { reject } of this.#waiting.splice(0)) reject(cause);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

for (const name of ATTRIBUTES.filter((name) => !Object.hasOwn(MemoryNetworkElement.prototype, name))) {
  Object.defineProperty(MemoryNetworkElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      reflect(this, name, value);
    },
  });
}

// A page may well include this file twice.
if (!customElements.get(NAME)) customElements.define(NAME, MemoryNetworkElement);

export { MemoryNetworkElement };
