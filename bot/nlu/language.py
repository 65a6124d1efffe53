"""Whether a message is in another language than Dutch, by the library lingua."""

import functools

LANGUAGES = (
    "DUTCH ENGLISH GERMAN FRENCH SPANISH ITALIAN PORTUGUESE POLISH TURKISH ARABIC PERSIAN UKRAINIAN RUSSIAN ROMANIAN BULGARIAN "
    "SOMALI CHINESE"
).split()
SURE = 0.8  # on messages of three words and more: 85% of the training messages in other languages, 0.08% of the Dutch ones
FEWEST_WORDS = 3


@functools.cache
def _detector():
    from lingua import Language, LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(*(getattr(Language, name) for name in LANGUAGES)).build()


def is_foreign(text):
    """Whether `text` is surely not Dutch. Short messages say too little to tell, but for another script."""
    if sum(c.isalpha() for c in text) < 4:
        return False
    if len(text.split()) < FEWEST_WORDS and text.isascii():
        return False
    likeliest = _detector().compute_language_confidence_values(text)[0]
    return likeliest.language.name != "DUTCH" and likeliest.value >= SURE
