"""Learn to find names: `python -m web.journal.train_names`, or `make train-names`. Writes names.tsv.gz; reads data/redaction/*.txt.

A line there is a message with its personal data marked: "ik ben [[naam:sanne]]". Of `data/nlu` and `data/safety` only the words are
counted, to know which are said every day. `--folds` measures on authors held back instead.
"""

import argparse
import collections
import gzip
import io
import pathlib
import re

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from web.journal.names import WEIGHTS, WORD, NameFinder, grams, lists, plain

ROOT = pathlib.Path(__file__).parents[2]
MARK = re.compile(r"\[\[(\w+):([^\]]+)\]\]")
TAGGED = ("naam", "handle")  # a user name may be any word; what stands around it tells it, as with names
KEPT = 0.02  # a smaller weight changes nothing and is left out


def parse(line):
    """(text, [(start, end, kind), ...]) of a marked line."""
    text, spans, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text, at = text + match[2], match.end()
    return text + line[at:], spans


def read(path):
    return [parse(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def count_words():
    """{word: how often visitors say it uncapitalised}."""
    counts = collections.Counter()
    for path in sorted([*(ROOT / "data" / "safety").glob("*.tsv"), *(ROOT / "data" / "nlu").glob("*.yml")]):
        for line in path.read_text(encoding="utf-8").splitlines():
            said = line.partition("\t")[2] or line.strip().removeprefix("- ")
            counts.update(plain(word) for word in WORD.findall(said) if word[0].islower())
    return counts


def learn_letters(counts):
    """What tells a name from a word, letter by letter."""
    known = lists()["first"] | lists()["surname"]
    names = sorted(word for word in known if word.isalpha() and counts[word] < 3)
    words = sorted(word for word, count in counts.items() if word.isalpha() and count >= 2 and word not in known)
    return _weights([dict.fromkeys(grams(word), 1.0) for word in names + words], [True] * len(names) + [False] * len(words), 1.0)


def learn(lines, counts, letters):
    finder = NameFinder({}, letters, counts)
    rows, truth = [], []
    for text, spans in lines:
        tokens = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        words, before, before_that = [token for *_, token in tokens], False, False
        for i, (start, end, _) in enumerate(tokens):
            is_name = any(kind in TAGGED and start < last and end > first for first, last, kind in spans)
            rows.append(finder.features(words, i, before, before_that, text == text.lower()))
            truth.append(is_name)
            before, before_that = is_name, before
    return NameFinder(_weights(rows, truth, 3.0), letters, counts)


def _weights(rows, truth, c):
    vectoriser = DictVectorizer()
    matrix = vectoriser.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=c, solver="liblinear").fit(matrix, truth)
    weights = {name: round(weight, 2) for name, weight in zip(vectoriser.get_feature_names_out(), model.coef_[0]) if abs(weight) > KEPT}
    return {**weights, "": round(model.intercept_[0], 3)}


def write(finder, path=WEIGHTS):
    raw = io.StringIO()
    for table, numbers in (("weight", finder._weights), ("letters", finder._letters), ("count", finder._counts)):
        for name, number in sorted(numbers.items()):
            raw.write(f"{table}\t{name}\t{number:g}\n")
    path.write_bytes(gzip.compress(raw.getvalue().encode(), mtime=0))


def measure(find, lines):
    """({kind: how many}, {kind: how many of them are found}, spans told, how many of these touch a datum) of marked `lines`.

    find: text -> [(start, end, ...), ...]. A datum is found when every letter and digit of it is covered.
    """
    total, found, told, right = collections.Counter(), collections.Counter(), 0, 0
    for text, data in lines:
        spans = find(text)
        for start, end, kind in data:
            total[kind] += 1
            found[kind] += all(any(a <= i < b for a, b, *_ in spans) for i in range(start, end) if text[i].isalnum())
        told += len(spans)
        right += sum(any(a < end and b > start for start, end, _ in data) for a, b, *_ in spans)
    return total, found, told, right


def main(folds=False):
    counts = count_words()
    letters = learn_letters(counts)
    authors = {path.stem: read(path) for path in sorted((ROOT / "data" / "redaction").glob("*.txt"))}
    if not folds:
        write(learn([line for lines in authors.values() for line in lines], counts, letters))
        return
    for out in authors:
        finder = learn([line for name, lines in authors.items() if name != out for line in lines], counts, letters)
        total, found, told, right = measure(finder.find, authors[out])
        print(f"{out}: names {found['naam'] / total['naam']:.3f}, precision {right / told:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true")
    main(**vars(parser.parse_args()))
