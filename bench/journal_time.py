"""What writing each turn down costs a visitor: `python -m bench.journal_time`. Two doors before one Rasa take turns; one does not write."""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

import httpx

from web import run

TURNS = 300
QUESTIONS = ["wat is IPT?", "hoe lang duurt therapie?", "wat is gedragsactivatie?", "helpt cgt bij somberheid?", "wat doet een psycholoog?"]
WITHOUT = """
import os, uvicorn
from web.door import app, writer
async def record(self, item, patience):
    return True
writer.Writer.record = record
uvicorn.run(app.create_app(), port=int(os.environ["DOOR_PORT"]), access_log=False, log_level="critical")
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        settings = run.apart(folder)
        with run.running(settings, quiet=True) as base:
            other = {**settings, "DOOR_PORT": run.free_ports()["DOOR_PORT"], "JOURNAL_URL": f"sqlite:///{folder}/other/journal.db"}
            door = subprocess.Popen([sys.executable, "-c", WITHOUT], env=other, cwd=run.ROOT)
            try:
                while run.health(run.address(other)) is None:
                    time.sleep(0.2)
                times = {"written": [], "not written": []}
                clients = {"written": httpx.Client(base_url=base), "not written": httpx.Client(base_url=run.address(other))}
                for client in clients.values():
                    client.headers["Authorization"] = f"Bearer {client.post('/chat/sessions').json()['token']}"
                for number in range(TURNS):
                    for name, client in clients.items():
                        body = {"id": str(uuid.uuid4()), "text": QUESTIONS[number % len(QUESTIONS)]}
                        started = time.perf_counter()
                        assert client.post("/chat/messages", json=body).json()["messages"]
                        times[name].append(time.perf_counter() - started)
            finally:
                door.terminate()
                door.wait()
        size = sum(path.stat().st_size for path in pathlib.Path(folder).rglob("journal.db*"))
    median = {name: statistics.median(found) * 1000 for name, found in times.items()}
    print(f"p50 of {TURNS} turns: {median['written']:.1f} ms written, {median['not written']:.1f} ms not written, {size // 1024} kB")
    print(f"{median['written'] / median['not written']:.2f} times")


if __name__ == "__main__":
    main()
