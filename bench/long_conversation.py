"""One visitor, a thousand turns: does the conversation become slower? `make long-conversation` (a minute)."""

import statistics
import sys
import tempfile
import time
import uuid

import httpx

from web import run

TURNS, PART = 1000, 100
MOST = 1.5  # times the median of the first hundred
SAID = ("wat is IPT?", "en hoe lang duurt dat?", "helpt het ook tegen terugval?", "wat is CGT?", "waar komt dat vandaan?", "wat kost het?")


def main():
    with (
        tempfile.TemporaryDirectory() as folder,
        run.running(run.apart(folder), quiet=True) as base,
        httpx.Client(base_url=base, timeout=20) as client,
    ):
        client.headers["Authorization"] = f"Bearer {client.post('/chat/sessions').json()['token']}"
        times, remembered = [], 0
        for turn in range(TURNS):
            text = SAID[turn % len(SAID)]
            started = time.perf_counter()
            reply = client.post("/chat/messages", json={"id": str(uuid.uuid4()), "text": text}).json()["messages"]
            times.append((time.perf_counter() - started) * 1000)
            remembered += text == SAID[1] and reply[0]["answer"] in ("hoeveel_sessies", "sessies_frequentie", "ipt_hoe")
    first, last = statistics.median(times[:PART]), statistics.median(times[-PART:])
    asked = len(range(1, TURNS, len(SAID)))
    print(f"median of the first {PART} turns {first:.1f} ms, of the last {PART} {last:.1f} ms: {last / first:.2f} times")
    print(f"'en hoe lang duurt dat?' understood after IPT: {remembered} of {asked} times, also just after a new name at Rasa")
    return 0 if last <= MOST * first else 1


if __name__ == "__main__":
    sys.exit(main())
