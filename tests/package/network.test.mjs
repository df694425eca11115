// The installed package, as a program in Node.js uses it.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import test from "node:test";

import { MemoryNetwork, MemoryNetworkError } from "memory-network";

import { safetensors } from "./safetensors.mjs";

const OPENING = `Mary went to the kitchen.
John moved to the bathroom.
Mary got the football there.
Sandra journeyed to the bedroom.
Daniel picked up the milk there.
Mary travelled to the garden.
John went back to the hallway.
Mary dropped the football.
Sandra went to the office.
Mary moved to the hallway.`;
const QUESTION = "Where is the football?";

function assertClose(found, expected, what) {
  assert.ok(Math.abs(found - expected) < 1e-5, `${what}: ${found}, expected ${expected}`);
}

// The two results are the same, but for rounding.
function assertSame(found, expected) {
  assert.deepEqual(found.sentences, expected.sentences);
  assert.equal(found.answers.length, expected.answers.length);
  for (const [at, { answer, probability }] of expected.answers.entries()) {
    assert.equal(found.answers[at].answer, answer);
    assertClose(found.answers[at].probability, probability, answer);
  }
}

async function assertRefused(action, code) {
  await assert.rejects(
    async () => action(),
    (error) => {
      assert.ok(error instanceof MemoryNetworkError && error instanceof Error, String(error));
      assert.equal(error.name, "MemoryNetworkError");
      assert.equal(error.code, code, error.message);
      assert.notEqual(error.message, "");
      return true;
    },
  );
}

for (const model of ["working-memory", "memn2n"]) {
  test(`the network ${model} answers the opening story`, async () => {
    const network = await MemoryNetwork.load({ model });
    const { answers, sentences, question, hops } = network.answer(OPENING, QUESTION);
    assert.equal(answers[0].answer, "garden");
    assert.ok(answers[0].probability > 0.5);
    assert.deepEqual(sentences.map(({ text }) => text), OPENING.split("\n"));
    assert.deepEqual(sentences.map(({ slot }) => slot), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual(question.map(({ text }) => text), ["Where", "is", "the", "football"]);
    assert.ok(hops.length > 1);
    for (const { heads, empty } of hops) {
      const total = heads[0].reduce((sum, weight) => sum + weight, empty[0]);
      assertClose(total, 1, "the weights of a hop");
    }
  });
}

for (const architecture of ["memn2n", "working_memory"]) {
  test(`a ${architecture} of one's own computes what the reference computed`, async () => {
    const cases = JSON.parse(await readFile(new URL(`golden/${architecture}.json`, import.meta.url)));
    let compared = 0;
    for (const { record, parameters, questions } of cases) {
      const network = await MemoryNetwork.load({ record, weights: safetensors(parameters) });
      for (const { story, question, changes, expected } of questions) {
        if (Object.keys(changes).length > 0) {
          continue;
        }
        const { answers, hops } = network.answer(story, question);
        for (const { answer, probability } of answers) {
          assertClose(probability, expected.answers[answer], `${record.name}: ${answer}`);
        }
        for (const [at, { heads }] of hops.entries()) {
          for (const [slot, weight] of heads.flat().entries()) {
            assertClose(weight, expected.hops[at].heads.flat()[slot], `${record.name}: hop ${at}`);
            compared += 1;
          }
        }
      }
    }
    assert.ok(compared > 50, `only ${compared} weights were compared`);
  });
}

test("a memory grows, is asked, and forgets", async () => {
  const network = await MemoryNetwork.load();
  const lines = OPENING.split("\n");
  for (const [index, line] of lines.entries()) {
    assert.equal(network.read(line), index);
    const told = lines.slice(0, index + 1);
    assert.deepEqual(network.memory, told);
    assertSame(network.ask(QUESTION), network.answer(told.join("\n"), QUESTION));
  }
  assert.equal(network.read("Mary took the apple. Mary went to the office."), lines.length);
  assert.equal(network.ask("Where is the apple?").answers[0].answer, "office");
  network.forget(lines.length + 1);
  assert.equal(network.ask("Where is the apple?").answers[0].answer, "hallway");
  network.forget(0);
  assert.equal(network.memory.length, lines.length);
  const rest = network.memory.join("\n");
  assertSame(network.ask(QUESTION), network.answer(rest, QUESTION));
  assertSame((await MemoryNetwork.load()).answer(rest, QUESTION), network.ask(QUESTION));
});

test("word vectors change how words are read, also those that were read before", async () => {
  const network = await MemoryNetwork.load();
  network.read("Mary strolled to the garden.");
  const strolled = () => network.ask("Where is Mary?").sentences[0].words[1];
  assert.equal(strolled().text, "strolled");
  assert.notDeepEqual(strolled().treatment, { "read-as": "went" });
  await network.lookUp();
  assert.deepEqual(strolled().treatment, { "read-as": "went" });
  assert.equal(network.ask("Where is Mary?").answers[0].answer, "garden");
  await assertRefused(() => network.lookUpIn(new Uint8Array(3)), "damaged");
});

test("what goes wrong says what it is", async () => {
  const network = await MemoryNetwork.load();
  await assertRefused(() => network.answer("", QUESTION), "empty-story");
  await assertRefused(() => network.answer(OPENING, "?"), "empty-question");
  await assertRefused(() => network.ask(QUESTION), "empty-story");
  network.read(OPENING);
  for (const index of [10, -1, 0.5, NaN, "0", 2 ** 32, undefined]) {
    await assertRefused(() => network.forget(index), "no-such-sentence");
  }
  assert.throws(() => network.answer(undefined, QUESTION), TypeError);

  await assertRefused(() => MemoryNetwork.load({ model: "toString" }), "missing");
  const files = new URL("models/memn2n.", import.meta.resolve("memory-network"));
  const record = await readFile(new URL(`${files}json`), "utf8");
  const weights = await readFile(new URL(`${files}safetensors`));
  const load = (record, weights) => () => MemoryNetwork.load({ record, weights });
  await assertRefused(load("{", weights), "record");
  await assertRefused(load(undefined, weights), "record");
  await assertRefused(load(record, weights.subarray(1)), "truncated");
  await assertRefused(load(record, undefined), "truncated");
  const { weights: _, ...unsized } = JSON.parse(record);
  await assertRefused(load(unsized, weights.subarray(1)), "damaged");
  const wider = { ...unsized, architecture: { ...unsized.architecture, dimension: 9 } };
  await assertRefused(load(wider, weights), "shape");
});

test("a file of the package that is not what it was is named, and tried again", async () => {
  const copy = new URL("copy/", import.meta.url);
  await cp(new URL(".", import.meta.resolve("memory-network")), copy, { recursive: true });
  const { MemoryNetwork } = await import(new URL("index.js", copy));
  const engine = new URL("memnet_bg.wasm", copy);
  const refused = (code) =>
    assert.rejects(MemoryNetwork.load(), { name: "MemoryNetworkError", code, message: /memnet_bg/ });

  const bytes = await readFile(engine);
  await writeFile(engine, "<!doctype html>");
  await refused("damaged");
  await rm(engine);
  await refused("missing");
  await mkdir(engine);
  await refused("unreachable");
  await rmdir(engine);
  await writeFile(engine, bytes);
  const network = await MemoryNetwork.load();
  assert.equal(network.answer(OPENING, QUESTION).answers[0].answer, "garden");
});

test("a freed network says so, and leaves the others alone", async () => {
  const [network, other] = await Promise.all([MemoryNetwork.load(), MemoryNetwork.load()]);
  network.free();
  network.free();
  await assertRefused(() => network.answer(OPENING, QUESTION), "freed");
  await assertRefused(() => network.memory, "freed");
  await assertRefused(() => network.lookUp(), "freed");
  assert.equal(other.answer(OPENING, QUESTION).answers[0].answer, "garden");
});
