"""What a visitor typed, as plain words, whatever it was typed with: the form in which the lists and the detector see it.

Stretched words are shortened ("doooood", "nieeet"), chat spelling is written out, letters typed apart are joined, digits that stand for
letters are letters.
"""

import functools
import gzip
import itertools
import pathlib
import re
import unicodedata

from bot.nlu import spelling

OWN_CHAT_SPELLING = pathlib.Path(__file__).parent / "lists" / "chat_spelling.txt"
STOP, ASK = ".", "?"  # the end of a sentence, and of a question
TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[.!?;:]+")
SPELLED_OUT = re.compile(r"(?:(?<=\s)|^)(?:[a-z][\s._*-]+){3,}[a-z](?=\W|$)")
LOOKALIKES = str.maketrans("аеорсухіјѕԁһԛԝѵαοιν", "aeopcyxijsdhqwvaoiv")  # Cyrillic and Greek letters that look Latin
DIGITS = str.maketrans("013457@$", "oieastas")
LETTER_AND_DIGIT = re.compile(r"\b[a-z](?=[\w@$]*[0-9@$])[a-z0-9@$]{2,}")
QUOTES = str.maketrans("’‘`´ʼ", "'" * 5)
STRETCHED = re.compile(r"([a-z])\1{2,}")
OFTEN = 2  # times in a row that a word counts; "bla bla bla bla ..." says no more than "bla bla"
KNOWN = pathlib.Path(__file__).parent / "words.tsv.gz"


@functools.cache
def known_words(path=KNOWN):
    """{known word: in how many examples of danger it stands}; written with the weights (bot/safety/train.py)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        return {word: int(count) for word, count in pairs}


def shortened(word):
    """`word` without the stretching: each long run of a letter twice or once, whichever makes a known word."""
    runs = STRETCHED.findall(word)[:4]
    if not runs:
        return word
    pieces = STRETCHED.sub("\0", word, count=len(runs)).split("\0")
    choices = itertools.product(*((run * 2, run) for run in runs))
    *others, once = (pieces[0] + "".join(run + piece for run, piece in zip(way, pieces[1:])) for way in choices)
    return next((way for way in others if way in known_words()), once)


def plain(text, invisible=""):
    """Lower case Latin letters without accents; invisible characters become `invisible`."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(invisible if unicodedata.category(c) in ("Cf", "Cs", "Cn", "Co") else " " if c < " " or c == "\x7f" else c for c in text)
    text = unicodedata.normalize("NFKD", text.lower().translate(LOOKALIKES))
    return "".join(c for c in text if not unicodedata.combining(c)).translate(QUOTES)


@functools.cache
def chat_spelling():
    """{as typed: the words it stands for}: what serves recognition, and what only matters here."""
    pairs = {**spelling.chat_spelling(), **spelling.chat_spelling(OWN_CHAT_SPELLING)}
    return {typed: plain(written).split() for typed, written in pairs.items()}


def words(text):
    """The words of `text` in order, with "." and "?" where a sentence ends."""
    text = SPELLED_OUT.sub(lambda found: re.sub(r"[\s._*-]", "", found[0]), text)
    text = LETTER_AND_DIGIT.sub(lambda found: found[0].translate(DIGITS), text)
    found = []
    for token in TOKEN.findall(text):
        if token[0] in ".!?;:":
            mark = ASK if "?" in token else STOP
            if found and found[-1] not in (STOP, ASK):
                found.append(mark)
        else:
            token = shortened(token)
            found += chat_spelling().get(token) or [token.replace("'", "")]
    return [word for i, word in enumerate(found) if found[i - OFTEN : i] != [word] * OFTEN]


def readings(text):
    """The ways to read `text`, as lists of words: what is invisible may join what it stands between, or part it."""
    ways = [words(plain(text))]
    parted = words(plain(text, " "))
    return ways if parted == ways[0] else [*ways, parted]
