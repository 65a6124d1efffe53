"""The trained detector: linear classifiers over words, pairs of words and letters, in plain Python.

First each part of a text is scored: its sentences, and windows of a few lengths. Then each passage (the whole text where it is short, else
a run of its sentences) is judged by what its words say together, and by the part within it that speaks most of danger. The worst passage
counts, so that danger weighs as much deep in a long text as alone. `weights.tsv.gz` holds whole numbers only, which add up to the same in
every environment; `make train-safety` writes it (bot/safety/train.py). Figures: docs/safety.md.
"""

import dataclasses
import functools
import gzip
import itertools
import math
import operator
import pathlib
import struct

from bot.safety.text import ASK, STOP

WEIGHTS = pathlib.Path(__file__).parent / "weights.tsv.gz"
KINDS = ("acute", "child", "other_at_risk", "suicide", "self_harm", "violence")
HARMLESS = ("idiom", "sadness", "information", "past", "elsewhere", "negated", "everyday")
# What each number of a term is for. Concern is danger or doubt about it; the others tell one label from all others: what sounds more like
# some label of danger than like any harmless one is told apart far better than danger from all that is harmless together.
COLUMNS = ("danger", "concern", *KINDS, "bereaved", *HARMLESS)
ALARMING, CALMING = slice(2, 2 + len(KINDS)), slice(2 + len(KINDS), None)
WINDOWS = {5: 1, 10: 2, 18: 3, 30: 6}  # words of a window: words from one to the next
LONGEST = 40  # words of a part that consists of whole sentences
MOST_SENTENCES = 8  # of such a part, unless it is the whole text
LARGE = 30  # words; a passage is large from here on, or when it is as long as all that is not small talk
FRAGMENT = 1.0  # log odds that a smaller passage must make up for: torn from a text, words sound worse than they are
SMALL_TALK = (-3.0, 0.0)  # a sentence whose log odds of danger and of concern lie below these says nothing of either
DAMPING = 3  # a part of n words is divided by the square root of n + DAMPING, so that length alone says nothing
SCALE = 300  # what a weight of 1 is stored as
JUDGES = ("danger", "concern")  # what a passage is judged on
EXACT = 1000  # what a weight of 1 of a judge is stored as
LANE = 32  # bits that each number of a term has in the one large number that they are packed in
LANES = struct.Struct(f"<{len(COLUMNS)}I")
MIDDLE = sum(1 << LANE * (n + 1) - 1 for n in range(len(COLUMNS)))  # makes every lane positive
PAIRED = 3  # a word is paired with each of so many before it


def pack(numbers):
    """The numbers of a term (one for each of COLUMNS) in one, so that adding terms is one addition."""
    return sum(number << LANE * n for n, number in enumerate(numbers))


def unpack(packed):
    """[number, ...] of a term, or of a sum of terms."""
    return [lane - (1 << LANE - 1) for lane in LANES.unpack((packed + MIDDLE).to_bytes(LANES.size, "little"))]


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


def sentences(words):
    """[(first, after last), ...]: the sentences, without the full stop at their end."""
    found, start = [], 0
    for i, word in enumerate(words):
        if word in (STOP, ASK):
            found.append((start, i if word == STOP else i + 1))
            start = i + 1
    return [(first, end) for first, end in [*found, (start, len(words))] if end > first]


def windows(start, end):
    """{(first, after last), ...}: the windows from `start` to `end`, the last of each length among them."""
    found = set()
    for length, step in WINDOWS.items():
        if end - start > length:
            found.update((first, first + length) for first in range(start, end - length, step))
            found.add((end - length, end))
    return found


def divide(words):
    """(passages, parts) of a text, each [(first, after last), ...].

    Passages are what is judged: each run of whole sentences that is short enough, and the windows of any sentence that is too long.
    Parts are what is scored: the passages, and windows that begin or end with a sentence, so that a passage holds the same ones wherever
    it stands.
    """
    told, judged = sentences(words), set()
    for number, (start, end) in enumerate(told):
        if end - start > LONGEST:
            judged |= windows(start, end)
        for _, last in told[number : number + MOST_SENTENCES]:
            if last - start > LONGEST:
                break
            judged.add((start, last))
    if told and told[-1][1] - told[0][0] <= LONGEST:
        judged.add((told[0][0], told[-1][1]))
    judged = sorted(judged)
    scored = {*judged}
    for start, end in [*dict(judged).items(), *told]:  # from each sentence as far as a passage goes
        scored |= windows(start, end)
    for _, end in told:
        scored |= {(end - length, end) for length in WINDOWS if end - length >= 0}
    return judged, sorted(scored) or [(0, len(words))]


@dataclasses.dataclass(frozen=True)
class Reading:
    """What is heard in a text: the log odds of danger, of concern and of a loss, the likeliest kind of danger, and where."""

    danger: float
    concern: float
    bereaved: float
    kind: str
    words: tuple

    def less(self, odds):
        """The same, that much less surely."""
        return dataclasses.replace(self, danger=self.danger - odds, concern=self.concern - odds)


@dataclasses.dataclass(frozen=True)
class Passage:
    """What is judged: the words from `start` to `end`, their logits (COLUMNS), and the features that the judges weigh."""

    start: int
    end: int
    logits: list
    features: tuple
    is_large: bool


def _leaning(logits):
    """How much more it sounds like some kind of danger than like any kind of harmless message."""
    return max(logits[ALARMING]) - max(logits[CALMING])


class Detector:
    """`weights`: {term: its numbers, packed}; `bias`: the numbers for no term at all.

    `judges`: for each of JUDGES the weights of `features`, and last a constant.
    """

    def __init__(self, weights, bias, judges=None):
        self._weights, self.bias, self.judges = weights, bias, judges
        self._of_word = functools.lru_cache(maxsize=50_000)(self._sum_of_word)

    @classmethod
    def load(cls, path=WEIGHTS):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
        judges = {row[0][1:]: [int(number) / EXACT for number in row[1:]] for row in rows if row[0].startswith("=")}
        weights = {term: pack(map(int, numbers)) for term, *numbers in rows if not term.startswith("=")}
        return cls(weights, unpack(weights.pop("")), judges)

    def _sum_of_word(self, word):
        return sum(self._weights.get(term, 0) for term in word_terms(word))

    def read(self, words):
        """What is heard in `words` (see `bot.safety.text.words`)."""
        judged = self.passages(words)
        if not judged:
            return Reading(-math.inf, -math.inf, -math.inf, KINDS[0], ())
        worst = max(judged, key=lambda passage: self._judge("danger", passage))
        concern = max(self._judge("concern", passage) for passage in judged)
        kind = max(KINDS, key=lambda kind: worst.logits[COLUMNS.index(kind)])
        said = tuple(words[worst.start : worst.end])
        return Reading(self._judge("danger", worst), concern, worst.logits[COLUMNS.index("bereaved")], kind, said)

    def passages(self, words):
        """[Passage, ...] of a text; none where nothing is said."""
        sums = self._running_sums(words)
        judged, parts = divide(words)
        scored = {part: self._logits(sums, part) for part in parts}
        by_start = {}
        for (start, end), logits in scored.items():
            by_start.setdefault(start, []).append((end, (logits[0], _leaning(logits))))
        shortest = {start: end for start, end in reversed(judged)}
        told = sum(end - start for start, end in shortest.items() if any(map(operator.ge, scored[start, end], SMALL_TALK)))
        large, found = min(LARGE, told), []
        for start, end in judged:
            within = [told for first in range(start, end) for last, told in by_start.get(first, ()) if last <= end]
            danger, leaning = (max(numbers) for numbers in zip(*within))
            whole = scored[start, end]
            # of the worst part; of all of it; its length
            features = (danger, whole[0], whole[1], leaning, _leaning(whole), math.log(end - start))
            found.append(Passage(start, end, whole, features, end - start >= large))
        return found

    def _judge(self, what, passage):
        *weights, constant = self.judges[what]
        odds = constant + sum(weight * feature for weight, feature in zip(weights, passage.features))
        return odds if passage.is_large else odds - FRAGMENT

    def _running_sums(self, words):
        """For each gap (0: the words themselves) the running sum over the words; made so that any part costs the same."""
        rows = [[self._of_word(word) for word in words]]
        for gap in range(1, PAIRED + 1):
            pairs = [self._weights.get(pair_term(words[i - gap], words[i], gap), 0) for i in range(gap, len(words))]
            rows.append([0] * min(gap, len(words)) + pairs)
        return [list(itertools.accumulate(row, initial=0)) for row in rows]

    def _logits(self, sums, part):
        start, end = part
        share = math.sqrt(end - start + DAMPING) * SCALE
        told = sum(of_gap[end] - of_gap[min(start + gap, end)] for gap, of_gap in enumerate(sums))
        return [bias / SCALE + number / share for bias, number in zip(self.bias, unpack(told))]
