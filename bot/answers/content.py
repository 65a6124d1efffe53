"""Read `content/` into one immutable set, or say precisely what is wrong with it.

A set loads whole or not at all: `load_content` collects every problem as `file:line: reason` (the reasons in Dutch,
for the staff who write the files) and raises `ContentError` when there is one. Who holds the last good set keeps it.
"""

import dataclasses
import datetime
import hashlib
import pathlib
import re
from functools import cached_property

import yaml

THEMES = ("geruststelling", "ipt", "therapieen", "effect", "verloop", "keuze", "terugval", "praktijk", "crisis", "gesprek")
KINDS = ("answer", "smalltalk", "crisis", "checkin")
STRENGTHS = ("bewezen", "aanwijzingen", "praktijk")
REFERRALS = ("never", "soft", "direct")
KEYS = (
    "slug",
    "title",
    "theme",
    "label",
    "kind",
    "topic",
    "compare",
    "narrows",
    "status",
    "claims",
    "follow_ups",
    "referral",
    "owner",
    "approved_by",
    "last_review",
    "review_by",
)
OPTIONAL_KEYS = {"compare", "narrows"}
CLAIM_KEYS = ("text", "strength", "source", "place", "conflict")
SECTIONS = {"Eenvoudig": "simple", "Meer": "more", "Variant": "variant"}
MAX_LABEL = 32  # characters: what fits on one line of a button at 320 px
PLACE = re.compile(r"\d+(-\d+)?(, \d+(-\d+)?)*")
PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")


class ContentError(Exception):
    """The content cannot be used; `problems` lists every reason as `file:line: reason`."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("De inhoud is niet geladen:\n" + "\n".join(f"  {p}" for p in self.problems))


@dataclasses.dataclass(frozen=True)
class Source:
    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    file: str | None = None
    review_by: datetime.date | None = None
    note: str | None = None


@dataclasses.dataclass(frozen=True)
class Claim:
    """One fact, how strong it is, and the lines of the source that it rests on."""

    text: str
    strength: str
    source: str
    place: str | None = None
    conflict: str | None = None

    def lines(self):
        """The cited line numbers (counted from 1), empty for a source without lines."""
        numbers = []
        for part in (self.place or "").split(", "):
            if part:
                first, _, last = part.partition("-")
                numbers += range(int(first), int(last or first) + 1)
        return numbers


@dataclasses.dataclass(frozen=True)
class Answer:
    """One answer file. `text`, `simple`, `more` and `variant` still hold their placeholders.

    topic: the therapy that it is about, by its short name; compare: that therapy in a sentence or two, to put beside another;
    narrows: the general questions that this answer answers for its therapy ("voorkomt dat terugval?", asked of IPT).
    """

    slug: str
    title: str
    theme: str
    label: str
    kind: str
    topic: str | None
    compare: str | None
    narrows: tuple
    status: str
    claims: tuple
    follow_ups: tuple
    referral: str
    owner: str | None
    approved_by: str | None
    last_review: datetime.date | None
    review_by: datetime.date | None
    text: str
    simple: str | None = None
    more: str | None = None
    variant: str | None = None

    def is_past_review(self, today=None):
        return bool(self.review_by) and self.review_by < (today or datetime.date.today())


@dataclasses.dataclass(frozen=True)
class Content:
    """A complete, validated set."""

    answers: dict
    sources: dict
    conflicts: dict
    texts: dict
    practice: dict
    emergency: dict
    version: str = ""  # the same for the same files

    @cached_property
    def facts(self):
        """What the placeholders stand for. Values the practice has not filled in point to the adviesgesprek."""
        empty = self.texts["empty_practice_value"]
        facts = {key: value if value not in (None, "") else empty for key, value in self.practice.items()}
        facts.update({line["id"]: str(line["number"]) for line in self.emergency.values() if line.get("number")})
        return facts

    def fill(self, text):
        """`text` with its placeholders replaced; a fact may itself hold one (a fee that names the phone)."""
        for _ in range(2):
            text = PLACEHOLDER.sub(lambda found: str(self.facts[found[1]]), text)
        return text

    def narrowed(self, slug, topic):
        """The slug of the answer that narrows the general question `slug` to therapy `topic`, or None."""
        return next((a.slug for a in self.answers.values() if a.topic == topic and slug in a.narrows), None)

    def topic_answer(self, topic):
        """The slug of the answer that defines therapy `topic`, or None."""
        return next((a.slug for a in self.answers.values() if a.topic == topic and a.compare), None)


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice, which YAML would let the last one win silently."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key_node.value}' staat er twee keer", key_node.start_mark)
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)


class _Dumper(yaml.SafeDumper):
    """Writes the canonical form: keys in their order, an empty value as nothing at all."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def _read_yaml(text, first_line=1):
    """The value and a map from each top-level key to its line. Raises (line, reason) as a ValueError."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ValueError(first_line + (mark.line if mark else 0), f"de opmaak (YAML) klopt niet: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ValueError(first_line, f"de opmaak (YAML) klopt niet: {error}") from error
    if not isinstance(value, dict):
        raise ValueError(first_line, "hier moeten regels van de vorm 'naam: waarde' staan")
    return value, {key.value: first_line + key.start_mark.line for key, _ in node.value}


def parse_answer(text, name="antwoord.md"):
    """One answer file as an `Answer`. Raises `ContentError` with every problem that the file shows on its own."""
    problems = []

    def problem(line, reason):
        problems.append(f"{name}:{line}: {reason}")

    head = re.match(r"---\n(.*?)^---\n", text, re.S | re.M)
    if not head:
        raise ContentError([f"{name}:1: het bestand begint niet met een kop tussen twee regels '---'"])
    try:
        meta, lines = _read_yaml(head[1], first_line=2)
    except ValueError as error:
        raise ContentError([f"{name}:{error.args[0]}: {error.args[1]}"]) from error

    for key in meta:
        if key not in KEYS:
            problem(lines[key], f"'{key}' is hier niet bekend")
    for key in KEYS:
        if key not in meta and key not in OPTIONAL_KEYS:
            problem(1, f"'{key}' ontbreekt in de kop")
    if problems:
        raise ContentError(problems)

    stem = pathlib.PurePath(name).stem
    for key in ("slug", "title", "label"):
        if not isinstance(meta[key], str) or not meta[key].strip():
            problem(lines[key], f"'{key}' is leeg of geen tekst")
    if meta["slug"] != stem:
        problem(lines["slug"], f"de slug '{meta['slug']}' is niet gelijk aan de naam van het bestand")
    if isinstance(meta["label"], str) and len(meta["label"]) > MAX_LABEL:
        problem(lines["label"], f"het label is langer dan {MAX_LABEL} tekens")
    for key, allowed in (("theme", THEMES), ("kind", KINDS), ("referral", REFERRALS)):
        if meta[key] not in allowed:
            problem(lines[key], f"'{meta[key]}' kan hier niet; kies uit: {', '.join(allowed)}")
    for key in ("last_review", "review_by"):
        if meta[key] is not None and not isinstance(meta[key], datetime.date):
            problem(lines[key], f"'{meta[key]}' is geen datum (jjjj-mm-dd)")
    follow_ups = meta["follow_ups"]
    if not isinstance(follow_ups, list) or not all(isinstance(slug, str) for slug in follow_ups):
        problem(lines["follow_ups"], "follow_ups is geen lijst van slugs")
        follow_ups = []
    claims = _parse_claims(meta["claims"], lines["claims"], problem)

    first_body_line = text[: head.end()].count("\n") + 1
    sections = _split_body(text[head.end() :], first_body_line, problem)
    if not sections["text"]:
        problem(first_body_line, "het antwoord zelf is leeg")
    if problems:
        raise ContentError(problems)
    return Answer(
        slug=meta["slug"],
        title=meta["title"],
        theme=meta["theme"],
        label=meta["label"],
        kind=meta["kind"],
        topic=meta["topic"],
        compare=meta.get("compare"),
        narrows=tuple(meta.get("narrows") or ()),
        status=meta["status"],
        claims=tuple(claims),
        follow_ups=tuple(follow_ups),
        referral=meta["referral"],
        owner=meta["owner"],
        approved_by=meta["approved_by"],
        last_review=meta["last_review"],
        review_by=meta["review_by"],
        **sections,
    )


def _parse_claims(raw, line, problem):
    if not isinstance(raw, list) or not raw:
        problem(line, "er staat geen bron bij dit antwoord: claims is leeg")
        return []
    claims = []
    for number, item in enumerate(raw, 1):
        if not isinstance(item, dict) or not {"text", "strength", "source"} <= set(item) or set(item) - set(CLAIM_KEYS):
            problem(line, f"claim {number} heeft niet precies de velden {', '.join(CLAIM_KEYS)} (conflict mag weg)")
            continue
        place = None if item.get("place") is None else str(item["place"])
        if item["strength"] not in STRENGTHS:
            problem(line, f"claim {number}: sterkte '{item['strength']}' kan niet; kies uit: {', '.join(STRENGTHS)}")
        if not item["source"]:
            problem(line, f"claim {number} heeft geen bron")
        if place is not None and not PLACE.fullmatch(place):
            problem(line, f"claim {number}: plaats '{place}' is geen reeks regels zoals 18-28, 90")
            place = None
        claims.append(
            Claim(text=item["text"], strength=item["strength"], source=item["source"], place=place, conflict=item.get("conflict"))
        )
    return claims


def _split_body(body, first_line, problem):
    """The sections of the body by field name; each heading once, in any order."""
    sections = {"text": "", **dict.fromkeys(SECTIONS.values())}
    current, kept, order = "text", [], []

    def close():
        sections[current] = "\n".join(kept).strip("\n") or (None if current != "text" else "")

    for number, line in enumerate(body.split("\n"), first_line):
        if line.startswith("#"):
            name = line.removeprefix("## ").strip()
            if name not in SECTIONS:
                problem(number, f"de tussenkop '{line}' is niet bekend; kies uit: {', '.join('## ' + s for s in SECTIONS)}")
                continue
            close()
            current, kept = SECTIONS[name], []
            if current in order:
                problem(number, f"'{line}' staat er twee keer")
            order.append(current)
        else:
            kept.append(line)
    close()
    return sections


def format_answer(answer):
    """The canonical file of `answer`; `parse_answer` of it gives the same answer, byte for byte."""
    claims = [
        {
            key: value
            for key, value in (
                ("text", c.text),
                ("strength", c.strength),
                ("source", c.source),
                ("place", int(c.place) if c.place and c.place.isdigit() else c.place),
                ("conflict", c.conflict),
            )
            if key != "conflict" or value
        }
        for c in answer.claims
    ]
    meta = {key: getattr(answer, key) for key in KEYS if key not in OPTIONAL_KEYS or getattr(answer, key)}
    meta.update(claims=claims, follow_ups=list(answer.follow_ups))
    if answer.narrows:
        meta["narrows"] = list(answer.narrows)
    head = yaml.dump(meta, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9)
    head = "\n".join(line.rstrip() for line in head.split("\n"))
    body = [answer.text]
    for heading, field in SECTIONS.items():
        if getattr(answer, field):
            body += [f"## {heading}", getattr(answer, field)]
    return f"---\n{head}---\n\n" + "\n\n".join(body) + "\n"


def answer_files(folder):
    """The files of `folder` that hold an answer: one for each family of questions, and the crisis texts that no question leads to."""
    return sorted([*(folder / "answers").glob("*.md"), *(folder / "crisis").glob("*.md")])


def load_content(folder):
    """The whole of `folder` as `Content`. Raises `ContentError` naming every file, line and reason."""
    folder = pathlib.Path(folder)
    problems = []
    answers, texts_of, places = {}, {}, {}
    for path in answer_files(folder):
        name = f"{folder.name}/{path.parent.name}/{path.name}"
        try:
            raw = path.read_text(encoding="utf-8")
            answers[path.stem] = parse_answer(raw, name)
            texts_of[path.stem], places[path.stem] = raw, name
        except UnicodeDecodeError:
            problems.append(f"{name}:1: het bestand is geen gewone tekst (UTF-8)")
        except OSError as error:
            problems.append(f"{name}:1: niet te lezen ({error.strerror})")
        except ContentError as error:
            problems += error.problems
    if not answers and not problems:
        problems.append(f"{folder.name}/answers:1: er staat geen enkel antwoord in deze map")
    loose = {name: _load_settings(folder / name, problems) for name in ("sources.yml", "texts.yml", "practice.yml", "emergency.yml")}
    if problems:
        raise ContentError(problems)
    try:
        sources = {s["id"]: Source(**s) for s in loose["sources.yml"]["sources"]}
        conflicts = {c["id"]: c["text"] for c in loose["sources.yml"]["conflicts"]}
        emergency = {line["id"]: line for line in loose["emergency.yml"]["lines"]}
    except (KeyError, TypeError) as error:
        raise ContentError([f"{folder.name}/sources.yml of emergency.yml:1: veld ontbreekt of is onbekend ({error})"]) from error
    content = Content(
        answers=answers,
        sources=sources,
        conflicts=conflicts,
        texts=loose["texts.yml"],
        practice=loose["practice.yml"],
        emergency=emergency,
        version=hashlib.sha256(repr((sorted(texts_of.items()), loose)).encode()).hexdigest()[:12],
    )
    _check_references(content, texts_of, places, folder.name, problems)
    if problems:
        raise ContentError(problems)
    return content


def _load_settings(path, problems):
    name = f"{path.parent.name}/{path.name}"
    try:
        return _read_yaml(path.read_text(encoding="utf-8"))[0]
    except OSError as error:
        problems.append(f"{name}:1: niet te lezen ({error.strerror})")
    except ValueError as error:
        problems.append(f"{name}:{error.args[0]}: {error.args[1]}")
    return {}


def _check_references(content, raw, places, folder, problems):
    """What only the set as a whole can show: slugs, sources, conflicts, labels and placeholders that lead nowhere."""
    for required in ("empty_practice_value", "unknown", "storing"):
        if required not in content.texts:
            problems.append(f"{folder}/texts.yml:1: '{required}' ontbreekt")
    for required in ("phone", "retention"):
        if not content.practice.get(required):
            problems.append(f"{folder}/practice.yml:1: '{required}' is leeg")
    if problems:
        return
    labels = {}
    for answer in content.answers.values():
        text = raw[answer.slug]

        def problem(needle, reason, slug=answer.slug, text=text):
            line = text[: max(text.find(needle), 0)].count("\n") + 1
            problems.append(f"{places[slug]}:{line}: {reason}")

        for slug in (*answer.follow_ups, *answer.narrows):
            if slug not in content.answers:
                problem(f"- {slug}", f"de vervolgvraag '{slug}' bestaat niet")
        for claim in answer.claims:
            if claim.source not in content.sources:
                problem(f"source: {claim.source}", f"de bron '{claim.source}' staat niet in sources.yml")
            elif content.sources[claim.source].file and not claim.place:
                problem(f"source: {claim.source}", f"de claim '{claim.text[:40]}' noemt geen regels van de bron")
            if claim.conflict and claim.conflict not in content.conflicts:
                problem(f"conflict: {claim.conflict}", f"het conflict '{claim.conflict}' staat niet in sources.yml")
        for name in PLACEHOLDER.findall(text):
            if name not in content.facts:
                problem("{" + name + "}", f"'{{{name}}}' is niet bekend in practice.yml of emergency.yml")
        if answer.label in labels:
            problem("label:", f"het label '{answer.label}' heeft {labels[answer.label]} ook al")
        labels[answer.label] = answer.slug
    for key, value in content.texts.items():
        for text in value if isinstance(value, list) else [value]:
            for name in PLACEHOLDER.findall(str(text)):
                if name not in content.facts:
                    problems.append(f"{folder}/texts.yml:1: '{key}' noemt '{{{name}}}', dat is niet bekend")
