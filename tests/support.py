"""What several tests need: the families, the shared sources, and a visitor who chats over the public API."""

import csv
import os
import pathlib
import re
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("SHARED") or ROOT.parent / "shared")
FAMILIES = list(csv.DictReader((ROOT / "tests" / "question_families.csv").open(encoding="utf-8")))
SLUGS = [row["family"] for row in FAMILIES]
CRISIS = {"crisis_suicide", "crisis_acuut", "zelfbeschadiging", "geweld", "naaste_suicidaal"}


def words(text):
    return re.findall(r"[\w']+", text.lower())


class Visitor:
    """One visitor's session over the chat API. `client` is an httpx client (or Starlette's test client)."""

    def __init__(self, client):
        self.client = client
        opened = client.post("/chat/sessions").json()
        self.headers = {"Authorization": f"Bearer {opened['token']}"}
        self.greeting = opened["messages"]
        self.last = self.greeting

    def post(self, body):
        return self.client.post("/chat/messages", json=body, headers=self.headers)

    def say(self, text):
        """The reply to typed words; fails when there is none."""
        return self._reply(self.post({"id": str(uuid.uuid4()), "text": text}))

    def press(self, label):
        """The reply to the button called `label` under the last messages."""
        button = next(b["id"] for m in self.last for b in m["buttons"] if b["label"] == label)
        return self._reply(self.post({"id": str(uuid.uuid4()), "button": button}))

    def _reply(self, response):
        assert response.status_code == 200, response.text
        self.last = response.json()["messages"]
        assert self.last and all(m["text"].strip() for m in self.last), "an empty reply"
        return self.last


def files(*places):
    """Every file in these folders."""
    for place in places:
        yield from (path for path in pathlib.Path(place).rglob("*") if path.is_file() and not path.is_symlink())


def can_be_read(places, master, sealed):
    """Whether any key, wrapped by `master`, that stands anywhere in these folders, whole or within a file, opens any text of `sealed`."""
    from cryptography.fernet import Fernet, InvalidToken  # here, because Rasa's environment is without

    master = Fernet(master)
    for path in files(*places):
        for token in re.findall(rb"gAAAA[A-Za-z0-9_=-]{80,}", path.read_bytes()):
            try:
                key = Fernet(master.decrypt(token))
            except (InvalidToken, ValueError):
                continue
            for text in sealed:
                try:
                    key.decrypt(text)
                    return True
                except InvalidToken:
                    continue
    return False


def kinds(messages):
    return [m["kind"] for m in messages]


def slugs(messages):
    return [m["answer"] for m in messages]


def shown(messages):
    """Everything a visitor reads or can press in these messages."""
    parts = []
    for m in messages:
        parts += [m["text"], *(b["label"] for b in m["buttons"]), *(f"{link['label']} {link['url']}" for link in m["links"])]
    return "\n".join(parts)
