// Answers a question, and tells the server of the test.

import { MemoryNetwork } from "memory-network";

async function answered() {
  const network = await MemoryNetwork.load();
  network.read("Mary got the milk there. Mary strolled to the office.");
  await network.lookUp();
  return network.ask("Where is the milk?").answers[0].answer;
}

const told = await answered().catch((error) => `${error.name} ${error.code}: ${error.message}`);
await fetch(`/told?${encodeURIComponent(told)}`);
