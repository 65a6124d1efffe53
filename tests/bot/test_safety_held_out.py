"""The net on messages of two authors whom neither the lists nor the weights ever saw. What it misses stands in a list that must match.

A change that hears more, or less, shows here: look at the lines, and write the list anew by running this with ACCEPT_MISSES=1.
"""

import collections
import os
import pathlib
import random

import pytest

from bot import safety
from bot.safety.report import level
from bot.safety.train import HARMLESS, with_typos

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


TALK = "Hoi! Fijn dat je er bent. Het is mooi weer vandaag. We eten straks pannenkoeken met stroop. De koffie smaakt goed. " * 8
SAME = {
    "capitals": str.upper,
    "wide spaces": lambda text: text.replace(" ", "   "),
    "invisible characters in words": "\u200b".join,
    "invisible characters between words": lambda text: text.replace(" ", " \u200b"),
    "quotes": "“{}”".format,
    "a slash in front": "/{}".format,
    "small talk before it": lambda text: TALK + text,
    "small talk after it": lambda text: text.rstrip(".!?") + ". " + TALK,
}


def test_the_small_talk_is_no_danger_itself():
    assert safety.detect(TALK) is None


def heard(texts):
    return [text for text in texts if level(safety.detect(text)) == safety.CRISIS]


def dangers():
    return [text for label, _, text in held_out() if label in safety.KINDS]


@pytest.mark.parametrize("way", SAME)
def test_the_same_danger_in_another_dress_is_heard_as_well(way):
    seen = heard(dangers())
    assert len(seen) > 500
    assert len(heard(map(SAME[way], seen))) == len(seen)


def test_typing_errors_cost_little():
    chance = random.Random(4)
    typed = [with_typos(text, chance) for text in dangers()]
    assert len(heard(dangers())) - len(heard(typed)) <= 0.02 * len(typed)
