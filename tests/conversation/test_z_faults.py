"""With the action server, Rasa, or both killed, every message still gets its reply. Last in this folder: it breaks things."""

import os
import signal
import time

import httpx
import pytest
from support import ROOT, Visitor, kinds, shown

from bench.faults import processes
from web import run

CANARY = "mijn geheime kanarievogel heet Zoeloe, helpt therapie dan?"


@pytest.mark.parametrize("broken", [("actions",), ("rasa",), ("actions", "rasa")], ids="+".join)
def test_every_message_gets_a_reply_within_five_seconds_and_all_is_well_again_later(assistant, broken):
    with httpx.Client(base_url=assistant["base"], timeout=20) as client:
        visitor = Visitor(client)
        visitor.say("wat is ipt?")
        for part in broken:
            pids = processes(assistant, part)
            assert pids, f"no process of {part} found"
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
        for text in (CANARY, "en hoe lang duurt dat?", "wat is gedragsactivatie?", "ik wil dood", "wat kost het?"):
            started = time.monotonic()
            reply = visitor.say(text)
            assert time.monotonic() - started < 5
            if text == "ik wil dood":
                assert kinds(reply) == ["crisis"] and "113" in shown(reply)
            elif reply[0].get("reason") == "storing":
                assert "085 273 3339" in shown(reply) and "112" in shown(reply)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and (run.health(assistant["base"]) or {}).get("status") != "ok":
            time.sleep(1)
        assert visitor.say("wat is ipt?")[0]["answer"] == "ipt_wat"


def test_no_log_holds_what_a_visitor_said():
    """After all that broke above: Rasa writes messages and local variables into its errors, unless it is kept from it."""
    logs = list((ROOT / "var" / "log").glob("*.log*"))
    assert any(path.stat().st_size for path in logs)
    for path in logs:
        assert "kanarievogel" not in path.read_text(encoding="utf-8", errors="replace"), path.name
