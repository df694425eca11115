// Compiles only if the declarations say what the package does.

import { MemoryNetwork, MemoryNetworkError } from "memory-network";
import type { ErrorCode, Result, Treatment } from "memory-network";

const network: MemoryNetwork = await MemoryNetwork.load();
await MemoryNetwork.load({});
await MemoryNetwork.load({ model: "memn2n" });
await MemoryNetwork.load({ record: "{}", weights: new Uint8Array() });
await MemoryNetwork.load({ record: {}, weights: new ArrayBuffer(0) });
// @ts-expect-error: there is no such network.
await MemoryNetwork.load({ model: "gpt" });
// @ts-expect-error: a record needs weights.
await MemoryNetwork.load({ record: "{}" });
// @ts-expect-error: networks are loaded.
new MemoryNetwork();

const result: Result = network.answer("Mary went to the garden.", "Where is Mary?");
const best: string | undefined = result.answers[0]?.answer;
const weights: number[] | undefined = result.hops[0]?.heads[0];
const slot: number | null | undefined = result.sentences[0]?.slot;
// @ts-expect-error: a question is asked of a story.
network.answer("Where is Mary?");

function told(treatment: Treatment): string {
  if (typeof treatment === "string") {
    return treatment;
  }
  return "entity" in treatment ? `entity ${treatment.entity}` : treatment["read-as"];
}

const index: number = network.read("Mary went to the garden.");
const asked: Result = network.ask("Where is Mary?");
const sentences: string[] = network.memory;
// @ts-expect-error: the memory is read and forgotten, not set.
network.memory = [];
network.forget(index);
await network.lookUp();
network.lookUpIn(new Uint8Array());
network.free();

try {
  network.ask("");
} catch (error) {
  if (error instanceof MemoryNetworkError) {
    const code: ErrorCode = error.code;
    // @ts-expect-error: there is no such code.
    const wrong = error.code === "sad";
    console.log(code, wrong, error.message);
  }
}
console.log(best, weights, slot, result.question.map(({ treatment }) => told(treatment)), asked, sentences);
