"""Unknown words read as what was most likely meant: a typing error in a word of danger, or words run together.

Only what is no word at all is touched, and what comes out is read beside what was typed, never instead of it: mending can make the
net hear more, not less.
"""

from symspellpy import SymSpell, Verbosity

SHORTEST = 5  # letters of what is mended; a shorter one has too many neighbours
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
            if len(word) >= SHORTEST - 1:
                self._near.create_dictionary_entry(word, count + 1)

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
        """The word of danger that `word` must be, or None. Nothing harmless may lie as near; with two errors the first letter is right."""
        near = self._near.lookup(word, Verbosity.CLOSEST, max_edit_distance=1 if len(word) < FAR_FROM else 2)
        near = [found for found in near if found.distance == 1 or found.term[0] == word[0]]
        return [near[0].term] if near and all(self._counts[found.term] >= FEWEST for found in near) else None

    def apart(self, word, most=60):
        """The known words that `word` consists of, as few as can be and no single letters but those of LETTERS; None when it does not."""
        if not SHORTEST_GLUED <= len(word) <= most:
            return None
        best = {0: []}
        for end in range(1, len(word) + 1):
            ways = [
                [*best[start], word[start:end]]
                for start in range(max(0, end - 14), end)
                if start in best and self._may_stand(word[start:end])
            ]
            if ways:
                best[end] = min(ways, key=lambda way: (len(way), -min(self._counts[part] for part in way)))
        return best.get(len(word))

    def _may_stand(self, part):
        """Whether `part` may be one of several words run together: short ones only where danger often holds them ("me", "er")."""
        return self._counts.get(part, -1) >= (FEWEST if len(part) < 3 else 0) and (len(part) > 1 or part in LETTERS)
