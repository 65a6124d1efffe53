"""The compiled check of the action server's replies gives Rasa's own verdict."""

import jsonschema
import pytest

SLOT = {"event": "slot", "timestamp": None, "name": "topic", "value": "ipt"}
REPLIES = [
    {"events": [], "responses": []},
    {"events": [SLOT], "responses": [{"custom": {"kind": "answer", "text": "x"}}]},
    {"events": [{**SLOT, "value": {"any": [1, None]}}], "responses": []},
    {},
    {"events": None},
    {"events": [{"name": "no event"}]},
    {"events": [{"event": "no such event"}]},
    {"events": [SLOT], "responses": "text"},
    {"events": [{"event": "slot"}]},
    {"events": [5]},
]


@pytest.mark.parametrize("reply", REPLIES, ids=str)
def test_the_compiled_check_agrees_with_rasas_own(reply):
    from rasa.core.actions.action import RemoteAction

    from bot.rasa_validation import validate_action_result

    def verdict(check):
        try:
            return check()
        except jsonschema.ValidationError:
            return "refused"

    own = verdict(lambda: jsonschema.validate(reply, RemoteAction.action_response_format_spec()) or True)
    assert verdict(lambda: validate_action_result(None, reply)) == own
