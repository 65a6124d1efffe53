import pytest
from starlette.testclient import TestClient
from support import ROOT

from web.door.app import create_app
from web.door.rasa import RasaSilent
from web.door.settings import Settings

KEY = "x5m0Yt0Yb1Qh3v0Tq2f0m0H2v7l1k6w1r9c3s8d4e5g="


class FakeRasa:
    """Stands where Rasa stands; records what it is asked. `reply` may be a list of messages or an exception."""

    def __init__(self):
        self.forgotten = []
        self.asked, self.reply = (
            [],
            [{"kind": "answer", "text": "Een antwoord.", "answer": "ipt_wat", "buttons": [], "links": [], "sources": []}],
        )

    async def ask(self, conversation, text, metadata):
        self.asked.append((conversation, text, metadata))
        if isinstance(self.reply, Exception):
            raise self.reply
        return [dict(m) for m in self.reply]

    async def forget(self, conversation):
        self.forgotten.append(conversation)

    async def is_up(self):
        return not isinstance(self.reply, RasaSilent)

    async def action_server_is_up(self, webhook):
        return True

    async def close(self):
        pass


@pytest.fixture
def rasa():
    return FakeRasa()


@pytest.fixture
def settings(tmp_path):
    return Settings(
        content_dir=ROOT / "content",
        session_limit="",
        journal_url=f"sqlite:///{tmp_path / 'journal' / 'journal.db'}",
        keys_dirs=(tmp_path / "keys",),
        journal_key=KEY,
    )


@pytest.fixture
def client(rasa, settings, monkeypatch):
    monkeypatch.setattr("web.door.app.Rasa", lambda *_: rasa)
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client
