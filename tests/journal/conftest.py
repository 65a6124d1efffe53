"""A journal on SQLite and one on a real PostgreSQL, each test on both."""

import pytest
from cryptography.fernet import Fernet

from bench.postgres import Cluster, binary
from web.journal.keys import Keys
from web.journal.store import Journal


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    if not binary("initdb"):
        pytest.fail("PostgreSQL is not installed: sudo apt-get install postgresql")
    cluster = Cluster(tmp_path_factory.mktemp("postgres"))
    yield cluster
    cluster.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'journal.db'}"
    return request.getfixturevalue("cluster").database()


@pytest.fixture
def keys(tmp_path):
    return Keys([tmp_path / "keys", tmp_path / "copy"], Fernet.generate_key())


@pytest.fixture
def journal(url, keys):
    journal = Journal(url, keys)
    yield journal
    journal.close()
