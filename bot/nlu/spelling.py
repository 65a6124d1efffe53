"""What a visitor typed, as careful Dutch: chat spelling written out, typing errors mended, hurried words taken apart.

`Speller(own_words).mend(word)` gives one typed word in lower case, or the words it stands for; what it cannot be sure of stays as it is.
It serves recognition only: nothing mended is shown, kept, or looked at for danger. Known words are those that wordfreq (Dutch) finds
often enough and our own; symspellpy finds the nearest one. `chat_spelling.txt` lists chat spelling and Flemish forms.
"""

import functools
import pathlib
import re

HERE = pathlib.Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")  # i.p.t.
KNOWN_FROM = 2.6  # Zipf frequency from which a word of wordfreq counts as known; below it the web's own errors set in
GLUED_FROM = 4.0  # the same for the parts of words run together ("watis"): only everyday words are
LIKELY_FROM = 3.5  # the same for a correction that is preferred to taking the word apart
SHORTEST = 5  # letters: a shorter word has too many neighbours to be mended
FAR_FROM = 8  # letters from which two errors may be mended, below it one
OWN_COUNT = 5_000_000  # how often our own words count as seen, so that they win among equally near ones


def chat_spelling(path=HERE / "chat_spelling.txt"):
    """{as typed: written out}, from the lines `as typed = written out`."""
    lines = [line.partition("=") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {typed.strip(): written.strip() for typed, equals, written in lines if equals}


class Speller:
    """Mends single words. `own_words`: words of the subject, never taken for errors and preferred as corrections."""

    def __init__(self, own_words=()):
        from symspellpy import SymSpell
        from wordfreq import get_frequency_dict

        self._chat = chat_spelling()
        self._own = {word.lower() for word in own_words if WORD.fullmatch(word)}
        self._known = {w: f for w, f in get_frequency_dict("nl").items() if f >= 10 ** (KNOWN_FROM - 9) and WORD.fullmatch(w)}
        self._symspell = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word, frequency in self._known.items():
            self._symspell.create_dictionary_entry(word, int(frequency * 1e9))
        for word in self._own:
            if len(word) >= SHORTEST:
                self._symspell.create_dictionary_entry(word, OWN_COUNT)

    @functools.lru_cache(maxsize=20_000)  # noqa: B019  one speller lives as long as the process
    def mend(self, typed):
        word = typed.lower().replace("’", "'")
        if DOTTED.fullmatch(word):
            word = word.replace(".", "")
        if word in self._chat:
            return self._chat[word]
        if len(word) < SHORTEST or not WORD.fullmatch(word) or self._is_known(word) or self._is_compound(word):
            return word
        near = self._nearest(word)
        if near and (near in self._own or self._known[near] >= 10 ** (LIKELY_FROM - 9)):
            return near
        return self._apart(word) or near or word

    def _is_known(self, word):
        return word in self._known or word in self._own

    def _is_compound(self, word):
        """Whether two known words of four letters or more make it up, as Dutch does freely ("terugvalpreventie")."""
        return any(
            self._is_known(word[cut:]) and (self._is_known(word[:cut]) or (word[cut - 1] == "s" and self._is_known(word[: cut - 1])))
            for cut in range(4, len(word) - 3)
        )

    def _nearest(self, word):
        from symspellpy import Verbosity

        most = 1 if len(word) < FAR_FROM else 2
        found = self._symspell.lookup(word, Verbosity.CLOSEST, max_edit_distance=most)
        # People rarely err in the first letter as well as elsewhere; such a pair is more likely two different words.
        return next((s.term for s in found if s.distance == 1 or s.term[0] == word[0]), None)

    def _apart(self, word):
        """The two everyday words that were run together, with a space, or None."""
        least = 10 ** (GLUED_FROM - 9)
        pairs = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
        pairs = [pair for pair in pairs if all(self._known.get(part, 0) >= least for part in pair)]
        return " ".join(max(pairs, key=lambda pair: self._known[pair[0]] * self._known[pair[1]])) if pairs else None
