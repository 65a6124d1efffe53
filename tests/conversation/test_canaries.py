"""Two hundred personal data, planted everywhere a visitor can type: where do they end up? And what remains of what is erased?"""

import random
import re
import time
import uuid

import httpx
import pytest
import sqlalchemy as sa
from support import ROOT, Visitor, can_be_read, files

from web.journal import backup
from web.journal.keys import Keys
from web.journal.store import Journal, turns

chance = random.Random(20261124)
FIRST = "sanne mehmet fatima kees jolanda dewi pieter aaltje youssef zeynep thijs marloes bart samira".split()
LAST = ["Zuiderkroon", "Ouddijkveld", "Abdelrazmi", "Kwakernoord", "Yildirhan", "Wiersemada", "Pattikawa", "Vandenbroucque"]


def letters(number):
    return "".join(chance.choice("bcdfghklmnprstvz") + chance.choice("aeiou") for _ in range(number))


def bsn():
    while True:
        digits = [chance.randrange(10) for _ in range(8)]
        rest = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits)) % 11
        if rest < 10 and digits[0]:
            return "".join(map(str, [*digits, rest]))


def canaries():
    """[(sentence, the datum in it), ...]: two hundred, all different."""
    made = []
    for number in range(200):
        kind = number % 8
        name, last = chance.choice(FIRST), chance.choice(LAST) + letters(1)
        digits = "".join(str(chance.randrange(10)) for _ in range(7))
        datum, sentence = {
            0: (f"{name} {last.lower()}", "ik heet {} en ik ben de laatste tijd somber"),
            1: (f"{name.title()} {last}", "Mijn vriend {} wil niet met me praten."),
            2: (f"061{digits}", "bel me maar op {}"),
            3: (f"{name}.{letters(2)}{number}@voorbeeld.nl", "mailen mag naar {}"),
            4: (bsn(), "mijn bsn is {}"),
            5: (f"@{letters(2)}_{number}", "mijn insta is {}"),
            6: (f"{letters(3).title()}straat {number + 1}", "ik woon op {} in Utrecht"),
            7: (f"{chance.randrange(1, 28)}-{chance.randrange(1, 12):02}-19{60 + number % 40}", "ik ben geboren op {}"),
        }[kind]
        made.append((sentence.format(datum), datum))
    return made


def plant(assistant, planted):
    """Type them: in the chat, in the call-back form, as feedback, as the id of a button, and in what the door refuses."""
    with httpx.Client(base_url=assistant["base"], timeout=15) as client:
        visitor = Visitor(client)
        for number, (sentence, datum) in enumerate(planted):
            if number % 40 == 0:
                visitor = Visitor(client)
            way = number % 10
            if way == 5:
                visitor.say("ik wil graag teruggebeld worden")
                visitor.say(datum)
                visitor.say("stop maar")
            elif way == 6:
                (message, *_) = visitor.say("wat is ipt?")
                body = {"message": message["id"], "helpful": False, "comment": sentence}
                assert client.post("/chat/feedback", json=body, headers=visitor.headers).status_code == 200
            elif way == 7:
                assert visitor.post({"id": str(uuid.uuid4()), "button": datum}).status_code == 400
            elif way == 8:
                for body in (
                    {"id": datum, "text": sentence},
                    {"id": str(uuid.uuid4()), "text": [sentence]},
                    {"id": str(uuid.uuid4()), "text": sentence * 60},
                ):
                    assert visitor.post(body).status_code in (200, 400, 413)  # 200: sixty pleas to be called look like danger
                client.post(
                    f"/chat/messages?q={datum}", content=sentence.encode(), headers={**visitor.headers, "X-Name": datum.encode().hex()}
                )
            else:
                visitor.say(sentence)


@pytest.fixture(scope="module")
def planted(assistant):
    made = canaries()
    assert len({datum for _, datum in made}) == 200
    plant(assistant, made)
    return made


def journal_of(assistant):
    return Journal(assistant["JOURNAL_URL"], Keys([assistant["KEYS_DIR"]], assistant["JOURNAL_KEY"]))


def search(assistant, planted):
    """[(file, datum), ...]: each that stands readable in any file the assistant writes."""
    wanted = re.compile("|".join(re.escape(datum.lower()) for _, datum in planted).encode())
    places = [ROOT / "var", assistant["record"]]
    return [(path, found[0]) for path in files(*places) for found in [wanted.search(path.read_bytes().lower())] if found]


def test_none_stands_readable_in_any_file_before_redaction(assistant, planted):
    journal = journal_of(assistant)
    backup.make(journal, assistant["BACKUP_DIR"])
    assert search(assistant, planted) == []
    (ROOT / "var" / "log" / "seen.log").write_text(planted[0][1])  # the search does find what is there
    try:
        assert len(search(assistant, planted)) == 1
    finally:
        (ROOT / "var" / "log" / "seen.log").unlink()


def test_after_redaction_what_was_missed_stands_nowhere_but_in_the_journal(assistant, planted):
    journal = journal_of(assistant)
    deadline = time.monotonic() + 240  # deduce may still be building its tables
    while journal.unredacted() and time.monotonic() < deadline:
        time.sleep(2)
    assert not journal.unredacted(), "the worker does not redact"
    with journal.begin() as db:
        conversations = db.exec_driver_sql("SELECT id FROM conversations").scalars().all()
    said = " ".join(m["text"] for who in conversations for m in journal.history(who) if m["from"] == "visitor").lower()
    missed = [datum for _, datum in planted if datum.lower() in said]
    assert len(missed) <= 6, missed
    assert search(assistant, planted) == []


def test_ten_seconds_after_erasing_no_key_is_left_for_what_was_said(assistant):
    journal = journal_of(assistant)
    with httpx.Client(base_url=assistant["base"], timeout=15) as client:
        visitor, other = Visitor(client), Visitor(client)
        other.say("wat is cognitieve gedragstherapie?")
        with journal.begin() as db:
            before = set(db.execute(sa.select(turns.c.id)).scalars())
        visitor.say("ik wil graag teruggebeld worden")
        visitor.say("Zebedeus Kwakernoord")
        visitor.say("stop maar")
        with journal.begin() as db:
            rows = [row for row in db.execute(sa.select(turns)) if row.id not in before]
        sealed = [bytes(value) for row in rows for value in (row.said, row.messages)]
        backup.make(journal, assistant["BACKUP_DIR"])
        assert len(rows) == 3 and can_be_read([assistant["record"]], assistant["JOURNAL_KEY"], sealed)
        began = time.monotonic()
        assert client.delete("/chat/sessions", headers=visitor.headers).status_code == 200
        while can_be_read([assistant["record"]], assistant["JOURNAL_KEY"], sealed) and time.monotonic() < began + 10:
            time.sleep(0.1)
        assert not can_be_read([assistant["record"]], assistant["JOURNAL_KEY"], sealed)
        assert time.monotonic() < began + 10
        assert journal.history(rows[0].conversation) == []
        assert client.get("/chat/messages", headers=visitor.headers).status_code == 401
        assert client.get("/chat/messages", headers=other.headers).status_code == 200
