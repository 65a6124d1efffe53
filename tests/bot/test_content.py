"""The curated content: complete, sourced, and never replaced by something broken."""

import dataclasses
import datetime
import re
import shutil

import pytest
from support import CRISIS, FAMILIES, ROOT, SHARED, SLUGS

from bot.answers import ContentError, ContentStore, load_content, parse_answer
from bot.answers.__main__ import launch_list
from bot.answers.content import PLACEHOLDER, answer_files, format_answer
from bot.answers.render import render_answer

CONTENT = load_content(ROOT / "content")
FILES = answer_files(ROOT / "content")
NUMBER_WORDS = {
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "twaalf": 12,
    "zestien": 16,
}
SAYS_OF_ITSELF = re.compile(r"\b(screening|triage|risico-inschatting|behandelt je|monitort)\b|\bik (diagnosticeer|behandel)\b", re.I)
needs_sources = pytest.mark.skipif(not (SHARED / "sources").is_dir(), reason="the source documents are not here (set SHARED)")


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(ROOT / "content", tmp_path / "content")


def parts(answer):
    return [t for t in (answer.text, answer.simple, answer.more, answer.variant, answer.compare) if t]


def numbers(text):
    """The numbers in a text, as digits; what stands in a placeholder does not count."""
    text = PLACEHOLDER.sub(" ", text)
    found = set(re.findall(r"\d+", text))
    return found | {str(n) for word, n in NUMBER_WORDS.items() if re.search(rf"\b{word}\b", text, re.I)}


def source_lines(source):
    return (SHARED / "sources" / CONTENT.sources[source].file).read_text(encoding="utf-8").split("\n")


def test_every_family_has_its_answer_and_no_other_exists_but_crisis_texts():
    extra = {path.stem for path in (ROOT / "content" / "crisis").glob("*.md")}
    assert set(CONTENT.answers) - extra == set(SLUGS) and len(FAMILIES) == 78
    assert all(CONTENT.answers[slug].kind == "crisis" for slug in extra)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_in_canonical_form_round_trips_byte_for_byte(path):
    text = path.read_text(encoding="utf-8")
    assert format_answer(parse_answer(text, path.name)) == text


@needs_sources
@pytest.mark.parametrize("slug", SLUGS)
def test_each_claim_rests_on_lines_that_exist_and_say_something(slug):
    for claim in CONTENT.answers[slug].claims:
        if CONTENT.sources[claim.source].file:
            lines = source_lines(claim.source)
            assert claim.lines() and max(claim.lines()) <= len(lines), claim
            cited = " ".join(lines[n - 1] for n in claim.lines())
            assert len(cited.split()) >= 3, f"{claim.place} of {claim.source} is empty"


@needs_sources
@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_of_an_answer_stands_in_the_lines_it_cites(slug):
    answer = CONTENT.answers[slug]
    backed = set()
    for claim in answer.claims:
        if CONTENT.sources[claim.source].file:
            lines = source_lines(claim.source)
            backed |= numbers(" ".join(lines[n - 1] for n in claim.lines()))
        else:
            backed |= numbers(claim.text)
    for text in parts(answer):
        assert numbers(text) <= backed, f"{slug}: {sorted(numbers(text) - backed)} not in the cited lines"


@needs_sources
def test_no_sentence_of_a_source_is_copied():
    """Facts carry over, sentences do not: no run of ten words of an answer stands in a source."""
    runs = set()
    for source in ("blog", "factsheet"):
        said = re.findall(r"\w+", " ".join(source_lines(source)).lower())
        runs |= {tuple(said[i : i + 10]) for i in range(len(said) - 9)}
    for answer in CONTENT.answers.values():
        for text in parts(answer):
            said = re.findall(r"\w+", text.lower())
            assert not runs & {tuple(said[i : i + 10]) for i in range(len(said) - 9)}, answer.slug


def test_shipped_answers_claim_no_approval():
    for answer in CONTENT.answers.values():
        assert answer.status == "concept" and not (answer.owner or answer.approved_by or answer.last_review), answer.slug


def test_what_differs_from_the_newer_guideline_says_that_there_is_one():
    for slug in ("ndst_wat", "mbct_wat", "combinatie_medicatie", "opties_overzicht"):
        answer = CONTENT.answers[slug]
        assert any(c.conflict == "richtlijn_2024" for c in answer.claims), slug
        assert "richtlijn" in answer.text and "2024" in answer.text, slug
    assert any(c.conflict == "relaties_of_gedachten" for c in CONTENT.answers["vergelijk_ipt_cgt"].claims)


def test_the_emergency_numbers_are_right():
    facts = CONTENT.facts
    assert {k: facts[k] for k in ("112", "113", "0800-0113", "113.nl", "veilig_thuis", "kindertelefoon")} == {
        "112": "112",
        "113": "113",
        "0800-0113": "0800-0113",
        "113.nl": "113.nl",
        "veilig_thuis": "0800-2000",
        "kindertelefoon": "0800-0432",
    }
    assert CONTENT.emergency["113"]["free"] is True and CONTENT.emergency["veilig_thuis"]["free"] is True
    assert facts["phone"] == "085 273 3339"


def test_no_answer_types_a_phone_number_itself():
    for path in FILES:
        said = PLACEHOLDER.sub(" ", re.sub(r"^  place: .*$", "", path.read_text(encoding="utf-8"), flags=re.M))
        assert not re.search(r"\b(113|112|0800[- ]?\d+|085[ -]?273)\b", said), path.name


@pytest.mark.parametrize("slug", sorted(CRISIS))
def test_a_crisis_card_points_to_help_and_sells_nothing(slug):
    answer = CONTENT.answers[slug]
    number = {"crisis_acuut": "112", "geweld": "veilig_thuis"}.get(slug, "113")
    for text in (answer.text, answer.variant):
        assert "{" + number + "}" in text and "{112}" in text, slug
        assert "adviesgesprek" not in text and "chatbot" in text and len(text.split()) <= 110
    assert answer.kind == "crisis" and answer.referral == "never" and answer.text != answer.variant


def test_the_product_never_says_of_itself_what_it_is_not():
    texts = [t for a in CONTENT.answers.values() for t in parts(a)] + [str(v) for v in CONTENT.texts.values()]
    for text in texts:
        assert not SAYS_OF_ITSELF.search(text), text


def test_values_the_practice_has_not_filled_in_point_to_the_adviesgesprek():
    for slug in ("kosten_vergoeding", "wachttijd"):
        text = CONTENT.fill(CONTENT.answers[slug].text)
        assert "Dat hoor je in het gratis adviesgesprek, of bel 085 273 3339." in text
        assert not re.search(r"€|\beuro\b|\d+ (weken|maanden|dagen)", text)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_from_the_factsheet_shows_its_date(slug):
    answer = CONTENT.answers[slug]
    if answer.kind == "answer" and any(c.source == "factsheet" for c in answer.claims):
        assert "2021-02" in [s["date"] for s in render_answer(CONTENT, slug)["sources"]]


def test_every_fixed_line_that_the_code_uses_exists_and_every_line_is_used():
    code = "".join(p.read_text(encoding="utf-8") for folder in ("actions", "bot", "web/door") for p in (ROOT / folder).rglob("*.py"))
    unused = [key for key in CONTENT.texts if f'"{key}"' not in code]
    assert not unused
    used = set(re.findall(r'texts\["(\w+)"\]|(?:_text|_variant|_line)\((?:talk, )?content, "(\w+)"|Refused\(\d+, "(\w+)"\)', code))
    assert {name for names in used for name in names if name} <= set(CONTENT.texts)


def test_an_answer_past_its_review_date_is_flagged_and_still_loads(folder):
    path = folder / "answers" / "ipt_wat.md"
    path.write_text(re.sub(r"review_by: .*", "review_by: 2026-01-31", path.read_text(encoding="utf-8")), encoding="utf-8")
    answer = load_content(folder).answers["ipt_wat"]
    assert answer.is_past_review(datetime.date(2026, 2, 1)) and not answer.is_past_review(datetime.date(2026, 1, 31))


def test_new_sections_keep_their_order():
    order = [name for name in ("## Eenvoudig", "## Meer", "## Variant")]
    for path in FILES:
        places = [path.read_text(encoding="utf-8").find(name) for name in order]
        assert [p for p in places if p >= 0] == sorted(p for p in places if p >= 0), path.name


def spoil(folder, old, new, slug="ipt_wat"):
    path = folder / "answers" / f"{slug}.md"
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text, re.S | re.M), "the test spoils nothing"
    path.write_text(re.sub(old, new, text, count=1, flags=re.S | re.M), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (r"^claims:.*?(?=^follow_ups)", "claims: []\n", r"ipt_wat\.md:\d+: er staat geen bron bij dit antwoord"),
        (r"source: factsheet", "source: wikipedia", r"ipt_wat\.md:\d+: de bron 'wikipedia' staat niet in sources.yml"),
        (r"^follow_ups:\n", "follow_ups:\n- ipt_bestaat_niet\n", r"ipt_wat\.md:\d+: de vervolgvraag 'ipt_bestaat_niet' bestaat niet"),
        (r"^title: ", "title: [", r"ipt_wat\.md:\d+: de opmaak \(YAML\) klopt niet"),
        (r"\A---\n", "", r"ipt_wat\.md:1: het bestand begint niet met een kop"),
        (r"^referral: \w+", "referral: always", r"ipt_wat\.md:\d+: 'always' kan hier niet"),
        (r"^label: .*?$", "label: Een label dat veel te lang is voor een knop", r"ipt_wat\.md:\d+: het label is langer dan 32"),
        (r"^## Eenvoudig", "## Simpel", r"ipt_wat\.md:\d+: de tussenkop '## Simpel' is niet bekend"),
        (r"^slug: ipt_wat", "slug: ipt_watte", r"ipt_wat\.md:2: de slug 'ipt_watte' is niet gelijk"),
        (r"^review_by: .*?$", "review_by: morgen", r"ipt_wat\.md:\d+: 'morgen' is geen datum"),
        (r"^kind: answer$", "kind: answer\nkind: crisis", r"ipt_wat\.md:7: .*'kind' staat er twee keer"),
        (r"^## Eenvoudig\n", "## Eenvoudig\n\nBel {telefoon}.", r"ipt_wat\.md:\d+: '\{telefoon\}' is niet bekend"),
    ],
)
def test_a_broken_file_names_file_line_and_reason(folder, old, new, reason):
    spoil(folder, old, new)
    with pytest.raises(ContentError) as error:
        load_content(folder)
    assert re.search(reason, str(error.value)), error.value


def test_the_line_in_the_message_is_the_line_of_the_mistake(folder):
    spoil(folder, r"^referral: \w+", "referral: always")
    line = (folder / "answers" / "ipt_wat.md").read_text(encoding="utf-8").split("\n").index("referral: always") + 1
    with pytest.raises(ContentError, match=rf"ipt_wat\.md:{line}: 'always'"):
        load_content(folder)


def test_a_bad_set_never_replaces_a_good_one_and_a_mended_one_does(folder):
    store = ContentStore(folder, interval=0)
    before = store.current()
    spoil(folder, r"^claims:.*?(?=^follow_ups)", "claims: []\n")
    assert store.current() is before and "ipt_wat.md" in store.problem
    shutil.copy(ROOT / "content" / "answers" / "ipt_wat.md", folder / "answers" / "ipt_wat.md")
    spoil(folder, r"^title: .*?$", "title: Wat is IPT eigenlijk?")
    assert store.current().answers["ipt_wat"].title == "Wat is IPT eigenlijk?" and store.problem is None


def test_binary_rubbish_is_refused_by_name(folder):
    (folder / "answers" / "ipt_wat.md").write_bytes(b"\xff\xfe\x00rubbish")
    with pytest.raises(ContentError, match=r"ipt_wat\.md:1: het bestand is geen gewone tekst"):
        load_content(folder)


def test_the_launch_list_names_everything_still_to_be_approved_or_filled_in():
    said = "\n".join(f"{who}: {what}" for who, what in launch_list(CONTENT))
    for slug in SLUGS:
        assert f"approve {slug} " in said
    assert "two named clinicians: approve crisis_suicide" in said
    for needed in ("fees", "waiting_time", "opening_hours", "Bel 113", "richtlijn_2024", "relaties_of_gedachten", "due in 2023"):
        assert needed in said
    approved = dataclasses.replace(
        CONTENT.answers["ipt_wat"], status="goedgekeurd", owner="A", approved_by="B", last_review=datetime.date(2026, 11, 1)
    )
    later = dataclasses.replace(CONTENT, answers={**CONTENT.answers, "ipt_wat": approved})
    assert not any("approve ipt_wat " in what for _, what in launch_list(later))
