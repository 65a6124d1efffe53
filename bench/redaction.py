"""How much of the personal data in tests/redaction is found: `python -m bench.redaction`. All layers, without deduce, and deduce alone."""

import collections
import logging

from web.journal.redaction import Redactor, Span
from web.journal.train_names import ROOT, read
from web.journal.worker import load_deduce

PRACTICE = ("0852733339",)


def measure(find, folder=ROOT / "tests" / "redaction"):
    """{"names", "structured", "precision"} and the shares of each kind. A datum counts when every letter of it is covered."""
    total, found, right, told = collections.Counter(), collections.Counter(), 0, 0
    for path in sorted(folder.glob("*.txt")):
        for text, data in read(path):
            spans = find(text)
            for start, end, kind in data:
                total[kind] += 1
                found[kind] += all(any(a <= i < b for a, b, _ in spans) for i in range(start, end) if text[i].isalnum())
            told += len(spans)
            right += sum(any(a < end and b > start for start, end, _ in data) for a, b, _ in spans)
    structured = [kind for kind in total if kind != "naam"]
    shares = {kind: f"{found[kind]}/{total[kind]}" for kind in sorted(total)}
    return {
        "names": found["naam"] / total["naam"],
        "structured": sum(found[kind] for kind in structured) / sum(total[kind] for kind in structured),
        "precision": right / max(told, 1),
    }, shares


def main():
    logging.disable(logging.CRITICAL)
    deduce = load_deduce()
    ways = {
        "all layers": Redactor(PRACTICE, deduce).spans,
        "without deduce": Redactor(PRACTICE).spans,
        "deduce alone": lambda text: [Span(a.start_char, a.end_char, a.tag) for a in deduce.deidentify(text).annotations],
    }
    print("| | names | structured data | precision |\n|---|---|---|---|")
    for name, find in ways.items():
        shares, _ = measure(find)
        print(f"| {name} | {shares['names']:.3f} | {shares['structured']:.3f} | {shares['precision']:.3f} |")
    print(f"\n{measure(ways['all layers'])[1]}")


if __name__ == "__main__":
    main()
