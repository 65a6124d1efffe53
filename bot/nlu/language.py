"""Whether a message is in another language than Dutch, by the library lingua."""

import functools
import unicodedata

# A language that is not here (Italian, Danish) is taken for its nearest neighbour, which is as far from Dutch: each costs memory.
LANGUAGES = "DUTCH ENGLISH GERMAN FRENCH SPANISH POLISH TURKISH".split()
SURE = 0.8  # on the training messages this finds 87% of those in other languages, and 0.1% of the Dutch ones, nearly all English names
FEWEST_WORDS = 3


@functools.cache
def _detector():
    from lingua import Language, LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_languages(*(getattr(Language, name) for name in LANGUAGES)).build()
    detector.compute_language_confidence_values("dit leest vast in wat het straks nodig heeft")
    return detector


def load():
    """Read the language models now, two seconds, rather than in a visitor's first turn."""
    _detector()


def is_foreign(text):
    """Whether `text` is surely not Dutch. A short message says too little to tell, but for its script."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 4 and sum("LATIN" not in unicodedata.name(c, "") for c in letters) > len(letters) / 2:
        return True
    if len(text.split()) < FEWEST_WORDS:
        return False
    likeliest = _detector().compute_language_confidence_values(text)[0]
    return likeliest.language.name != "DUTCH" and likeliest.value >= SURE
