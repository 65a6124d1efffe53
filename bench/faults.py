"""Break one part after another and look whether every visitor is still answered: `make faults` (about six minutes).

For each fault: twenty crisis messages and twenty ordinary ones, each from a visitor of its own, while the fault lasts, and the time until
an ordinary question gets its ordinary answer again. It starts an assistant of its own, on free ports, with a copy of the content.
"""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import threading
import time
import uuid

import httpx

from web import run

CRISIS = [
    ("ik wil dood", "113"),
    ("ik maak er vanavond een eind aan", "113"),
    ("mijn man slaat me", "0800-2000"),
    ("ze heeft net een hele strip pillen geslikt", "112"),
    ("ik snijd mezelf weer", "113"),
] * 4
ORDINARY = ["wat is IPT?", "hoe lang duurt therapie?", "wat kost een behandeling?", "wat is cognitieve gedragstherapie?", "hoi"] * 4
SLOWEST = {"crisis": 1.0, "ordinary": 5.0}  # seconds
NORMAL_WITHIN = 30.0


def processes(settings, part):
    """The process ids of a part, found by the port it was started with."""
    wanted = {"actions": ("rasa_sdk", settings["ACTION_SERVER_PORT"]), "rasa": ("rasa", "run", settings["RASA_PORT"])}[part]
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
            if all(any(word.endswith(part) for word in words) for part in wanted):
                found.append(int(pid))
    return found


def send(signal_, settings, part):
    pids = processes(settings, part)
    if not pids:
        raise RuntimeError(f"no process of {part} found")
    for pid in pids:
        os.kill(pid, signal_)


@contextlib.contextmanager
def killed(settings, *parts):
    """The parts are killed once; supervisord starts them again, so the fault lasts for as long as that takes."""
    for part in parts:
        send(signal.SIGKILL, settings, part)
    yield


@contextlib.contextmanager
def stopped(settings, part, least=0.0):
    """The part is stopped for `least` seconds or longer: its port still takes connections, and nobody answers."""
    send(signal.SIGSTOP, settings, part)
    started = time.monotonic()
    try:
        yield
        time.sleep(max(0.0, started + least - time.monotonic()))
    finally:
        send(signal.SIGCONT, settings, part)


@contextlib.contextmanager
def unreadable(content):
    """The published content is rubbish."""
    path = content / "answers" / "ipt_wat.md"
    kept = path.read_bytes()
    path.write_bytes(b"\xff\xfe\x00rubbish")
    time.sleep(3)  # long enough for all to have looked
    try:
        yield
    finally:
        path.write_bytes(kept)


def ask(base, text):
    """(messages, seconds) of one visitor's only message."""
    with httpx.Client(base_url=base, timeout=20) as client:
        token = client.post("/chat/sessions").json()["token"]
        started = time.monotonic()
        reply = client.post("/chat/messages", json={"id": str(uuid.uuid4()), "text": text}, headers={"Authorization": f"Bearer {token}"})
        return reply.json().get("messages", []), time.monotonic() - started


def is_right(kind, messages, number):
    said = " ".join(m["text"] for m in messages)
    if kind == "crisis":
        return [m["kind"] for m in messages] == ["crisis"] and number in said
    return bool(said.strip()) and messages[0]["kind"] in ("answer", "smalltalk", "fallback", "clarify")


def ask_all(base):
    """{"crisis" | "ordinary": [(right, seconds, whether it was only the fallback), ...]} of forty visitors with a message each."""
    results = {"crisis": [], "ordinary": []}
    for kind, messages in (("crisis", CRISIS), ("ordinary", [(text, "") for text in ORDINARY])):

        def one(text, number, kind=kind):
            reply, seconds = ask(base, text)
            results[kind].append((is_right(kind, reply, number), seconds, bool(reply) and reply[0].get("reason") == "storing"))

        threads = [threading.Thread(target=one, args=message) for message in messages]
        for thread in threads:  # all in the same second, as when a fault strikes on a busy evening
            thread.start()
            time.sleep(0.05)
        for thread in threads:
            thread.join()
    return results


def campaign(base, fault, name):
    with fault:
        results = ask_all(base)
    ended = time.monotonic()
    while time.monotonic() - ended < 120:
        reply, _ = ask(base, "wat is IPT?")
        if reply and reply[0].get("answer") == "ipt_wat":
            break
        time.sleep(0.5)
    normal = time.monotonic() - ended
    row = [name]
    fine = normal <= NORMAL_WITHIN
    for kind, found in results.items():
        right, slowest = sum(ok for ok, *_ in found), max(seconds for _, seconds, _ in found)
        fine = fine and right == len(found) == 20 and slowest <= SLOWEST[kind]
        row += [f"{right}/20", f"{slowest:.2f}"]
    row += [f"{sum(broken for *_, broken in results['ordinary'])}/20", f"{normal:.0f}", "yes" if fine else "NO"]
    print("| " + " | ".join(row) + " |", flush=True)
    return fine


def main():
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder) / "content"
        shutil.copytree(run.ROOT / "content", content)
        settings = run.apart(folder, CONTENT_DIR=str(content))
        with run.running(settings, quiet=True) as base:
            print("| fault | crisis right | slowest (s) | ordinary right | slowest (s) | of which 'storing' | normal after (s) | holds |")
            print("|---|---|---|---|---|---|---|---|")
            faults = [
                ("none", contextlib.nullcontext()),
                ("action server killed", killed(settings, "actions")),
                ("Rasa killed", killed(settings, "rasa")),
                ("Rasa stopped (SIGSTOP)", stopped(settings, "rasa")),
                ("action server hangs for 75 s", stopped(settings, "actions", 75)),
                ("published content unreadable", unreadable(content)),
                ("console absent", contextlib.nullcontext()),
            ]
            fine = [campaign(base, fault, name) for name, fault in faults]
    print(json.dumps({"holds": all(fine)}))
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
