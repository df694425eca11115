/** The networks that the package brings. */
export type ModelName = "working-memory" | "memn2n";

/** Which network to load: one that the package brings, or one of your own. */
export type LoadOptions =
  | {
      /** `"working-memory"`, the default, takes any name; `"memn2n"` knows the words of bAbI alone. */
      model?: ModelName;
      record?: undefined;
      weights?: undefined;
    }
  | {
      model?: undefined;
      /** The record of a network, `NAME.json`, as text or parsed. */
      record: string | object;
      /** Its weights, the bytes of `NAME.safetensors`. */
      weights: Uint8Array | ArrayBuffer;
    };

/** An answer, and what led to it. */
export interface Result {
  /** The answers that the network finds likeliest, the likeliest first. */
  answers: Answer[];
  /** Every sentence of the story, in order. */
  sentences: Sentence[];
  /** The words of the question. */
  question: Word[];
  /** The reads of memory, in order. */
  hops: Hop[];
}

/** An answer and how likely the network finds it. */
export interface Answer {
  /** A word, or a list whose parts are joined by commas. */
  answer: string;
  /** From 0 to 1. */
  probability: number;
}

/** A sentence of the story as the network took it. */
export interface Sentence {
  /** The sentence as it was written. */
  text: string;
  /** Where it stands in the story; of what was `read`, every sentence is a line. */
  span: Span;
  /** Its words. */
  words: Word[];
  /** The slot of memory that holds it; `null` if the story is longer than the memory and this
   * sentence did not fit. */
  slot: number | null;
}

/** A word as the network took it. */
export interface Word {
  /** The word as it was written. */
  text: string;
  /** Where it stands in the story, or in the question. */
  span: Span;
  /** What the network made of it. */
  treatment: Treatment;
}

/**
 * What a network makes of a word: one that it was trained on (`"known"`); one that it takes for
 * another by its meaning; part of the name of an entity, numbered by first mention; one that it does
 * without, such as an article, "his" or the number of a line (`"passed"`); or one that it never saw
 * (`"unknown"`).
 */
export type Treatment =
  | "known"
  | { "read-as": string }
  | { entity: number }
  | "passed"
  | "unknown";

/** A stretch of a text, in bytes of UTF-8 (not in the units of JavaScript's strings). */
export interface Span {
  start: number;
  /** The byte after the last. */
  end: number;
}

/** One read of memory. */
export interface Hop {
  /** For each attention head the weight of every slot that holds a sentence, the oldest first. */
  heads: number[][];
  /** For each head the weight of its empty slots together. With it a head's weights sum to 1. */
  empty: number[];
  /** What was read. */
  output: number[];
}

/** A network that answers questions about stories. */
export class MemoryNetwork {
  private constructor();

  /**
   * Loads a network.
   *
   * @throws {MemoryNetworkError} A file of the package is `"missing"`, `"unreachable"` or
   * `"damaged"`, or your own files don't make a network: `"record"`, `"truncated"`, `"shape"` or
   * `"damaged"`.
   */
  static load(options?: LoadOptions): Promise<MemoryNetwork>;

  /**
   * Answers a question about a story. What was `read` plays no part.
   *
   * @throws {MemoryNetworkError} `"empty-story"` or `"empty-question"`.
   */
  answer(story: string, question: string): Result;

  /** Adds the sentences of a text to the memory, and returns the index of the first of them. */
  read(text: string): number;

  /**
   * Answers a question about what was `read` so far. Only the question is encoded: every sentence
   * was when it was read.
   *
   * @throws {MemoryNetworkError} `"empty-story"` or `"empty-question"`.
   */
  ask(question: string): Result;

  /** The sentences that were read, in order. */
  readonly memory: string[];

  /**
   * Forgets a sentence, as if it had never been read; those after it move up. What remains is read
   * again, since names and meanings may have come from what was forgotten.
   *
   * @throws {MemoryNetworkError} `"no-such-sentence"`.
   */
  forget(index: number): void;

  /**
   * Loads the word vectors that the package brings (590 KB), by which the network takes words that
   * it doesn't know for words that mean the same. What was read before is read again.
   *
   * @throws {MemoryNetworkError} The file is `"missing"`, `"unreachable"` or `"damaged"`.
   */
  lookUp(): Promise<void>;

  /**
   * The same with word vectors of your own, the bytes that `memnet vectors` writes.
   *
   * @throws {MemoryNetworkError} The file is `"damaged"`.
   */
  lookUpIn(vectors: Uint8Array | ArrayBuffer): void;

  /** Gives the memory of the network back. Whatever is called after it throws `"freed"`. */
  free(): void;
}

/** Why something could not be done. */
export type ErrorCode =
  /** The story has no sentence, or nothing was read. */
  | "empty-story"
  /** The question has no word. */
  | "empty-question"
  /** The memory has no sentence of this index. */
  | "no-such-sentence"
  /** The record can't be used. */
  | "record"
  /** The weights have fewer bytes (or more) than the record promises. */
  | "truncated"
  /** The record and the weights don't belong together. */
  | "shape"
  /** The weights, the word vectors or the engine are not what they should be. */
  | "damaged"
  /** There is no such network, or no such file. */
  | "missing"
  /** A file could not be fetched or read. */
  | "unreachable"
  /** The network was freed. */
  | "freed";

/** What this package throws. (A string that is no string is a `TypeError`, as everywhere.) */
export class MemoryNetworkError extends Error {
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown });
  /** The cause, for a program to tell. */
  readonly code: ErrorCode;
}
