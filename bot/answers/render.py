"""From curated content to the messages of the chat API (see the contract in docs/chat-api.md).

A message here still lacks its `id`, and its buttons carry a `payload` for Rasa; the door gives the first and takes the
second away, so that nothing a browser sends is ever a command.
"""

import re

from bot.answers.content import PLACEHOLDER

SENTENCE = re.compile(r"[^.!?\n]+[.!?]+(?:\s+|$)|[^.!?\n]+(?:\n|$)|\n")
INTAKE = re.compile(r"adviesgesprek", re.I)


def tel(number):
    """`tel:` address of a Dutch number; short numbers stay as they are."""
    digits = re.sub(r"\D", "", number)
    return f"tel:{digits}" if len(digits) < 10 or digits.startswith("0800") else f"tel:+31{digits[1:]}"


def phone_link(content):
    number = content.practice["phone"]
    return {"label": f"Bel {number}", "url": tel(number)}


def intake_links(content):
    """How to come to the adviesgesprek: the practice's own page where it has filled one in, and the phone."""
    url = content.practice.get("intake_url")
    return ([{"label": "Plan een adviesgesprek", "url": url}] if url else []) + [phone_link(content)]


def emergency_link(content, line_id):
    line = content.emergency[line_id]
    return {"label": line["label"], "url": line.get("url") or tel(str(line["number"]))}


def emergency_links(content, text):
    """A link for each emergency line that `text` names, in the order in which it names them: the most fitting first."""
    named = dict.fromkeys(PLACEHOLDER.findall(text))
    return [emergency_link(content, key) for key in named if key in content.emergency]


def answer_button(content, slug):
    return {"label": content.answers[slug].label, "answer": slug, "payload": slug_payload(slug)}


def slug_payload(slug):
    """What Rasa gets when a visitor presses a button that leads to an answer."""
    return '/vraag{"answer": "%s"}' % slug


def message(kind, text, *, answer=None, buttons=(), links=(), sources=(), **optional):
    """A message of the contract; empty optional fields (more, simple, reason) are left out."""
    return {
        "kind": kind,
        "text": text,
        "answer": answer,
        "buttons": list(buttons),
        "links": list(links),
        "sources": list(sources),
        **{key: value for key, value in optional.items() if value},
    }


def sources_of(content, *answers):
    """The sources behind these answers, each once, in the order of sources.yml; own text counts only where nothing else does."""
    used = {claim.source for answer in answers for claim in answer.claims}
    documents = [s for s in content.sources.values() if s.id in used and s.file]
    shown = documents or [s for s in content.sources.values() if s.id in used]
    return [
        {"title": s.title, "publisher": s.publisher, "date": s.date and str(s.date), **({"url": s.url} if s.url else {})} for s in shown
    ]


def without_intake(content, text):
    """`text` without the sentences that point to the adviesgesprek, for the turns after a crisis; the phone takes their place."""
    if not text or not INTAKE.search(text):
        return text
    blocks = []
    for block in text.split("\n\n"):
        kept = "".join(part for part in SENTENCE.findall(block) if not INTAKE.search(part)).strip()
        if kept:
            blocks.append(kept)
    return "\n\n".join([*blocks, content.fill(content.texts["after_crisis_phone"])])


def answer_buttons(content, slugs, quiet_intake=False):
    """Buttons that lead to these answers, without those to the adviesgesprek where it is to be quiet about that."""
    return [answer_button(content, slug) for slug in slugs if not (quiet_intake and INTAKE.search(content.answers[slug].label))]


def render_answer(content, slug, *, variant=False, quiet_intake=False):
    """The message for one answer.

    variant: the other wording, where there is one, so that the same text need not be shown twice running.
    quiet_intake: leave out whatever points to the adviesgesprek (see `without_intake`).
    """
    answer = content.answers[slug]
    raw = answer.variant if variant and answer.variant else answer.text

    def ready(text):
        text = text and content.fill(text)
        return without_intake(content, text) if quiet_intake else text

    links = emergency_links(content, raw)
    if content.practice["phone"] in content.fill(raw):
        links += [phone_link(content)] if quiet_intake or slug not in ("intake_plannen", "intake_wat") else intake_links(content)
    is_information = answer.kind == "answer"
    return message(
        answer.kind,
        ready(raw),
        answer=slug,
        links=links,
        buttons=answer_buttons(content, answer.follow_ups, quiet_intake),
        sources=sources_of(content, answer) if is_information else (),
        more=ready(answer.more) if is_information else None,
        simple=ready(answer.simple) if is_information else None,
    )


def render_check_in(content, slug, *, variant=False, is_mention=False):
    """The answer `slug` as a question about danger: no sources, and nothing that points to the adviesgesprek.

    is_mention: the visitor only named the subject, so nothing is said of how they feel.
    """
    asked = {**render_answer(content, slug, variant=variant, quiet_intake=True), "kind": "checkin", "sources": []}
    if not is_mention:
        danger = content.texts["check_in_danger"]  # for what is no thought of one's own death, and may be as urgent
        links = [*emergency_links(content, danger), *asked["links"]]
        return {**asked, "text": f"{asked['text']}\n\n{content.fill(danger)}", "links": links}
    text = content.texts["check_in_mention"][int(variant)]
    return {**asked, "text": content.fill(text), "links": emergency_links(content, text), "more": None, "simple": None}
