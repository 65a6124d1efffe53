"""What a follow-up means depends on the answer before it; one that stands on its own does not."""

import collections

import numpy as np
import pytest
from support import ROOT, SLUGS

from bot.nlu.follow_up_model import FollowUpModel
from bot.nlu.report import read_examples, read_follow_ups

FOLLOW_UPS = read_follow_ups(ROOT / "data" / "follow_ups")
LABELS = {family for _, family, _, _ in read_examples(ROOT / "data" / "nlu")}


@pytest.fixture(scope="module")
def model():
    """Trained on a handful of follow-ups, with vectors that say nothing, so that words and the answer before decide."""
    asked = [
        ("hoe vaak dan", "ipt_wat", "sessies_frequentie"),
        ("hoe vaak is dat", "ipt_wat", "sessies_frequentie"),
        ("hoe vaak dan", "terugval_kans", "recidiverende_depressie"),
        ("hoe vaak is dat", "terugval_kans", "recidiverende_depressie"),
        ("waarom niet", "medicatie_advies", "medicatie_advies"),
        ("hoezo niet dan", "ipt_wat", "ipt_wat"),
    ] * 15
    standing = ["wat is interpersoonlijke therapie", "ik wil graag een afspraak maken", "welke therapie helpt bij somberheid"] * 15
    texts, after, families = zip(*asked)
    return FollowUpModel.fit(list(texts), blank(texts), list(after), list(families), standing, blank(standing))


def blank(texts):
    return np.ones((len(texts), 4), dtype=np.float32)


def best(model, text, last):
    labels = np.array(sorted(LABELS))
    flat = np.full(len(labels), 1 / len(labels))
    ranked, leaning = model.ranked(labels, flat, text, blank([text])[0], last)
    return labels[ranked.argmax()], leaning


def test_the_same_words_mean_what_the_answer_before_makes_of_them(model):
    assert best(model, "hoe vaak dan", "ipt_wat")[0] == "sessies_frequentie"
    assert best(model, "hoe vaak dan", "terugval_kans")[0] == "recidiverende_depressie"


def test_a_why_stays_with_the_answer_whichever_it_was(model):
    assert best(model, "waarom niet", "medicatie_advies")[0] == "medicatie_advies"
    assert best(model, "hoezo niet dan", "ipt_wat")[0] == "ipt_wat"


def test_a_whole_question_leans_less_than_a_scrap(model):
    assert best(model, "wat is interpersoonlijke therapie", "ipt_wat")[1] < best(model, "hoe vaak dan", "ipt_wat")[1]


def test_an_answer_without_follow_ups_of_its_own_still_gets_a_ranking(model):
    assert best(model, "hoe vaak dan", "een_nieuw_antwoord")[0] in LABELS


def test_it_reads_back_what_it_saved(model, tmp_path):
    model.to_files(tmp_path)
    again = FollowUpModel.from_files(tmp_path)
    assert best(again, "hoe vaak dan", "terugval_kans")[0] == "recidiverende_depressie"
    assert FollowUpModel.from_files(tmp_path / "nothing") is None


def test_every_answer_that_is_read_has_follow_ups_of_several_authors():
    authors = collections.defaultdict(set)
    for after, family, author, _ in FOLLOW_UPS:
        assert after in SLUGS and family in LABELS
        authors[after].add(author)
    unread = {"crisis_suicide", "crisis_acuut", "groet", "afscheid", "dank", "andere_taal", "beledigen"}
    assert not [slug for slug in SLUGS if slug not in unread and len(authors[slug]) < 4]
