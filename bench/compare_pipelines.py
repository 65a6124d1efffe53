"""Our recogniser beside Rasa's default pipeline, trained on the same examples and judged on the same messages.

`python -m bench.compare_pipelines STOCK_MODEL [OWN_MODEL]`: reads the evaluation messages from the folder in SHARED and judges both
with clarifying off: a message gets the best guess, or an honest "unknown". STOCK_MODEL is what
`rasa train nlu --nlu data/nlu --config bench/stock/config.yml` made; `make compare-pipelines` does both. The follow-ups of
data/follow_ups belong to neither: the messages stand on their own.
"""

import asyncio
import collections
import json
import logging
import os
import pathlib
import statistics
import sys
import time

from rasa.core.agent import Agent
from rasa.utils.log_utils import configure_structlog

from bot import dialogue
from bot.answers import load_content

SHARED = pathlib.Path(os.environ.get("SHARED") or "../shared")
# What a label of the conversation counts as where the messages know only families.
FAMILY_OF = {
    "ja": "intake_plannen",
    "nee": "dank",
    "vergelijken": "vergelijk_ipt_cgt",
    "kies_voor_mij": "start_keuze",
    "bevestiging_vragen": "somber_delen",
}


def own_choice(parsed, content):
    """Our answer without clarifying: what `decide` gives, and its first choice where it would ask."""
    ranking = [(r["name"], r["confidence"]) for r in parsed["intent_ranking"]]
    topics = tuple(dict.fromkeys(e["value"] for e in parsed["entities"] if e["entity"] == "therapie"))
    made = dialogue.decide(
        parsed["text"], ranking, parsed.get("familiarity", 1.0), topics, dialogue.Context(), content, foreign=parsed.get("foreign", False)
    )
    return made.labels[0] if made.labels else None


def stock_choice(parsed, content):
    name = parsed["intent"]["name"]
    return None if name == "nlu_fallback" else name


async def judge(model, choose, messages, content):
    """Shares of right, wrong and unknown by group, and the median milliseconds of a parse."""
    agent = Agent.load(model)
    tally, times = collections.defaultdict(collections.Counter), []
    for message in messages:
        started = time.perf_counter()
        parsed = await agent.parse_message(message["text"])
        times.append(time.perf_counter() - started)
        chosen = choose(parsed, content)
        chosen = FAMILY_OF.get(chosen, chosen)
        accepted = {message["family"], *message["also_ok"]}
        outcome = "right" if chosen in accepted else "unknown" if chosen is None or chosen == dialogue.OUTSIDE else "wrong"
        group = "information" if message["id"].startswith("A") else "outside" if message["family"] == dialogue.OUTSIDE else "other"
        tally[group][outcome] += 1
    return tally, statistics.median(times) * 1000


def main(stock_model, own_model="models/praktijk.tar.gz"):
    path = SHARED / "eval" / "messages_dev.jsonl"
    if not path.exists():
        print(f"Skipped: no evaluation messages at {path} (set SHARED).")
        return
    configure_structlog(logging.ERROR)  # else it prints each message
    messages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    messages = [m for m in messages if not m["crisis"]]
    content = load_content("content")
    print("| pipeline | group | right | wrong | unknown | wrong + unknown | parse, median |\n|---|---|---|---|---|---|---|")
    for name, model, choose in (("Rasa's default (DIET)", stock_model, stock_choice), ("ours", own_model, own_choice)):
        tally, milliseconds = asyncio.run(judge(model, choose, messages, content))
        for group in ("information", "outside", "other"):
            total = sum(tally[group].values())
            right, wrong, unknown = (tally[group][o] / total for o in ("right", "wrong", "unknown"))
            figures = " | ".join(f"{share:.3f}" for share in (right, wrong, unknown, wrong + unknown))
            print(f"| {name} | {group} ({total}) | {figures} | {milliseconds:.0f} ms |")


if __name__ == "__main__":
    main(*sys.argv[1:])
