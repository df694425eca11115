"""An independent MemN2N in NumPy, written from the paper and not from the Rust.

The slots that a story doesn't fill stay zero and take part in the softmax, as in the authors' code.
It draws small networks, answers questions with them and prints every hop's attention and output
and the distribution over the answers, also with what a reader may overrule (`CHANGES`). Native Rust
and WebAssembly must find the same numbers (`tests/golden.rs`). To write the file again:

    python3 tests/reference/memn2n.py > tests/golden/memn2n.json

Equations: Sukhbaatar, Szlam, Weston and Fergus 2015, arXiv 1503.08895, section 2 (the model) and
section 4.1 (sentence representation).
"""

import json

import numpy as np

VOCABULARY = "mary john went to the kitchen garden took milk where is football".split()
ANSWERS = ["kitchen", "garden", "milk", "Football"]

STORIES = [
    ("Mary went to the kitchen.\nMary took the milk.\nJohn went to the garden.", "Where is the milk?"),
    ("John went to the garden.", "Where is John"),
    # Longer than the memory, and with a word that the network doesn't know.
    (
        "Mary went to the garden. John took the football! Mary strolled to the kitchen.\n"
        "John went to the kitchen.\nMary took the milk.\nJohn went to the garden.\nMary went to the garden.",
        "Where is the blue football?",
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
    # The first two sentences of this story are forgotten.
    {
        "hops": 5,
        "temperature": 0.5,
        "fixed": [
            {"hop": 0, "head": 0, "sentence": 1, "weight": 0.9},
            {"hop": 1, "head": 0, "sentence": 2, "weight": 0.9},
            {"hop": 1, "head": 0, "sentence": 4, "weight": 0.6},
        ],
        "muted": [0, 5],
    },
]


def words(sentence):
    return sentence.lower().replace("?", "").replace(".", "").replace("!", "").split()


def row(word):
    """Row 0 of a table belongs to every word that is not in the vocabulary."""
    return VOCABULARY.index(word) + 1 if word in VOCABULARY else 0


def position_weights(length, dimension):
    """l of section 4.1 as in the authors' code: 1 + 4 (k - (d+1)/2) (j - (J+1)/2) / (dJ)."""
    j = np.arange(1, length + 1)[:, None]
    k = np.arange(1, dimension + 1)[None, :]
    return 1 + 4 * (k - (dimension + 1) / 2) * (j - (length + 1) / 2) / (dimension * length)


def represent(sentence, table, encoding):
    """m = sum over j of l_j * A x_j; l is 1 for a bag of words."""
    rows = table[[row(word) for word in words(sentence)]]
    if encoding == "position":
        rows = rows * position_weights(*rows.shape)
    return rows.sum(axis=0)


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


def answer(settings, tables, story, question, changes):
    places = list(range(len(story)))[-settings["memory"] :]
    remembered = story[-settings["memory"] :]
    encoding = settings["encoding"]

    def memory(side):
        times = tables[f"{side}.ages"]
        newest = len(remembered) - 1
        slots = np.zeros((len(remembered), settings["dimension"]))
        for i, sentence in enumerate(remembered):
            slots[i] = represent(sentence, tables[f"{side}.words"], encoding) + times[newest - i]
        return slots

    adjacent = settings["tying"] == "adjacent"
    u = represent(question, tables["side0.words" if adjacent else "question"], encoding)
    hops = []
    # Adjacent matrices end with the last hop; layer-wise ones can read on.
    most = settings["hops"] if adjacent else 2 * settings["hops"]
    for hop in range(min(changes.get("hops", settings["hops"]), most)):
        m = memory(f"side{hop}" if adjacent else "keys")
        c = memory(f"side{hop + 1}" if adjacent else "values")
        filled = len(remembered)
        p = attend(m @ u, settings["memory"] - filled, changes, places, hop)
        o = p[:filled] @ c
        hops.append(
            {
                "heads": [p[:filled].tolist()],
                "empty": [p[filled:].sum()],
                "output": o.tolist(),
            }
        )
        u = (u if adjacent else tables["recurrence"] @ u) + o
    if adjacent:
        last = tables[f"side{settings['hops']}.words"]
        response = last[[row(name.lower()) for name in ANSWERS]]
    else:
        response = tables["response"]
    distribution = softmax(response @ u)
    return {"hops": hops, "answers": dict(zip(ANSWERS, distribution.tolist()))}


def draw(settings, random):
    """A network with weights large enough that its attention is far from even."""
    d, memory, rows = settings["dimension"], settings["memory"], len(VOCABULARY) + 1
    if settings["tying"] == "adjacent":
        sides = [f"side{k}" for k in range(settings["hops"] + 1)]
        shapes = {}
    else:
        sides = ["keys", "values"]
        shapes = {"question": (rows, d), "response": (len(ANSWERS), d), "recurrence": (d, d)}
    for side in sides:
        shapes |= {f"{side}.words": (rows, d), f"{side}.ages": (memory, d)}
    tables = {name: random.normal(0, 0.6, shape).round(4) for name, shape in shapes.items()}
    for name in tables:
        if name.endswith(".words") or name == "question":
            tables[name][0] = 0
    return tables


def main():
    random = np.random.default_rng(20150331)
    cases = []
    for encoding in ["position", "bag-of-words"]:
        for tying in ["adjacent", "layer-wise"]:
            settings = {"dimension": 5, "hops": 3, "memory": 5, "encoding": encoding, "tying": tying}
            tables = draw(settings, random)
            cases.append(
                {
                    "record": {
                        "name": f"{encoding}, {tying}",
                        "architecture": {"type": "memn2n", **settings},
                        "answers": ANSWERS,
                        "vocabulary": VOCABULARY,
                    },
                    "parameters": {name: table.tolist() for name, table in tables.items()},
                    "questions": [
                        {
                            "story": story,
                            "question": question,
                            "changes": changes,
                            "expected": answer(
                                settings,
                                tables,
                                story.replace(". ", ".\n").replace("! ", "!\n").split("\n"),
                                question,
                                changes,
                            ),
                        }
                        for (story, question), overruled in zip(STORIES, CHANGES)
                        for changes in [{}, overruled]
                    ],
                }
            )
    print(json.dumps(cases, indent=1))


main()
