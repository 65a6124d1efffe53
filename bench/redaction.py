"""How much of the personal data in tests/redaction is found: `python -m bench.redaction`. All layers, without deduce, and deduce alone."""

import logging

from web.journal.redaction import Redactor, Span
from web.journal.train_names import ROOT, measure, read
from web.journal.worker import load_deduce

PRACTICE = ("0852733339",)


def shares(find, folder=ROOT / "tests" / "redaction"):
    """({"names", "structured", "precision"}, {kind: "found/all"})."""
    total, found, told, right = measure(find, [line for path in sorted(folder.glob("*.txt")) for line in read(path)])
    structured = [kind for kind in total if kind != "naam"]
    return {
        "names": found["naam"] / total["naam"],
        "structured": sum(found[kind] for kind in structured) / sum(total[kind] for kind in structured),
        "precision": right / max(told, 1),
    }, {kind: f"{found[kind]}/{total[kind]}" for kind in sorted(total)}


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
        found, _ = shares(find)
        print(f"| {name} | {found['names']:.3f} | {found['structured']:.3f} | {found['precision']:.3f} |")
    print(f"\n{shares(ways['all layers'])[1]}")


if __name__ == "__main__":
    main()
