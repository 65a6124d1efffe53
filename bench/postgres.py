"""A PostgreSQL of one's own: a cluster in a folder, on a free port of loopback, run by an ordinary user. For tests and campaigns."""

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

import sqlalchemy as sa


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
            time.sleep(0.1)
        engine = sa.create_engine(self.url("postgres"), poolclass=sa.NullPool)
        for _ in range(100):
            try:
                with engine.connect():
                    return
            except sa.exc.OperationalError:
                time.sleep(0.1)
        raise RuntimeError("PostgreSQL does not start")

    def stop(self):
        for pid in self.pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
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
