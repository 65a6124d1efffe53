"""Unknown words read as what was most likely meant: a typing error in a word of danger, or words run together.

Only what is no word at all is touched, and what comes out is read beside what was typed, never instead of it: mending can make the
net hear more, not less.
"""

from symspellpy import SymSpell, Verbosity

SHORTEST = 4  # letters of what is mended; a shorter one has too many neighbours
FAR_FROM = 8  # letters from which two errors are mended, below it one
SHORTEST_GLUED = 6
FEWEST = 5  # examples of danger that a word must stand in to be worth finding behind an error
LETTERS = "iku"  # that are words by themselves
MOST = 200  # unknown words of one text that are looked at


class Mender:
    """`counts`: {known word: how often it stands in examples of danger} (see `text.known_words`)."""

    def __init__(self, counts):
        self._counts = counts
        self._near = SymSpell(max_dictionary_edit_distance=2, prefix_length=6)
        for word, count in counts.items():
            if count >= FEWEST and len(word) >= SHORTEST - 1:
                self._near.create_dictionary_entry(word, count)

    def mend(self, words):
        """`words` with the unknown ones replaced; the same list where there is nothing to mend."""
        found, looked = [], 0
        for word in words:
            meant = None
            if len(word) >= SHORTEST and word.isalpha() and word not in self._counts and looked < MOST:
                looked += 1
                meant = self._nearest(word) or self.apart(word)
            found += meant or [word]
        return found

    def _nearest(self, word):
        near = self._near.lookup(word, Verbosity.CLOSEST, max_edit_distance=1 if len(word) < FAR_FROM else 2)
        return [near[0].term] if near else None

    def apart(self, word, most=30):
        """The known words that `word` consists of, as few as can be and no single letters but those of LETTERS; None when it does not."""
        if not SHORTEST_GLUED <= len(word) <= most:
            return None
        best = {0: []}
        for end in range(1, len(word) + 1):
            ways = [
                [*best[start], word[start:end]]
                for start in range(max(0, end - 14), end)
                if start in best and word[start:end] in self._counts and (end - start > 1 or word[start:end] in LETTERS)
            ]
            if ways:
                best[end] = min(ways, key=lambda way: (len(way), -min(self._counts[part] for part in way)))
        return best.get(len(word))
