"""The trained detector: a linear classifier over words, pairs of words and letters, in plain Python.

A text is scored in parts, so that a sentence of danger weighs as much deep in a long text as alone: its sentences, and windows of a
few lengths; the part that speaks most of danger counts. `weights.tsv.gz` holds whole numbers only, which add up to the same in every
environment; `make train-safety` writes it (bot/safety/train.py). Figures: docs/safety.md.
"""

import dataclasses
import functools
import gzip
import itertools
import math
import pathlib
import struct

from bot.safety.text import ASK, STOP

WEIGHTS = pathlib.Path(__file__).parent / "weights.tsv.gz"
KINDS = ("acute", "child", "other_at_risk", "suicide", "self_harm", "violence")
COLUMNS = ("danger", "concern", "bereaved", *KINDS)  # what each number of a term is for; concern is danger or doubt about it
WINDOWS = (10, 18, 30)  # words
STEP = 2  # words from one window to the next
LONGEST = 40  # words of a part that consists of whole sentences
DAMPING = 3  # a part of n words is divided by the square root of n + DAMPING, so that length alone says nothing
SCALE = 300  # what a weight of 1 is stored as
NUMBERS = struct.Struct("9h")  # of one term; packed, half a million of them take a quarter of the memory
PAIRED = 3  # a word is paired with each of so many before it
NOTHING = (0,) * len(COLUMNS)


def word_terms(word):
    """What one word tells by itself: the word, and its runs of two to five letters with its two ends marked."""
    marked = f" {word} "
    return ["w" + word] + ["c" + marked[i : i + n] for n in (2, 3, 4, 5) for i in range(len(marked) - n + 1)]


def pair_term(first, second, gap):
    return f"{'b' if gap == 1 else 's'}{first}_{second}"


def terms(words):
    """All that a part consisting of `words` tells."""
    told = [term for word in words for term in word_terms(word)]
    told += [pair_term(words[i - gap], words[i], gap) for gap in range(1, PAIRED + 1) for i in range(gap, len(words))]
    return told


def parts(words):
    """[(first, after last), ...]: the parts of a text that are scored, the whole among them when it is short enough."""
    ends = [i + 1 for i, word in enumerate(words) if word in (STOP, ASK)]
    if not ends or ends[-1] < len(words):
        ends.append(len(words))
    found = set()
    for number, start in enumerate([0, *ends[:-1]]):
        last = number
        while last < len(ends) and ends[last] - start <= LONGEST:
            found.add((start, ends[last]))
            last += 1
    for length in WINDOWS:
        found.update((i, i + length) for i in range(0, len(words) - length, STEP))
        if len(words) > length:
            found.add((len(words) - length, len(words)))
    return sorted(found) or [(0, len(words))]


@dataclasses.dataclass(frozen=True)
class Reading:
    """What is heard in a text: the logits of danger, of concern and of a loss, the likeliest kind of danger, and where."""

    danger: float
    concern: float
    bereaved: float
    kind: str
    words: tuple


class Detector:
    """`weights`: {term: a whole number for each of COLUMNS, packed}; `bias`: the numbers for no term at all."""

    def __init__(self, weights, bias):
        self._weights, self.bias = weights, bias
        self._of_word = functools.lru_cache(maxsize=50_000)(self._sum_of_word)

    @classmethod
    def load(cls, path=WEIGHTS):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
            weights = {term: NUMBERS.pack(*map(int, numbers)) for term, *numbers in rows}
        return cls(weights, NUMBERS.unpack(weights.pop("")))

    def _sum_of_word(self, word):
        found = [self._weights[term] for term in word_terms(word) if term in self._weights]
        return tuple(map(sum, zip(*map(NUMBERS.unpack, found)))) if found else NOTHING

    def read(self, words):
        """What is heard in `words` (see `bot.safety.text.words`)."""
        if not words:
            return Reading(-math.inf, -math.inf, -math.inf, KINDS[0], ())
        sums, scored = self._running_sums(words), parts(words)
        best = max(scored, key=lambda part: self._logit(sums, part, 0))
        concern = max(self._logit(sums, part, 1) for part in scored)
        logits = dict(zip(COLUMNS, (self._logit(sums, best, column) for column in range(len(COLUMNS)))))
        kind = max(KINDS, key=logits.get)
        return Reading(logits["danger"], concern, logits["bereaved"], kind, tuple(words[best[0] : best[1]]))

    def _running_sums(self, words):
        """For each gap (0: the words themselves) and column, the running sum over the words; made so that any part costs the same."""
        rows = [[self._of_word(word) for word in words]]
        for gap in range(1, PAIRED + 1):
            pairs = (self._weights.get(pair_term(words[i - gap], words[i], gap)) for i in range(gap, len(words)))
            rows.append([NOTHING] * min(gap, len(words)) + [NUMBERS.unpack(pair) if pair else NOTHING for pair in pairs])
        return [[list(itertools.accumulate((n[column] for n in row), initial=0)) for column in range(len(COLUMNS))] for row in rows]

    def _logit(self, sums, part, column):
        start, end = part
        total = sum(of_gap[column][end] - of_gap[column][min(start + gap, end)] for gap, of_gap in enumerate(sums))
        return (self.bias[column] + total / math.sqrt(end - start + DAMPING)) / SCALE
