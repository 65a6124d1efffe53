"""What a message means that leaves words out, given the answer that its visitor has just read.

"En hoe vaak dan?" asks something else after a therapy than after a relapse. Three things are weighed: the message read on its own, what
such words mean in follow-ups of any subject, and what visitors tend to ask after that answer. A gate judges how much the message leans
on the conversation at all; one that stands on its own is read on its own. Reading the message with the subject filled in as well added
nothing to these (docs/understanding.md).
"""

import collections
import json

import numpy as np

from bot.nlu.family_model import FamilyModel

SAME = "same"  # the follow-up stays with the answer just given ("waarom niet?")
LEANS, STANDS = "leans", "stands"
# What the three readings weigh: fitted once on held-back authors of data/follow_ups; what they bring: `make understanding`.
ALONE, IN_FOLLOW_UPS, AFTER_THIS = 0.3, 0.75, 0.75
GENERAL = 20  # follow-ups of any answer that are added to the about 84 of each, since "korter graag" may follow every one
FLOOR = 1e-4  # probability below which a reading's doubt counts no further
TEMPERATURE = 2.5  # of both models: fewer examples than for families, so less sure of themselves


class FollowUpModel:
    """meaning, gate: linear models over the message alone; after: {answer: {family asked next: share}}."""

    def __init__(self, meaning, gate, after):
        self.meaning, self.gate, self.after = meaning, gate, after

    @classmethod
    def fit(cls, texts, vectors, after, families, standing_texts, standing_vectors):
        """Train on follow-ups (m): their texts, vectors (m, d), the answer each came after and the family it asks for.

        standing_texts, standing_vectors: messages that stand on their own, for the gate to tell them apart from follow-ups.
        """
        meant = [SAME if family == before else family for family, before in zip(families, after)]
        chosen = np.random.default_rng(0).permutation(len(standing_texts))[: len(texts)]  # more of them would only take longer
        standing_texts, standing_vectors = np.asarray(standing_texts, dtype=object)[chosen], np.asarray(standing_vectors)[chosen]
        kinds = [LEANS] * len(texts) + [STANDS] * len(standing_texts)
        every = np.vstack([vectors, standing_vectors])
        gate = FamilyModel.fit([*texts, *standing_texts], every, kinds, temperature=TEMPERATURE, keep_examples=False)
        return cls(FamilyModel.fit(texts, vectors, meant, temperature=TEMPERATURE), gate, _shares(after, families))

    def leaning(self, text, vector):
        """How likely it is that the message leans on the conversation, 0 to 1."""
        return float(self.gate.probabilities([text], vector[None])[0][list(self.gate.labels).index(LEANS)])

    def ranked(self, labels, alone, text, vector, last):
        """(n) probabilities in the order of `labels` for a message that follows the answer `last`, and how much it leans on that.

        alone: (n) probabilities of the message on its own.
        """
        leaning = self.leaning(text, vector)
        return (1 - leaning) * alone + leaning * self.as_follow_up(labels, alone, text, vector, last), leaning

    def as_follow_up(self, labels, alone, text, vector, last):
        """(n) probabilities for a message that is taken to lean on the answer `last`."""
        meant = dict(zip(self.meaning.labels, self.meaning.probabilities([text], vector[None])[0]))
        meant[last] = meant.get(last, 0.0) + meant.pop(SAME, 0.0)
        after = self.after.get(last, {})
        least = min(after.values(), default=1 / len(labels))
        scores = (
            ALONE * np.log(alone + FLOOR)
            + IN_FOLLOW_UPS * np.log(np.array([meant.get(label, 0.0) for label in labels]) + FLOOR)
            + AFTER_THIS * np.log(np.array([after.get(label, least) for label in labels]))
        )
        scores = np.exp(scores - scores.max())
        return scores / scores.sum()

    def to_files(self, folder):
        (folder / "follow_up_meaning.npz").write_bytes(self.meaning.to_bytes())
        (folder / "follow_up_gate.npz").write_bytes(self.gate.to_bytes())
        (folder / "follow_up_after.json").write_text(json.dumps(self.after), encoding="utf-8")

    @classmethod
    def from_files(cls, folder):
        """The model saved in `folder`, or None where it was trained without follow-ups."""
        if not (folder / "follow_up_after.json").exists():
            return None
        return cls(
            FamilyModel.from_bytes((folder / "follow_up_meaning.npz").read_bytes()),
            FamilyModel.from_bytes((folder / "follow_up_gate.npz").read_bytes()),
            json.loads((folder / "follow_up_after.json").read_text(encoding="utf-8")),
        )


def _shares(after, families):
    """{answer: {family: share of what was asked next}}, each leaning to what is asked next after any answer."""
    every = collections.Counter(families)
    general = {family: count / len(families) for family, count in every.items()}
    counts = collections.defaultdict(collections.Counter)
    for before, family in zip(after, families):
        counts[before][family] += 1
    return {
        before: {f: (theirs[f] + GENERAL * share) / (sum(theirs.values()) + GENERAL) for f, share in general.items()}
        for before, theirs in counts.items()
    }
