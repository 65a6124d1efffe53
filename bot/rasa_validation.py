"""Check the action server's replies with a compiled schema.

Rasa 3.6 builds the JSON schema of such a reply anew for every action and walks it with jsonschema: about 45 ms of a 73 ms turn on
two cores, more than the recognition itself. Compiled once by fastjsonschema the same check takes well under a millisecond. The
schema is Rasa's own and so is the error (tests/bot/test_rasa_validation.py holds both checks side by side).
"""

import functools

import fastjsonschema
import jsonschema
from rasa.core.actions.action import RemoteAction


@functools.cache
def _compiled():
    return fastjsonschema.compile(RemoteAction.action_response_format_spec())


def validate_action_result(self, result):
    """In place of `RemoteAction._validate_action_result`: True, or jsonschema.ValidationError as Rasa expects."""
    try:
        _compiled()(result)
    except fastjsonschema.JsonSchemaValueException as error:
        raise jsonschema.ValidationError(f"{error.message}. Failed to validate Action server response from API.") from error
    return True


def install():
    """Replace Rasa's check in this process."""
    RemoteAction._validate_action_result = validate_action_result
