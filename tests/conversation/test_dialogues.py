"""Ninety conversations of three to six turns, by a writer who had seen neither the training data nor the evaluation, counted.

A turn is right when its answer is the expected family or an acceptable other, or when a clarifying question offers one. The writer
chose hard turns on purpose: half of the follow-ups cannot be understood without the conversation.
"""

import json

import httpx
from support import ROOT, Visitor, kinds

DIALOGUES = [json.loads(line) for line in (ROOT / "tests" / "conversation" / "dialogues.jsonl").read_text(encoding="utf-8").splitlines()]
LEAST, LEAST_OF_FOLLOW_UPS = 0.79, 0.76  # a little below what they are, so that a change for the worse is noticed


def is_right(turn, reply):
    accepted = {turn["family"], *turn["also_ok"]}
    given = {m["answer"] for m in reply if m["answer"]}
    offered = {b.get("answer") for m in reply if m["kind"] == "clarify" for b in m["buttons"]}
    return bool(accepted & (given | offered)) or ("buiten_onderwerp" in accepted and "fallback" in kinds(reply))


def test_most_turns_of_whole_conversations_are_understood(assistant):
    first, later = [], []
    with httpx.Client(base_url=assistant["base"], timeout=10) as client:
        for dialogue in DIALOGUES:
            visitor = Visitor(client)
            for number, turn in enumerate(dialogue["turns"]):
                reply = visitor.say(turn["say"])
                assert len(reply) <= 3, (dialogue["id"], turn["say"], kinds(reply))  # nobody wants a pile of messages
                (later if number else first).append(is_right(turn, reply))
    assert sum(first + later) / len(first + later) >= LEAST
    assert sum(later) / len(later) >= LEAST_OF_FOLLOW_UPS
