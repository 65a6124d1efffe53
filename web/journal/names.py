"""Find names as people type them in a chat: in lower case, with errors, after "ik heet", "mijn vriend", "groetjes" or nothing at all.

A linear classifier goes over the words from left to right. It knows the word and its neighbours, whether the word stands in the lists of
first names and surnames that come with `deduce`, how often it stands uncapitalised in what visitors say (roos is seldom a name, sanne
nearly always), what it looks like letter by letter, and whether the word before it is a name. `make train-names` writes the weights.
"""

import functools
import gzip
import importlib.util
import pathlib
import re
import unicodedata

WEIGHTS = pathlib.Path(__file__).parent / "names.tsv.gz"
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.!?,;:]")
MARKS = ".!?"
PARTICLES = frozenset("van de der den het ten ter el al ait vd di da du la le von ben bin abu op".split())
MONTHS = frozenset("januari februari maart april mei juni juli augustus september oktober november december".split())
BEFORE_A_MONTH = frozenset("sinds in vanaf tot van eind begin half medio per vorige volgende elke deze afgelopen voor na".split())
NETWORKS = tuple(
    "insta instagram snap snapje snapchat discord tiktok twitter telegram facebook fb messenger twitch steam reddit youtube linkedin"
    " psn signal strava vinted roblox spotify marktplaats onlyfans bluesky mastodon threads xbox minecraft fortnite tinder bumble"
    " forum".split()
)
ACCOUNTS = tuple("gebruikersnaam username nickname nick account gamertag handle".split())
USER_NAME = frozenset([*NETWORKS, *ACCOUNTS, *"accountje user naam dm profiel".split()])
WINDOW = 6  # words on either side in which a network may be named
SURE = -1.7  # log odds from which a word is taken for a name: one word too many is better than a name too few
LIST_FILES = {
    "first": "names/lst_first_name",
    "surname": "names/lst_surname",
    "place": "locations/lst_placename/lst_residence",
    "street": "locations/lst_street",
}


def plain(word):
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


@functools.cache
def lists():
    """{"first" | "surname" | "place": names}: the lists that come with deduce."""
    root = pathlib.Path(importlib.util.find_spec("deduce").origin).parent / "data" / "lookup" / "src"
    return {
        name: frozenset(plain(line.strip()) for line in (root / path / "items.txt").read_text(encoding="utf-8").splitlines())
        for name, path in LIST_FILES.items()
    }


def base(word):
    """The word as the lists would have it: without the genitive."""
    word = re.sub(r"['’]s?$", "", plain(word))
    first = lists()["first"]
    return word[:-1] if word not in first and word.endswith("s") and word[:-1] in first else word


def often(count):
    """How often a word is said uncapitalised, in five steps."""
    return sum(count >= step for step in (1, 3, 10, 50))


def grams(word):
    marked = f"^{word}$"
    return [marked[i : i + n] for n in (2, 3, 4) for i in range(len(marked) - n + 1)]


class NameFinder:
    """`weights`: {feature: number}; `letters`: {letters: number}, what a name looks like; `counts`: {word: times said uncapitalised}."""

    def __init__(self, weights, letters, counts):
        self._weights, self._letters, self._counts = weights, letters, counts
        self.likeness = functools.lru_cache(maxsize=20_000)(self._likeness)

    @classmethod
    @functools.cache
    def load(cls, path=WEIGHTS):
        tables = {"weight": {}, "letters": {}, "count": {}}
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                table, name, number = line.rstrip("\n").split("\t")
                tables[table][name] = float(number)
        return cls(tables["weight"], tables["letters"], tables["count"])

    def _likeness(self, word):
        return sum(self._letters.get(gram, 0.0) for gram in grams(word)) + self._letters.get("", 0.0)

    def is_usual(self, word):
        """Whether visitors say this word every day."""
        return self._counts.get(plain(word), 0) >= 3

    def features(self, words, i, before, before_that, is_lower):
        """{feature: value} of word `i`; `before` and `before_that` tell of the two words before it whether they are names."""
        word, lists_ = words[i], lists()
        said = base(word)

        def at(place):
            return plain(words[place]) if 0 <= place < len(words) else "<"

        first, surname, place = (said in lists_[name] for name in ("first", "surname", "place"))
        count = self._counts.get(said, 0)
        usual, capital, opens = often(count), word[0].isupper(), i == 0 or words[i - 1] in MARKS
        listed, particle = f"{first:d}{surname:d}", said in PARTICLES
        likeness = max(-3.0, min(3.0, self.likeness(said) / 3))
        told = [f"{step}={at(i + step)}" for step in (-3, -2, -1, 1, 2)]
        told += [f"-2-1={at(i - 2)} {at(i - 1)}", f"-1+1={at(i - 1)} {at(i + 1)}", f"-1={at(i - 1)} listed{first:d}"]
        told += [
            f"listed{listed} usual{usual}",
            f"listed{listed} capital{capital:d}{opens:d}",
            f"listed{listed} usual{usual} before{before:d}",
        ]
        told += [f"capital{capital:d}{opens:d}", f"capital{capital:d}{opens:d} usual{usual}", f"before{before:d}{before_that:d}"]
        told += [f"particle{particle:d} before{before:d}", f"place{place:d} first{first:d} capital{capital:d}"]
        told += [
            f"likeness{round(likeness)} usual{usual}",
            f"ends {said[-2:]}",
            f"next capital{i + 1 < len(words) and words[i + 1][0].isupper():d}",
        ]
        near = any(at(i + step) in USER_NAME for step in range(-WINDOW, WINDOW + 1) if step)
        if near:
            told += [f"network usual{usual} listed{listed}", f"network -1={at(i - 1)}", f"network +1={at(i + 1)}"]
            told.append(f"network -1={at(i - 1)} usual{usual}")
        if count >= 3:
            told.append(f"0={said}")
        told += [name for name, holds in (("few words", len(words) <= 3), ("lower first", is_lower and first)) if holds]
        told += [
            name for name, holds in (("genitive", bool(re.search(r"['’]s?$", word))), ("digit", any(c.isdigit() for c in word))) if holds
        ]
        return {**dict.fromkeys(told, 1.0), "likeness": likeness, "length": min(len(said), 12) / 12}

    def find(self, text):
        """[(start, end), ...]: the words of `text` that are names or parts of them; what belongs together is one."""
        tokens = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        words, is_lower, found = [token for *_, token in tokens], text == text.lower(), []
        before = before_that = False
        for i, (start, end, word) in enumerate(tokens):
            told = self.features(words, i, before, before_that, is_lower)
            odds = self._weights.get("", 0.0) + sum(self._weights.get(name, 0.0) * value for name, value in told.items())
            is_month = plain(word) in MONTHS and i > 0 and (plain(words[i - 1]) in BEFORE_A_MONTH or words[i - 1].isdigit())
            is_name = odds > SURE and word[0].isalnum() and not is_month
            if is_name and before and re.fullmatch(r"[\s'’-]*", text[found[-1][1] : start]):
                found[-1] = (found[-1][0], end)
            elif is_name:
                found.append((start, end))
            before, before_that = is_name, before
        return found
