"""Notice danger in what a visitor types: text in, signal out. Plain Python, quick enough to come before anything else.

Two nets look at the text, read in every way it may be meant (`text`, `mending`): word lists that a clinician can review (`phrases`),
and a trained linear detector (`detector`). How they are weighed stands in `Net.detect`, figures in docs/safety.md. Words in, numbers
and words out: nothing here knows the cards that belong to a signal, and no sentence encoder is used.
"""

import dataclasses
import functools

from bot.safety import phrases
from bot.safety.detector import KINDS, Detector
from bot.safety.mending import Mender
from bot.safety.text import known_words, readings

CRISIS, CHECK_IN, SUPPORT = "crisis", "checkin", "support"
BEREAVED = "bereaved"

# Log odds, read off the examples with authors held back (`make safety-report`).
DANGER = -0.25  # the detector alone: from here on a card; below even odds, because everyday messages weighed more in training
LISTED = -1.5  # a phrase of the lists: from here on a card, below it the words around speak so much against it that it is asked
CONCERN = -0.5  # from here on a check-in: two in a hundred everyday messages of authors held back get one
MENDED = 0.5  # what a reading with mended words must make up for: mending finds danger also where there was none
LOSS = 0.0  # from here on a loss is heard
SHORT = 8  # words of a message that may be the second half of the one before


@dataclasses.dataclass(frozen=True)
class Signal:
    """What was heard.

    kind: one of `KINDS`, or "bereaved"; level: "crisis" (show the card), "checkin" (ask, and name 113) or "support" (a loss, no alarm);
    evidence: the phrase of the lists, or the words that the detector heard it in; danger: the log odds of the detector; is_mention:
    whether the lists found no more than a word that names the subject.
    """

    kind: str
    level: str
    evidence: str
    danger: float
    is_mention: bool = False


class Net:
    """Both nets together."""

    def __init__(self, detector, mender):
        self._detector, self._mender = detector, mender

    @classmethod
    @functools.cache
    def load(cls):
        return cls(Detector.load(), Mender(known_words()))

    def detect(self, text, before=""):
        """The `Signal` in `text`, or None; `before` is what the same visitor said just before. Never raises for any text."""
        ways = readings(text)
        signal = self._heard(ways)
        if before and len(ways[0]) <= SHORT and (signal is None or signal.level != CRISIS):
            said = readings(before)[0]
            if len(said) <= SHORT and said and ways[0] and said != ways[0]:
                together = self._heard([[*said, *ways[0]]], mend=False)
                alone = self._heard([said], mend=False)
                is_shown = alone and alone.level == CRISIS  # its card stands there already; this must add to it
                if together and together.level == CRISIS and not (is_shown and together.danger <= alone.danger):
                    return together
        return signal

    def _heard(self, ways, mend=True):
        read = [(words, self._detector.read(words)) for words in ways]
        mended = [words for words in map(self._mender.mend, ways if mend else ()) if words not in ways]
        read += [(words, self._detector.read(words).less(MENDED)) for words in mended]
        worst = max((reading for _, reading in read), key=lambda reading: reading.danger)
        listed = next((found for words, _ in read for found in phrases.find(words)), None)
        is_phrase = listed and listed[0] != phrases.MENTION
        if is_phrase and worst.danger >= LISTED:
            return Signal(listed[0], CRISIS, listed[1], worst.danger)
        if worst.danger >= DANGER:
            return Signal(worst.kind, CRISIS, " ".join(worst.words), worst.danger)
        if listed:
            return Signal(listed[0] if is_phrase else worst.kind, CHECK_IN, listed[1], worst.danger, is_mention=not is_phrase)
        concern = max((reading for _, reading in read), key=lambda reading: reading.concern)
        if concern.concern >= CONCERN:
            return Signal(concern.kind, CHECK_IN, " ".join(concern.words), worst.danger)
        if worst.bereaved >= LOSS:
            return Signal(BEREAVED, SUPPORT, " ".join(worst.words), worst.danger)
        return None


def detect(text, before=""):
    """The `Signal` in `text`, or None: `Net.detect` of the net with the stored weights."""
    return Net.load().detect(text, before)


__all__ = ["BEREAVED", "CHECK_IN", "CRISIS", "KINDS", "SUPPORT", "Net", "Signal", "detect"]
