"""An independent Working Memory Network in NumPy, written from its equations and not from the Rust.

It draws small networks, answers questions with them and prints every hop's attention and buffer
item and the answers, said word by word, also with what a reader may overrule (`CHANGES`). Native
Rust and WebAssembly must find the same numbers (`tests/golden.rs`). To write the file again:

    python3 tests/reference/working_memory.py > tests/golden/working_memory.json

Equations: Pavez, Allende and Allende-Cid 2018, arXiv 1805.09354, section 3, with the differences
that `src/networks/working_memory.rs` lists.
"""

import json

import numpy as np

VOCABULARY = "went to the took where is tired".split()
MEANINGFUL = ["tired"]
ANSWERS = ["yes", "kitchen"]
SLOTS = 4
PLACES = 16
MOST_WORDS = 12

STORIES = [
    ("Mary went to the garden.\nMary took the milk.\nJohn is tired.", "Where is the milk?"),
    ("John went to the kitchen.", "Where is John?"),
    # Longer than the memory, with a word that the network doesn't know, and more names than slots.
    (
        "Mary went to the garden.\nJohn took the football.\nMary is in the hall.\n"
        "John is tired.\nMary took the football.\nMary went to the garden.",
        "Where is the football?",
    ),
]

# What is overruled in how each story is read; sentences are counted from 0.
CHANGES = [
    {
        "temperature": 2.5,
        "fixed": [
            {"hop": 0, "head": 0, "sentence": 1, "weight": 0.7},
            {"hop": 2, "head": 0, "sentence": 0, "weight": 0.2},
            {"hop": 1, "head": 1, "sentence": 0, "weight": 1.5},
        ],
        "muted": [2],
    },
    {"hops": 2, "fixed": [{"hop": 1, "head": 0, "sentence": 0, "weight": 0.9}]},
    # The first sentence of this story is forgotten.
    {
        "hops": 5,
        "temperature": 0.5,
        "fixed": [
            {"hop": 0, "head": 0, "sentence": 0, "weight": 0.9},
            {"hop": 1, "head": 0, "sentence": 2, "weight": 0.9},
            {"hop": 1, "head": 0, "sentence": 4, "weight": 0.6},
        ],
        "muted": [0, 5],
    },
]

# Words that are neither names nor in the vocabulary.
FUNCTION_WORDS = ["in"]


class Reader:
    """Numbers names by their first mention; all else is a row of the vocabulary."""

    def __init__(self):
        self.names = []

    def read(self, sentence):
        units = []
        for word in sentence.rstrip(".?").split():
            key = word.lower()
            if key == "the":
                continue
            if key in FUNCTION_WORDS:
                units.append((0, None))
            elif key in VOCABULARY and key not in MEANINGFUL:
                units.append((VOCABULARY.index(key) + 1, None))
            else:
                if word not in self.names:
                    self.names.append(word)
                meaning = VOCABULARY.index(key) + 1 if key in MEANINGFUL else 0
                units.append((meaning, self.names.index(word) % SLOTS))
        return units


def softmax(scores):
    parts = np.exp(scores - scores.max())
    return parts / parts.sum()


def attend(scores, empty, changes, places, hop, head=0):
    """The weights of the slots whose sentences have these places in the story, and of empty ones.

    Given weights (muted is a given 0) don't compete; the softmax shares out what they leave.
    """
    scores = np.append(scores, np.zeros(empty)) / changes.get("temperature", 1)
    given = {
        fixed["sentence"]: min(max(fixed["weight"], 0), 1)
        for fixed in changes.get("fixed", [])
        if (fixed["hop"], fixed["head"]) == (hop, head)
    }
    given |= {sentence: 0 for sentence in changes.get("muted", [])}
    given = {places.index(sentence): w for sentence, w in given.items() if sentence in places}
    free = [slot for slot in range(len(scores)) if slot not in given]
    total = sum(given.values())
    weights = np.zeros(len(scores))
    for slot, weight in given.items():
        weights[slot] = weight / max(total, 1)
    if free:
        weights[free] = softmax(scores[free]) * max(1 - total, 0)
    return weights


def answer(settings, t, story, question, changes):
    reader = Reader()
    story = [reader.read(sentence) for sentence in story.split("\n")]
    question = reader.read(question)
    remembered = story[-settings["memory"] :]
    places = list(range(len(story)))[-settings["memory"] :]

    def affine(name, x):
        return t[name] @ x + t[f"{name}.bias"][0]

    def encode(units):
        """The sum of each unit's embedding times the gate of its place and its neighbours."""
        rows = len(VOCABULARY) + 1

        def gate_row(at):
            if not 0 <= at < len(units):
                return rows + 1
            word, entity = units[at]
            return word if entity is None else rows

        total = np.zeros(settings["dimension"])
        for at, (word, entity) in enumerate(units):
            embedding = t["input.words"][word].copy()
            if entity is not None:
                embedding += t["input.entities"][entity]
            gate = t["input.places"][min(at, PLACES - 1)]
            gate = gate + t["input.before"][gate_row(at - 1)] + t["input.after"][gate_row(at + 1)]
            total += embedding * gate
        return total

    ages = t["generalization.ages"][: len(remembered)][::-1]
    m = np.array([np.tanh(affine("input.keys", encode(s))) for s in remembered]) + ages
    c = np.array([np.tanh(affine("input.values", encode(s))) for s in remembered]) + ages
    asked = np.tanh(affine("input.question", encode(question)))

    u, hops, items = asked, [], []
    for k in range(min(changes.get("hops", settings["hops"]), settings["hops"])):
        item, heads, empty = t[f"output.{k}.bias"][0].copy(), [], []
        for h in range(settings["heads"]):
            p = attend(m @ (t[f"output.{k}.{h}.ask"] @ u), 1, changes, places, k, h)
            item += t[f"output.{k}.{h}.take"] @ (p[:-1] @ c)
            heads.append(p[:-1].tolist())
            empty.append(p[-1])
        u = np.tanh(affine(f"output.{k}.keep", u) + t[f"output.{k}.follow"] @ item)
        hops.append({"heads": heads, "empty": empty, "output": item.tolist()})
        items.append(item)

    def part(name, x):
        return t[f"response.relations.{name}"] @ x

    total = 0
    for i in items:
        for j in items:
            added = part("first", i) + part("second", j)
            added = added + affine("response.relations.question", asked)
            product = (part("left", i) + part("left-question", asked)) * part("right", j)
            pair = affine("response.relations.sums", np.maximum(added, 0))
            total = total + np.maximum(pair + part("products", product), 0)
    weighed = np.maximum(affine("response.relations.weigh", total), 0)
    state = u + affine("response.relations.conclude", weighed)

    table = np.vstack([t["response.words"], t["input.entities"]])
    names = reader.names[:SLOTS]
    sayable = len(ANSWERS) + 1 + len(names)

    def likelihood(state):
        return softmax((table @ state)[:sayable])

    def spelled(column):
        return (ANSWERS + [None] + names)[column]

    answers = {}
    for column, probability in enumerate(likelihood(state)):
        said, z = [], state
        while column != len(ANSWERS) and len(said) < MOST_WORDS:
            said.append(spelled(column))
            z = np.tanh(affine("response.keep", z) + t["response.hear"] @ table[column])
            column = likelihood(z).argmax()
            probability *= likelihood(z).max()
        if said:
            text = ",".join(said)
            answers[text] = answers.get(text, 0) + probability
    return {"hops": hops, "answers": answers}


def draw(settings, random):
    d, r, rows = settings["dimension"], settings["relations"], len(VOCABULARY) + 1
    shapes = {
        "input.words": (rows, d),
        "input.entities": (SLOTS, d),
        "input.places": (PLACES, d),
        "input.before": (rows + 2, d),
        "input.after": (rows + 2, d),
        "generalization.ages": (settings["memory"], d),
        "response.words": (len(ANSWERS) + 1, d),
        "response.hear": (d, d),
    }

    def affine(name, rows, columns):
        shapes[name], shapes[f"{name}.bias"] = (rows, columns), (1, rows)

    for name in ["keys", "values", "question"]:
        affine(f"input.{name}", d, d)
    for k in range(settings["hops"]):
        for h in range(settings["heads"]):
            shapes[f"output.{k}.{h}.ask"] = shapes[f"output.{k}.{h}.take"] = (d, d)
        shapes[f"output.{k}.bias"], shapes[f"output.{k}.follow"] = (1, d), (d, d)
        affine(f"output.{k}.keep", d, d)
    for name in ["first", "second", "left", "right", "left-question"]:
        shapes[f"response.relations.{name}"] = (r, d)
    affine("response.relations.question", r, d)
    affine("response.relations.sums", r, r)
    shapes["response.relations.products"] = (r, r)
    affine("response.relations.weigh", r, r)
    affine("response.relations.conclude", d, r)
    affine("response.keep", d, d)
    return {name: random.normal(0, 0.4, shape).round(4) for name, shape in shapes.items()}


def main():
    random = np.random.default_rng(20180509)
    cases = []
    for heads in [1, 2]:
        settings = {"dimension": 5, "hops": 3, "heads": heads, "memory": 5, "relations": 4}
        tables = draw(settings, random)
        cases.append(
            {
                "record": {
                    "name": f"{heads} heads",
                    "architecture": {"type": "working-memory", **settings},
                    "answers": ANSWERS,
                    "vocabulary": VOCABULARY,
                    "entities": {"slots": SLOTS, "words": MEANINGFUL},
                },
                "parameters": {name: table.tolist() for name, table in tables.items()},
                "questions": [
                    {
                        "story": story,
                        "question": question,
                        "changes": changes,
                        "expected": answer(settings, tables, story, question, changes),
                    }
                    for (story, question), overruled in zip(STORIES, CHANGES)
                    for changes in [{}, overruled]
                ],
            }
        )
    print(json.dumps(cases, indent=1))


main()
