"""The whole assistant, started once a run: door, Rasa and action server on free ports, as `make run` starts them."""

import pytest


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    """The address and settings of a running assistant; `record` is the folder of all that it keeps."""
    from web import run  # here, because tests in Rasa's own environment load this file too

    record = tmp_path_factory.mktemp("record")
    settings = run.apart(record, ALLOWED_ORIGINS="http://praktijk.test")
    with run.running(settings, quiet=True) as base:
        yield {"base": base, "outbox": record / "outbox", "record": record, **settings}
