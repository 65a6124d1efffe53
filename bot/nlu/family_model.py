"""Which family of questions a message belongs to: two linear classifiers, fused. Plain numpy and scikit-learn.

One reads the sentence vector (meaning, however it is said), one the letters and words (names of therapies, turns of phrase, what is
misspelt beyond mending). Each errs where the other does not; figures of both, apart and together, stand in docs/understanding.md.
"""

import io

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

OUTSIDE = "buiten_onderwerp"


class FamilyModel:
    """A trained recogniser.

    labels (n); vector_weights (n, d), mean (d): the classifier over sentence vectors; ngrams: a fitted vectoriser with v terms;
    ngram_weights (n, v); bias (n); examples (m, d): the training vectors, kept to see how far a message lies from anything that
    was ever shown, for a linear model is sure of nonsense too. The weights hold the fusion and the calibration already.
    """

    def __init__(self, labels, vector_weights, mean, ngrams, ngram_weights, bias, examples):
        self.labels, self.bias, self.examples = labels, bias, examples
        self.vector_weights, self.mean = vector_weights, mean
        self.ngrams, self.ngram_weights = ngrams, ngram_weights

    @classmethod
    def fit(cls, texts, vectors, families, C=160.0, ngram_C=20.0, ngram_share=2.0, temperature=1.9, outside_weight=3.0, keep_examples=True):
        """Train on `texts` (m; in careful Dutch, see `nl_model.mended`), their `vectors` (m, d) and family names (m).

        C, ngram_C: inverse regularisation of the two classifiers. ngram_share: what the scores of the second weigh beside the
        first. temperature: the scores are divided by it, so that a confidence of 0.8 is right 8 times in 10. outside_weight: every
        family weighs the same however many examples it has, and what lies outside the subject this many times as much, because
        it is no family but all the rest. All chosen in a cross-validation split by author (`make calibrate`).
        keep_examples: whether `familiarity` will be asked of the model.
        """
        mean = vectors.mean(axis=0)
        names, counts = np.unique(families, return_counts=True)
        weights = dict(zip(names, len(families) / (len(names) * counts)))
        if OUTSIDE in weights:
            weights[OUTSIDE] *= outside_weight
        by_vector = LogisticRegression(C=C, max_iter=600, class_weight=weights).fit(vectors - mean, families)
        ngrams = _vectoriser(min_df=2)
        terms = ngrams.fit_transform(texts)
        by_ngram = LogisticRegression(C=ngram_C, max_iter=300, class_weight=weights).fit(terms, families)
        share = ngram_share / temperature
        return cls(
            names.astype(str),
            _a_row_each(by_vector.coef_ / temperature),
            mean.astype(np.float32),
            ngrams,
            _a_row_each(by_ngram.coef_ * share),
            _a_row_each(by_vector.intercept_ / temperature + by_ngram.intercept_ * share),
            (vectors if keep_examples else vectors[:0]).astype(np.float32),
        )

    def probabilities(self, texts, vectors):
        """(k, n) probabilities for `texts` (k) with their `vectors` (k, d), in the order of `labels`."""
        scores = (vectors - self.mean) @ self.vector_weights.T + self.ngrams.transform(texts) @ self.ngram_weights.T + self.bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return scores / scores.sum(axis=1, keepdims=True)

    def familiarity(self, vectors):
        """(k) cosine with the nearest training example, 0 to 1: low for what resembles nothing that was shown."""
        return (vectors @ self.examples.T).max(axis=1)

    def ranking(self, probabilities, length=10, without=()):
        """[(family, probability), ...] of `probabilities` (n), the most likely first; `without`: families that cannot be meant now."""
        probabilities = np.where(np.isin(self.labels, list(without)), 0.0, probabilities)
        probabilities = probabilities / probabilities.sum()
        best = np.argsort(-probabilities)[:length]
        return [(str(self.labels[i]), float(probabilities[i])) for i in best]

    def to_bytes(self):
        fitted = {
            f"{name}_{part}": value
            for name, vectoriser in self.ngrams.transformer_list
            for part, value in (("terms", vectoriser.get_feature_names_out().astype(str)), ("idf", vectoriser.idf_))
        }
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            labels=self.labels,
            vector_weights=self.vector_weights,
            mean=self.mean,
            ngram_weights=self.ngram_weights.astype(np.float16),
            bias=self.bias,
            examples=self.examples.astype(np.float16),
            **fitted,
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, raw):
        with np.load(io.BytesIO(raw)) as stored:
            ngrams = _vectoriser()
            for name, vectoriser in ngrams.transformer_list:
                vectoriser.vocabulary = {term: place for place, term in enumerate(stored[f"{name}_terms"].tolist())}
                vectoriser.idf_ = stored[f"{name}_idf"]
            return cls(
                stored["labels"],
                stored["vector_weights"],
                stored["mean"],
                ngrams,
                stored["ngram_weights"].astype(np.float32),
                stored["bias"],
                stored["examples"].astype(np.float32),
            )


def _a_row_each(weights):
    """`weights` with a row for each family; scikit-learn gives one row for two of them."""
    return (weights if len(weights) > 1 else np.concatenate([np.zeros_like(weights), weights])).astype(np.float32)


def _vectoriser(**options):
    """Letter sequences of two to four within words, and single words and pairs, weighed by how rare they are."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, **options)
    words = TfidfVectorizer(token_pattern=r"\w+", ngram_range=(1, 2), sublinear_tf=True, **options)
    return FeatureUnion([("letters", letters), ("words", words)])
