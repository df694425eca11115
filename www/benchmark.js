// Measures the page in a frame beside it, as it is built, and prints the figures.

const PEOPLE = ["Mary", "John", "Sandra", "Daniel"];
const PLACES = ["kitchen", "garden", "office", "bathroom", "bedroom", "hallway"];
const SENTENCES = 50;
const WRITTEN = "Mary journeyed to the garden.";
const ROUNDS = 20;

const figures = document.getElementById("figures");
const frame = document.getElementById("page");

/** Resolves when the frame that is being made has been painted. */
function painted() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

const nextFrame = () => new Promise((resolve) => frame.contentWindow.requestAnimationFrame(resolve));

/** Fills a field with a text, as a paste does. */
function fill(field, text) {
  field.select();
  write(text);
}

/** Writes at the caret, as a key press does: nothing else lets the browser edit the text itself. */
const write = (text) => frame.contentDocument.execCommand("insertText", false, text);

/** Milliseconds from a letter to the frame that shows in the heatmap the sentence that it ends. */
async function time(letter, last) {
  await nextFrame();
  const start = performance.now();
  write(letter);
  for (;;) {
    await painted();
    const rows = frame.contentDocument.querySelectorAll(".heatmap tbody .text");
    if (rows[rows.length - 1]?.textContent === last) return performance.now() - start;
    await nextFrame();
  }
}

/** The value below which this share of the sorted times lies. */
const quantile = (times, share) => times[Math.ceil(times.length * share) - 1];

async function measure() {
  const page = () => frame.contentDocument;
  while (!page()?.querySelector(".winner")) await new Promise(requestAnimationFrame);
  const field = page().getElementById("story");
  field.focus();
  const story = Array.from(
    { length: SENTENCES - 1 },
    (_, at) => `${PEOPLE[at % PEOPLE.length]} went to the ${PLACES[at % PLACES.length]}.`,
  ).join("\n");

  const times = [];
  for (let round = 1; round <= ROUNDS; round++) {
    figures.textContent = `Round ${round} of ${ROUNDS}…`;
    fill(field, `${story}\n`);
    // The first letter makes the last row, which the others change.
    for (let letters = 1; letters <= WRITTEN.length; letters++) {
      const written = WRITTEN.slice(0, letters);
      times.push(await time(written.slice(-1), written.trim()));
    }
  }
  times.sort((one, other) => one - other);
  const shown = [
    ["median", quantile(times, 0.5)],
    ["95th percentile", quantile(times, 0.95)],
    ["longest", quantile(times, 1)],
  ];
  figures.textContent = [
    `${times.length} letters in a story of ${SENTENCES} sentences`,
    ...shown.map(([name, value]) => `${name.padEnd(16)}${value.toFixed(1).padStart(6)} ms`),
    navigator.userAgent,
  ].join("\n");
}

// What the reader of this browser last wrote is hers.
const kept = { ...localStorage };
try {
  await measure();
} catch (error) {
  figures.textContent = `The page could not be measured: ${error.message}`;
} finally {
  frame.remove();
  localStorage.clear();
  for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value);
}
