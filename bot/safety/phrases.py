"""The word lists: `lists/<kind>.items.txt`, and `lists/<kind>.exceptions.txt` for what looks the same and is no danger.

`lists/mention.items.txt` holds words that only name the subject: no danger in themselves, but a reason to ask.

One phrase a line, sorted, for a clinician to review; a line that starts with # explains. In a phrase:
  *       up to four words, or none, within one sentence
  word~   any word that begins so (zelfmoord~ is also zelfmoordgedachten)
  a|b     either word
  @group  any word of that group in `lists/groups.txt`
A match counts unless an exception covers it. The lists change by a release that two people read, never by a button.
"""

import functools
import pathlib
import re

from bot.safety.detector import KINDS
from bot.safety.text import plain

LISTS = pathlib.Path(__file__).parent / "lists"
MENTION = "mention"
ORDER = (*KINDS, MENTION)  # the first that matches is the signal


def lines(path):
    """The phrases of one list."""
    kept = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in kept if line and not line.startswith("#")]


@functools.cache
def _groups():
    return dict(line.split(" = ") for line in lines(LISTS / "groups.txt"))


def pattern(phrase):
    """The phrase as a regular expression over words that each end with a space."""
    parts = []
    for word in phrase.split():
        if word == "*":
            parts.append(r"(?:[a-z0-9]+ ){0,4}?")
        else:
            word = _groups()[word[1:]] if word.startswith("@") else word
            either = "|".join(plain(w.rstrip("~")).replace("'", "") + ("[a-z0-9]*" if w.endswith("~") else "") for w in word.split("|"))
            parts.append(rf"(?:{either}) ")
    return re.compile(r"(?<![a-z0-9])" + "".join(parts))


@functools.cache
def _phrases(name):
    path = LISTS / name
    return [(line, needed(line), pattern(line)) for line in lines(path)] if path.exists() else []


def needed(phrase):
    """The words that a text must hold to match: a quick look that spares nearly all searching."""
    return frozenset(plain(word).replace("'", "") for word in phrase.split() if not set(word) & set("*~|@"))


def find(words):
    """[(kind, phrase), ...]: what the lists find in `words`, the most pressing kind first."""
    said, held = " ".join([*words, ""]), set(words)
    found = []
    for kind in ORDER:
        excepted = [
            m.span() for _, needs, exception in _phrases(f"{kind}.exceptions.txt") if needs <= held for m in exception.finditer(said)
        ]
        for phrase, needs, wanted in _phrases(f"{kind}.items.txt"):
            for match in wanted.finditer(said) if needs <= held else ():
                start, end = match.span()
                if not any((s <= start and end <= e) or (start <= s and e <= end) for s, e in excepted):
                    found.append((kind, phrase))
                    break
    return found
