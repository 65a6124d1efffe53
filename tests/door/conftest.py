import pytest
from starlette.testclient import TestClient
from support import ROOT

from web.door.app import create_app
from web.door.rasa import RasaSilent
from web.door.settings import Settings


class FakeRasa:
    """Stands where Rasa stands; records what it is asked. `reply` may be a list of messages or an exception."""

    def __init__(self):
        self.asked, self.reply = (
            [],
            [{"kind": "answer", "text": "Een antwoord.", "answer": "ipt_wat", "buttons": [], "links": [], "sources": []}],
        )

    async def ask(self, conversation, text, metadata):
        self.asked.append((conversation, text, metadata))
        if isinstance(self.reply, Exception):
            raise self.reply
        return [dict(m) for m in self.reply]

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
def client(rasa, monkeypatch):
    monkeypatch.setattr("web.door.app.Rasa", lambda *_: rasa)
    with TestClient(create_app(Settings(content_dir=ROOT / "content", session_limit="")), raise_server_exceptions=False) as client:
        yield client
