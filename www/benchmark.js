// Measures the page in a frame, as it is built, then a bare field and table in another, and prints
// the figures and their ratio, which says more than either on a machine that nobody knows.

const PEOPLE = ["Mary", "John", "Sandra", "Daniel"];
const PLACES = ["kitchen", "garden", "office", "bathroom", "bedroom", "hallway"];
const SENTENCES = 50;
const HOPS = 4;
const WRITTEN = "Mary journeyed to the garden.";
const ROUNDS = Number(new URLSearchParams(location.search).get("rounds")) || 20;

const figures = document.getElementById("figures");

/** Resolves when the frame that is being made has been painted. */
function painted() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** Writes at the caret, as a key press does: nothing else lets the browser edit the text itself. */
const write = (page, text) => page.document.execCommand("insertText", false, text);

/** Fills a field with a text, as a paste does. */
function fill(page, field, text) {
  field.select();
  write(page, text);
}

/** Milliseconds from a letter to the frame that shows in the heatmap the sentence that it ends. */
async function time(page, letter, last) {
  const nextFrame = () => new Promise((resolve) => page.requestAnimationFrame(resolve));
  await nextFrame();
  const start = performance.now();
  write(page, letter);
  for (;;) {
    await painted();
    const rows = page.document.querySelectorAll(".heatmap tbody .text");
    if (rows[rows.length - 1]?.textContent === last) return performance.now() - start;
    await nextFrame();
  }
}

/** Opens a page in a frame of the size of a window. */
function open(page) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { width: 1280, height: 800, ...page });
  figures.after(frame);
  return frame;
}

/** The page, when it has answered. */
async function explainer() {
  const frame = open({ title: "The page that is measured", src: "./" });
  while (!frame.contentDocument?.querySelector(".winner")) await new Promise(requestAnimationFrame);
  return frame;
}

/** The least that could be measured: a text field, and beside it a table with a row for each of its
    lines, whose numbers mean nothing. */
async function bare() {
  const title = "A bare field and table";
  const frame = open({ title, srcdoc: `<!doctype html><html lang=en><title>${title}</title>` });
  await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  const page = frame.contentDocument;
  const field = Object.assign(page.createElement("textarea"), { id: "story", rows: 20, cols: 60 });
  const box = page.createElement("div");
  const table = Object.assign(page.createElement("table"), { className: "heatmap" });
  const body = table.createTBody();
  Object.assign(field.style, { float: "left" });
  Object.assign(box.style, { height: "20em", overflow: "auto" });
  field.addEventListener("input", () => {
    const lines = field.value.split("\n").filter(Boolean);
    const before = body.rows.length;
    while (body.rows.length > lines.length) body.deleteRow(-1);
    lines.forEach((line, at) => {
      const row = body.rows[at] ?? body.insertRow();
      while (row.cells.length <= HOPS) row.insertCell();
      const text = row.cells[0];
      if (text.textContent === line.trim()) return;
      text.className = "text";
      text.textContent = line.trim();
      for (let hop = 1; hop <= HOPS; hop++) row.cells[hop].textContent = Math.random().toFixed(2);
    });
    if (body.rows.length > before) box.scrollTop = box.scrollHeight;
  });
  box.append(table);
  page.body.append(field, box);
  return frame;
}

/** The times of all letters, sorted. */
async function measure(frame, name) {
  const page = frame.contentWindow;
  const field = page.document.getElementById("story");
  field.focus();
  const story = Array.from(
    { length: SENTENCES - 1 },
    (_, at) => `${PEOPLE[at % PEOPLE.length]} went to the ${PLACES[at % PLACES.length]}.`,
  ).join("\n");

  const times = [];
  for (let round = 1; round <= ROUNDS; round++) {
    figures.textContent = `${name}, round ${round} of ${ROUNDS}…`;
    fill(page, field, `${story}\n`);
    // The first letter makes the last row, which the others change.
    for (let letters = 1; letters <= WRITTEN.length; letters++) {
      const written = WRITTEN.slice(0, letters);
      times.push(await time(page, written.slice(-1), written.trim()));
    }
  }
  frame.remove();
  return times.sort((one, other) => one - other);
}

/** The value below which this share of the sorted times lies. */
const quantile = (times, share) => times[Math.ceil(times.length * share) - 1];

/** The figures of the page and of a bare field, side by side. */
function compare(times, least) {
  const line = (name, ...columns) => name.padEnd(16) + columns.map((it) => it.padStart(12)).join("");
  const ms = (value) => `${value.toFixed(1)} ms`;
  const row = (name, share) => {
    const [one, other] = [quantile(times, share), quantile(least, share)];
    return line(name, ms(one), ms(other), (one / other).toFixed(1));
  };
  return [
    `${times.length} letters in a story of ${SENTENCES} sentences`,
    line("", "this page", "bare", "ratio"),
    row("median", 0.5),
    row("95th percentile", 0.95),
    row("longest", 1),
    navigator.userAgent,
  ].join("\n");
}

// What the reader of this browser last wrote is hers.
const kept = { ...localStorage };
try {
  const times = await measure(await explainer(), "The page");
  figures.textContent = compare(times, await measure(await bare(), "A bare field and table"));
} catch (error) {
  figures.textContent = `The page could not be measured: ${error.message}`;
} finally {
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  localStorage.clear();
  for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value);
}
