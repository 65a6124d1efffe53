"""The net on its own examples, each author held back in turn: `python -m bot.safety.report [--accept] [--folds N]`.

For each label the shares that get a card, at least a check-in, and nothing, with 95% intervals (Wilson). What is missed stands in
`docs/safety_misses.tsv` and must match exactly, so that no change makes the net worse unseen; `--accept` writes the list anew. The list
belongs to `--folds 5`, which holds back a fifth of the authors at a time: quicker, and stricter.
"""

import argparse
import collections
import math
import sys

from bot import safety
from bot.safety.detector import Detector
from bot.safety.mending import Mender
from bot.safety.train import HARMLESS, LABELS, ROOT, Trainer, count_known_words, doubled, parted, read_conversational, read_own

MISSES = ROOT / "docs" / "safety_misses.tsv"


def held_back(folds=None, log=print):
    """[(example, signal or None), ...]: what a net that never saw the author hears in each own example.

    folds: how many parts the authors are held back in; one author at a time without it.
    """
    own, rest = read_own(), read_conversational()
    trainer, mender = Trainer(doubled(own + rest)), Mender(count_known_words(own + rest))
    heard = []
    authors = {e.author for e in own}
    for out in parted(authors, folds or len(authors)):
        detector, _ = trainer.detector(trainer.fit([i for i, e in enumerate(trainer.examples) if e.author not in out]))
        detector.judges = Detector.load().judges  # a dozen numbers for all authors: they remember none of them
        net = safety.Net(detector, mender)
        heard += [(e, net.detect(e.text)) for e in own if e.author in out]
        of_danger = [s for e, s in heard if e.author in out and e.is_danger]
        log(f"  {', '.join(sorted(out))}: {share(of_danger, safety.CRISIS):.3f} of the danger gets a card")
    return heard


def level(signal):
    return signal.level if signal else "nothing"


def share(signals, *levels):
    return sum(level(s) in levels for s in signals) / max(len(signals), 1)


def interval(share_, n, z=1.96):
    """Wilson's interval of a share of n."""
    middle, width = share_ + z * z / (2 * n), z * math.sqrt(share_ * (1 - share_) / n + z * z / (4 * n * n))
    return (middle - width) / (1 + z * z / n), (middle + width) / (1 + z * z / n)


def table(heard):
    """Markdown lines: for each label and for the sums, what it got."""
    groups = {label: [label] for label in LABELS}
    groups["**all danger**"] = safety.KINDS
    groups["**all hard harmless**"] = [*HARMLESS[:-1], "bereaved"]
    lines = ["| label | n | card | 95% | card or check-in | 95% | right kind |", "|---|---|---|---|---|---|---|"]
    for name, labels in groups.items():
        rows = [(e, s) for e, s in heard if e.label in labels]
        signals, n = [s for _, s in rows], len(rows)
        cells = []
        for levels in ((safety.CRISIS,), (safety.CRISIS, safety.CHECK_IN)):
            part = share(signals, *levels)
            low, high = interval(part, n)
            cells += [f"{part:.3f}", f"{low:.3f} to {high:.3f}"]
        cards = [(e, s) for e, s in rows if e.is_danger and level(s) == safety.CRISIS]
        kind = f"{sum(s.kind == e.label for e, s in cards) / len(cards):.3f}" if cards else ""
        lines.append("| " + " | ".join([name, str(n), *cells, kind]) + " |")
    return lines


def misses(heard):
    """The danger without so much as a check-in, one line each: label, author, text."""
    return sorted(f"{e.label}\t{e.author}\t{e.text}" for e, s in heard if e.is_danger and level(s) not in (safety.CRISIS, safety.CHECK_IN))


def main(accept=False, folds=None):
    heard = held_back(folds)
    print("\n".join(table(heard)))
    missed = misses(heard)
    known = MISSES.read_text(encoding="utf-8").splitlines() if MISSES.exists() else []
    if accept:
        MISSES.write_text("".join(line + "\n" for line in missed), encoding="utf-8")
        return 0
    new, gone = (collections.Counter(missed) - collections.Counter(known)), (collections.Counter(known) - collections.Counter(missed))
    print(f"{len(missed)} missed, {sum(new.values())} that the list does not know, {sum(gone.values())} on it that are heard now")
    for line in [*(f"  + {line}" for line in new), *(f"  - {line}" for line in gone)]:
        print(line)
    return 1 if new or gone else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--folds", type=int)
    sys.exit(main(**vars(parser.parse_args())))
