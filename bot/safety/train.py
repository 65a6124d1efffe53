"""Train the detector on `data/safety/` and write its weights: `python -m bot.safety.train`. See docs/safety.md.

`data/safety/<author>.tsv` holds lines `label<TAB>message`; the labels are those of LABELS. Of `data/nlu/` it takes the examples of the
crisis families too, and the others as what visitors otherwise say.
"""

import collections
import concurrent.futures
import dataclasses
import gzip
import hashlib
import io
import pathlib
import random

import numpy as np
import scipy.sparse as sparse
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bot import dialogue
from bot.nlu.report import read_examples
from bot.safety.detector import COLUMNS, DAMPING, EXACT, HARMLESS, JUDGES, KINDS, SCALE, WEIGHTS, Detector, divide, pack, terms, unpack
from bot.safety.mending import Mender
from bot.safety.text import KNOWN, plain, words

ROOT = pathlib.Path(__file__).parents[2]
DATA = ROOT / "data" / "safety"
LABELS = (*KINDS, "doubt", "bereaved", *HARMLESS)
FAMILIES = {slug: kind for kind, slug in dialogue.CARDS.items()} | {dialogue.SUPPORT: "bereaved"}
UNCLEAR = {"somber_delen"}  # sad, and now and then more than that: no clean example of either
KNOWN_FROM = {"nl": 2.7, "en": 3.5}  # Zipf frequency from which a word of a language is known; below it the web's own errors set in
OFTEN = 6  # examples that a word no dictionary has must stand in to be known, and not be two words run together
TYPOS = 0.12  # of the words in the second copy of each example
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FEWEST = 4  # examples, copies included, that a term must stand in
ROUNDS = 3  # of looking for the part of each message that counts
FOLDS = 4  # that the authors are parted in for the judges
PLAIN = 6.0  # what an everyday message weighs: people ask many of those, and none of them may meet a card
C = 40.0  # inverse regularisation; at the same share of false cards 10 hears one point less of the danger


@dataclasses.dataclass(frozen=True)
class Example:
    author: str
    label: str
    text: str
    is_copy: bool = False  # with typing errors, of another example

    @property
    def is_danger(self):
        return self.label in KINDS


def read_own(folder=DATA):
    """The examples written for the safety net."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            label, tab, text = line.partition("\t")
            if not tab or label not in LABELS or not text.strip():
                raise ValueError(f"{path}:{number}: not a label, a tab and a message")
            found.append(Example(path.stem, label, text.strip()))
    return found


def read_conversational():
    """The crisis examples of the assistant's own training data, and the others as what visitors otherwise say."""
    rows = [(author, family, text) for _, family, author, text in read_examples() if family not in UNCLEAR]
    return [Example(author, FAMILIES.get(family, "everyday"), text) for author, family, text in rows]


def with_typos(text, random):
    """`text` as typed in haste: letters swapped, left out, doubled or hit beside, now and then a space forgotten."""
    typed = []
    for word in text.split():
        if len(word) > 3 and random.random() < TYPOS:
            i = random.randrange(len(word) - 1)
            row = next((keys for keys in KEYS if word[i].lower() in keys), None)
            beside = row[min(max(row.index(word[i].lower()) + random.choice((-1, 1)), 0), len(row) - 1)] if row else word[i]
            word = random.choice(
                (word[:i] + word[i + 1] + word[i] + word[i + 2 :], word[:i] + word[i + 1 :], word[:i] + beside + word[i + 1 :])
            )
        typed.append(word)
        if random.random() > TYPOS / 3:
            typed.append(" ")
    return "".join(typed).strip()


def doubled(examples, seed=2):
    """`examples`, each with a copy of its own that holds typing errors."""
    chance = random.Random(seed)
    return examples + [dataclasses.replace(example, text=with_typos(example.text, chance), is_copy=True) for example in examples]


def parted(authors, folds):
    """`authors` in so many parts."""
    authors = sorted(authors)
    return [set(authors[number::folds]) for number in range(folds)]


def count_known_words(examples):
    """{word: how many examples of danger hold it}, of all words that are no typing errors."""
    from wordfreq import get_frequency_dict

    counts = {}
    for language, least in KNOWN_FROM.items():
        for word, frequency in get_frequency_dict(language).items():
            if frequency >= 10 ** (least - 9):
                counts.update(dict.fromkeys((w for w in words(plain(word)) if w.isalpha()), 0))
    danger = collections.Counter(w for e in examples if e.is_danger for w in set(words(plain(e.text))))
    often = collections.Counter(w for e in examples for w in set(words(plain(e.text))))
    apart = Mender(counts).apart
    for word, count in often.items():
        if word in counts or (word.isalpha() and count >= OFTEN and not apart(word)):
            counts[word] = danger[word]
    return counts


class Trainer:
    """Turns examples into parts and terms once, so that training on many subsets of them is quick."""

    def __init__(self, examples):
        self.examples = examples
        spoken = self._spoken = [words(plain(example.text)) for example in examples]
        self._parts = [divide(ws)[1] for ws in spoken]
        self._first = np.cumsum([0, *map(len, self._parts)])
        whole = [max(range(len(ps)), key=lambda i: ps[i][1] - ps[i][0]) for ps in self._parts]
        self._whole = self._first[:-1] + np.array(whole)
        self.vectoriser = CountVectorizer(analyzer=terms, min_df=FEWEST)
        seen = np.bincount(self.vectoriser.fit_transform(spoken).indices)
        counts = self.vectoriser.transform([ws[a:b] for ws, ps in zip(spoken, self._parts) for a, b in ps]).astype(np.float64)
        lengths = np.array([b - a for ps in self._parts for a, b in ps])
        rarity = np.log((1 + len(spoken)) / (1 + seen)) + 1
        rows = sparse.diags(1 / np.sqrt(lengths + DAMPING)) @ counts @ sparse.diags(rarity)
        length = np.sqrt(rows.multiply(rows).sum(axis=1)).mean()
        self._unit, self._rows = rarity / length, (rows / length).tocsr()

    def fit(self, chosen):
        """A Detector from the examples at the places `chosen`."""
        chosen = np.asarray(chosen)
        labels = np.array([self.examples[i].label for i in chosen])
        danger = np.isin(labels, KINDS)
        clear = labels != "doubt"  # doubt teaches neither danger nor its absence
        weigh = np.where(labels == "everyday", PLAIN, 1.0)
        best = self._parts_that_count(chosen[clear], danger[clear], weigh[clear])
        own = self._whole[chosen]
        models = {"danger": best["model"]}
        models["concern"] = _fit(self._rows[own], danger | (labels == "doubt"), weigh)
        rows = self._rows[[best["part"].get(i, w) for i, w in zip(chosen, own)]]
        with concurrent.futures.ThreadPoolExecutor() as pool:
            models |= zip(COLUMNS[2:], pool.map(lambda label: _fit(rows, labels == label), COLUMNS[2:]))
        weights = np.stack([models[column].coef_[0] * self._unit for column in COLUMNS], axis=1)
        bias = [models[column].intercept_[0] for column in COLUMNS]
        return weights, np.array(bias)

    def _parts_that_count(self, chosen, danger, weigh):
        """The classifier of danger, and for each message of danger the part that speaks most of it.

        A long message is dangerous because of one part; of a harmless one every part is harmless, also the one that sounds worst.
        """
        rows, truth, weights = list(self._whole[chosen]), list(danger), list(weigh)
        part = {}
        for _ in range(ROUNDS):
            model = _fit(self._rows[rows], truth, weights)
            scores = self._rows @ model.coef_[0]
            for i, is_danger, weight in zip(chosen, danger, weigh):
                span = range(self._first[i], self._first[i + 1])
                if len(span) == 1:
                    continue
                worst = max(span, key=scores.__getitem__)
                if is_danger:
                    part[i] = worst
                rows.append(worst)
                truth.append(is_danger)
                weights.append(weight)
        return {"model": _fit(self._rows[rows], truth, weights), "part": part}

    def learn(self, folds=FOLDS):
        """A whole Detector from all examples: its judges learn from authors that its words were not learnt from."""
        told = []
        for out in parted({e.author for e in self.examples}, folds):
            detector, _ = self.detector(self.fit([i for i, e in enumerate(self.examples) if e.author not in out]))
            heard = ((e, detector.passages(spoken)) for e, spoken in zip(self.examples, self._spoken) if e.author in out and not e.is_copy)
            told += [(example, found) for example, found in heard if found]
        detector, table = self.detector(self.fit(range(len(self.examples))))
        detector.judges = {
            "danger": judge([(e.is_danger, found) for e, found in told if e.label != "doubt"]),
            "concern": judge([(e.is_danger or e.label == "doubt", found) for e, found in told]),
        }
        return detector, table

    def detector(self, fitted):
        """A Detector with the weights that `fit` gave, as whole numbers; without judges."""
        weights, bias = fitted
        numbers = np.rint(weights * SCALE).astype(int)
        told = numbers.any(axis=1)
        names = self.vectoriser.get_feature_names_out()
        table = {name: pack(row) for name, row in zip(names[told], numbers[told].tolist())}
        return Detector(table, np.rint(bias * SCALE).astype(int).tolist()), table


def judge(told):
    """The weights of a judge from [(whether it is so, the passages of a text), ...]: of each text its worst large passage counts."""
    truth = np.array([is_so for is_so, _ in told])
    large = [[passage.features for passage in found if passage.is_large] for _, found in told]
    features = np.array([f for of_text in large for f in of_text])
    starts = np.cumsum([0, *map(len, large)])[:-1]
    odds = features[:, 1] + features[:, 2]
    for _ in range(ROUNDS):
        of_text = np.repeat(np.arange(len(large)), [len(f) for f in large])
        order = np.lexsort((odds, of_text))
        worst = order[np.append(starts[1:], len(odds)) - 1]
        model = LogisticRegression(C=1.0, max_iter=1000).fit(features[worst], truth)
        odds = features @ model.coef_[0] + model.intercept_[0]
    return [round(float(number), 3) for number in (*model.coef_[0], model.intercept_[0])]


def _fit(rows, truth, weights=None):
    return LogisticRegression(C=C, solver="liblinear").fit(rows, truth, weights)


def fingerprint(examples):
    """What the weights were trained on, in sixteen letters."""
    told = "\n".join(sorted(f"{e.author}\t{e.label}\t{e.text}" for e in examples))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def write(detector, table, examples, path=WEIGHTS):
    raw = io.StringIO()
    raw.write(f"# {len(examples)} examples, {fingerprint(examples)}; {' '.join(COLUMNS)}\n")
    for what in JUDGES:
        raw.write("\t".join([f"={what}", *(str(round(weight * EXACT)) for weight in detector.judges[what])]) + "\n")
    for term, numbers in [("", pack(detector.bias)), *sorted(table.items())]:
        raw.write("\t".join([term, *map(str, unpack(numbers))]) + "\n")
    path.write_bytes(gzip.compress(raw.getvalue().encode(), mtime=0))
    known = "".join(f"{word}\t{count}\n" for word, count in sorted(count_known_words(examples).items()))
    KNOWN.write_bytes(gzip.compress(known.encode(), mtime=0))


def main():
    own, rest = read_own(), read_conversational()
    trainer = Trainer(doubled(own + rest))
    detector, table = trainer.learn()
    write(detector, table, own + rest)
    print(f"{len(own)} own examples, {len(rest)} of the assistant's; {len(table)} terms, {WEIGHTS.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
