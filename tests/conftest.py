"""The whole assistant, started once a run: door, Rasa and action server on free ports, as `make run` starts them."""

import os

import pytest


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    """The address and settings of a running assistant."""
    from web import run  # here, because tests in Rasa's own environment load this file too

    outbox, record = tmp_path_factory.mktemp("outbox"), tmp_path_factory.mktemp("record")
    journal = f"sqlite:///{record / 'data' / 'journal.db'}"
    places = {"JOURNAL_URL": journal, "KEYS_DIR": str(record / "keys"), "BACKUP_DIR": str(record / "backups")}
    before = dict(os.environ)
    os.environ.update(run.free_ports(), OUTBOX_DIR=str(outbox), **places, **run.NO_LIMITS)
    try:
        settings = run.environment()
        with run.running(settings, quiet=True) as base:
            yield {"base": base, "outbox": outbox, "record": record, **settings}
    finally:
        os.environ.clear()
        os.environ.update(before)
