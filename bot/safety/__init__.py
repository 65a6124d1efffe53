"""Notice danger in what a visitor types: text in, signal out. Plain Python, nothing to load but word lists.

`detect` looks for the phrases of `lists/<kind>.txt` after normalising the text; `lists/<kind>.exceptions.txt` holds what looks the
same and is not danger ("ik lach me dood"). One phrase a line, sorted, for a clinician to review. In a phrase:
  *      up to four words, or none
  word~  any word that begins so (zelfmoord~ is also zelfmoordgedachten)
  a|b    either word
A match counts unless an exception covers it. The lists change by a release that two people read, never by a button.
"""

import dataclasses
import functools
import pathlib
import re
import unicodedata

LISTS = pathlib.Path(__file__).parent / "lists"
KINDS = ("crisis_acuut", "naaste_suicidaal", "crisis_suicide", "zelfbeschadiging", "geweld")  # the first that matches is the signal
CHAT_SPELLING = {
    "k": "ik",
    "kheb": "ik heb",
    "kwil": "ik wil",
    "kben": "ik ben",
    "nie": "niet",
    "nimeer": "niet meer",
    "niemeer": "niet meer",
    "nietmeer": "niet meer",
    "mn": "mijn",
    "m'n": "mijn",
    "me": "me",
    "zn": "zijn",
    "egt": "echt",
    "wrm": "waarom",
    "zelfmrd": "zelfmoord",
    "zm": "zelfmoord",
    "dooood": "dood",
    "doodgaan": "dood gaan",
    "zelfdodig": "zelfdoding",
    "sucide": "suicide",
    "suiside": "suicide",
    "suicidal": "suicidal",
    "zelmoord": "zelfmoord",
    "zelfmoort": "zelfmoord",
    "t": "het",
    "'t": "het",
    "r": "er",
    "wel's": "wel eens",
    "wou": "wilde",
    "zou": "zou",
    "ge": "je",
    "gij": "jij",
}


@dataclasses.dataclass(frozen=True)
class Signal:
    """`kind` is the slug of the card to show, `level` is crisis, `evidence` the phrase of the list that matched."""

    kind: str
    level: str
    evidence: str


def normalise(text):
    """Lower case, no diacritics, no invisible characters, straight quotes, single spaces, letters at most twice in a row."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t ")
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("’", "'").replace("`", "'")
    text = re.sub(r"(.)\1{2,}", r"\1\1", text)
    words = re.findall(r"[a-z0-9']+|[.?!]", text)
    return " ".join(CHAT_SPELLING.get(word, word) for word in words)


def _compile(phrase):
    parts = []
    for word in phrase.split():
        if word == "*":
            parts.append(r"(?:[a-z0-9']+ ){0,4}")
        else:
            either = "|".join(re.escape(w.rstrip("~")) + (r"[a-z0-9']*" if w.endswith("~") else "") for w in word.split("|"))
            parts.append(rf"(?:{either}) ")
    return re.compile(r"(?<![a-z0-9'])" + "".join(parts))


@functools.cache
def _phrases(name):
    path = LISTS / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [(line.strip(), _compile(line.strip())) for line in lines if line.strip() and not line.startswith("#")]


def detect(text):
    """The danger in `text` as a `Signal`, or None. Never raises for any text."""
    said = normalise(text) + " "
    for kind in KINDS:
        excepted = [m.span() for _, pattern in _phrases(f"{kind}.exceptions.txt") for m in pattern.finditer(said)]
        for phrase, pattern in _phrases(f"{kind}.txt"):
            for match in pattern.finditer(said):
                if not any(
                    (start <= match.start() and match.end() <= end) or (match.start() <= start and end <= match.end())
                    for start, end in excepted
                ):
                    return Signal(kind, "crisis", phrase)
    return None
