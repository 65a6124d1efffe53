"""A journal on SQLite and one on a real PostgreSQL, each test on both. The cluster is the run's own, on a free port of loopback."""

import contextlib
import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import uuid

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet

from web.journal.keys import Keys
from web.journal.store import Journal


def binary(name):
    """The path of a program of PostgreSQL's server; Debian does not put them on the path."""
    found = [shutil.which(name), *sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)]
    return next((path for path in found if path), None)


class Cluster:
    """PostgreSQL of its own, run by an ordinary user."""

    def __init__(self, folder):
        self.folder, self._log = folder / "data", folder / "log"
        # initdb refuses root; who is somebody else already runs it as themselves.
        self._who = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        if self._who:
            for parent in [folder, *folder.parents]:
                if parent.stat().st_uid == 0 and parent != pathlib.Path("/") and parent != pathlib.Path("/tmp"):
                    parent.chmod(parent.stat().st_mode | 0o011)
            shutil.chown(folder, "nobody", "nogroup")
        self._run(binary("initdb"), "-D", str(self.folder), "-U", "praktijk", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.process = None
        self.start()

    def _run(self, *command):
        subprocess.run(command, check=True, capture_output=True, cwd="/", **self._who)

    def start(self):
        command = [binary("postgres"), "-D", str(self.folder), "-p", str(self.port), "-k", str(self.folder), "-h", "127.0.0.1"]
        self.process = subprocess.Popen(command, cwd="/", stderr=self._log.open("ab"), **self._who)
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                break
            self.process.wait(0.1) if self.process.poll() is not None else time.sleep(0.1)
        engine = sa.create_engine(self.url("postgres"), poolclass=sa.NullPool)
        for _ in range(100):
            try:
                with engine.connect():
                    return
            except sa.exc.OperationalError:
                time.sleep(0.1)
        raise RuntimeError("PostgreSQL does not start")

    def stop(self):
        self.process.send_signal(signal.SIGINT)  # a fast shutdown
        self.process.wait(20)

    def pids(self):
        """The server and all that it started."""
        found = [self.process.pid]
        for pid in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError, IndexError):
                if int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1]) == self.process.pid:
                    found.append(int(pid))
        return found

    def url(self, database):
        return f"postgresql+psycopg://praktijk@127.0.0.1:{self.port}/{database}"

    def database(self):
        """The URL of a new database."""
        name = f"j{uuid.uuid4().hex}"
        with sa.create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool).connect() as db:
            db.execute(sa.text(f"CREATE DATABASE {name}"))
        return self.url(name)


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
