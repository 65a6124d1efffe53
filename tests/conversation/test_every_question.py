"""Each of the 78 answers is reached by a question typed in words the training data does not hold, and carries its facts."""

import re

import pytest
import yaml
from support import CRISIS, ROOT, SLUGS, kinds, shown, slugs, words

QUESTIONS = yaml.safe_load((ROOT / "tests" / "conversation" / "questions.yml").read_text(encoding="utf-8"))


def test_there_is_a_question_for_each_answer():
    assert [q["slug"] for q in QUESTIONS] == SLUGS


def test_the_questions_share_no_run_of_four_words_with_the_training_data():
    runs = set()
    for path in (ROOT / "data").glob("*/*.yml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("    - "):
                said = words(line[6:])
                runs.update(tuple(said[i : i + 4]) for i in range(len(said) - 3))
    assert len(runs) > 10_000
    for question in QUESTIONS:
        said = words(question["say"])
        shared = runs & {tuple(said[i : i + 4]) for i in range(len(said) - 3)}
        assert not shared, f"{question['slug']}: {shared}"


@pytest.mark.parametrize("question", QUESTIONS, ids=[q["slug"] for q in QUESTIONS])
def test_a_typed_question_reaches_its_answer_with_all_its_facts(visitor, question):
    reply = visitor.say(question["say"])
    assert question["slug"] in slugs(reply), f"{question['say']!r} gave {slugs(reply)} {kinds(reply)}"
    assert set(kinds(reply)) & set(question.get("kinds", ["answer"])), kinds(reply)
    for fact in question["facts"]:
        assert re.search(fact, shown(reply), re.I), f"{fact} not in {shown(reply)}"
    answer = next(m for m in reply if m["answer"] == question["slug"])
    if answer["kind"] == "answer":
        assert answer["sources"] and all(set(s) >= {"title", "publisher", "date"} for s in answer["sources"])
    if question["slug"] in CRISIS:
        assert "adviesgesprek" not in shown(reply)
