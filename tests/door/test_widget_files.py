"""The built widget belongs to its sources, and says the same numbers as the content."""

import gzip
import hashlib
import re

from support import ROOT

from bot.answers import load_content

WIDGET = ROOT / "web" / "widget"


def test_the_built_widget_is_not_stale():
    paths = ["build.mjs", "package-lock.json", *(f"src/{p.name}" for p in (WIDGET / "src").iterdir())]
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.encode() + b"\0" + (WIDGET / path).read_bytes() + b"\0")
    first = (WIDGET / "dist" / "widget.js").read_text(encoding="utf-8").split("\n", 1)[0]
    assert first == f"/* sources sha256:{digest.hexdigest()} */", "run `make widget` and commit web/widget/dist"


def test_the_widget_stays_small():
    assert len(gzip.compress((WIDGET / "dist" / "widget.js").read_bytes(), 9)) <= 20 * 1024


def test_the_widget_and_the_page_carry_the_numbers_of_the_content():
    facts = load_content(ROOT / "content").facts
    numbers = {facts[key] for key in ("112", "113", "0800-0113", "113.nl", "veilig_thuis", "kindertelefoon")}
    said = (WIDGET / "src" / "nl.js").read_text(encoding="utf-8")
    assert set(re.findall(r'number: "([^"]+)"', said)) == numbers
    pages = [(WIDGET / "demo" / name).read_text(encoding="utf-8") for name in ("index.html", "embed.html")]
    for page in pages:
        assert {"112", "113", "0800-2000"} <= set(re.findall(r"\b(?:112|113|0800-\d{4})\b", page))
    for text in (said, *pages):
        assert set(re.findall(r"\b0800-\d{4}\b", text)) <= numbers
        assert set(re.findall(r"\b085[ -]?273[ -]?3339\b", text)) <= {facts["phone"]}


def test_no_lock_file_names_a_registry():
    for path in (ROOT / "requirements.lock", ROOT / "web" / "requirements.lock", WIDGET / "package-lock.json"):
        assert not re.search(r"https?://", path.read_text(encoding="utf-8")), path.name
