"""The net on messages of two authors whom neither the lists nor the weights ever saw. What it misses stands in a list that must match.

A change that hears more, or less, shows here: look at the lines, and write the list anew by running this with ACCEPT_MISSES=1.
"""

import collections
import os
import pathlib

from bot import safety
from bot.safety.report import level
from bot.safety.train import HARMLESS

HERE = pathlib.Path(__file__).parent
MISSES = HERE / "safety_held_out_misses.tsv"


def held_out():
    lines = (HERE / "safety_held_out.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def outcomes():
    return [(label, author, text, level(safety.detect(text))) for label, author, text in held_out()]


def test_what_is_missed_and_what_is_a_false_alarm_is_known():
    found = []
    for label, author, text, got in outcomes():
        if label in safety.KINDS and got not in (safety.CRISIS, safety.CHECK_IN):
            found.append(f"missed\t{label}\t{author}\t{text}")
        elif label in (*HARMLESS, "bereaved") and got == safety.CRISIS:
            found.append(f"alarm\t{label}\t{author}\t{text}")
    if os.environ.get("ACCEPT_MISSES"):
        MISSES.write_text("".join(line + "\n" for line in sorted(found)), encoding="utf-8")
    known = MISSES.read_text(encoding="utf-8").splitlines()
    new, gone = collections.Counter(found) - collections.Counter(known), collections.Counter(known) - collections.Counter(found)
    assert not new and not gone, f"not on the list: {sorted(new)}; heard rightly now: {sorted(gone)}"


def test_no_text_of_theirs_stands_among_the_examples():
    from bot.safety.train import read_own

    assert not {text.lower() for _, _, text in held_out()} & {e.text.lower() for e in read_own()}
