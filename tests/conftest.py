"""The whole assistant, started once a run: door, Rasa and action server on free ports, as `make run` starts them."""

import os
import socket

import pytest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    """The address and settings of a running assistant."""
    from web import run  # here, because tests in Rasa's own environment load this file too

    outbox = tmp_path_factory.mktemp("outbox")
    ports = {name: free_port() for name in run.PORTS}
    before = dict(os.environ)
    os.environ.update(ports, OUTBOX_DIR=str(outbox), **run.NO_LIMITS)
    try:
        settings = run.environment()
        with run.running(settings, quiet=True) as base:
            yield {"base": base, "outbox": outbox, **settings}
    finally:
        os.environ.clear()
        os.environ.update(before)
