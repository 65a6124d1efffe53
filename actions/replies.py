"""The bot's replies: plain functions from a conversation and the content to messages and slot values.

Every function takes `(talk, content)` and returns a `Reply`. No text stands here: all of it is in `content/`.
"""

import dataclasses

from bot import dialogue
from bot.answers import render
from bot.answers.render import message

# What a bare "ja" means after these answers: the first asks whether there are thoughts of death.
OFFERS = {dialogue.CHECK_IN: dialogue.OFFER_OF_CHECK_IN, "medewerker_spreken": "callback", "intake_wat": "intake"}
CALLBACK_BUTTON_SLUGS = {"intake_plannen", "intake_wat", "contact"}
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()


@dataclasses.dataclass
class Reply:
    """Messages for the visitor, and the slots that change."""

    messages: list
    slots: dict = dataclasses.field(default_factory=dict)


def respond(talk, content):
    """The reply to a typed message or a pressed button, whatever it turns out to be."""
    reply = _respond(talk, content, talk.decide(content))
    if dialogue.refuses_talk(talk.text):
        reply.slots["referral_refused"] = True
    return reply


def _respond(talk, content, decision):
    if decision.kind == "unknown":
        return unknown(talk, content)
    if decision.kind == "clarify":
        return clarify(talk, content, decision.labels)
    label = decision.labels[0]
    if decision.kind == "checkin":
        return check_in(talk, content, *decision.labels)
    if len(decision.labels) == 2:  # two questions in one message
        first, second = (answer(talk, content, slug) for slug in decision.labels)
        first = without_invitation(first)
        return Reply(first.messages + second.messages, {**first.slots, **second.slots})
    last = content.answers.get(talk.context.last_answer)
    if last and label == last.slug and talk.leaning >= dialogue.LEANS and label not in OFFERS:
        # "Hoezo?" asks for other words than the same again: first the detail, then the simple version, then the answer itself.
        other = {"answer": last.more or last.simple, "more": last.simple}.get(talk.context.last_kind)
        if other:
            reply = _about(talk, content, last, other, label)
            reply.slots["last_kind"] = "more" if other == last.more else "simple"
            return reply
    return DIALOGUE.get(label, lambda t, c: answer(t, c, label))(talk, content)


def answer(talk, content, slug):
    """The curated answer `slug`, with an invitation to the adviesgesprek where that fits."""
    if slug == dialogue.SOMETHING_ELSE:
        return _line(talk, content, "something_else_reply", kind="smalltalk")
    if slug not in content.answers:  # a label without an answer yet, or a button of an older set
        return unknown(talk, content)
    found = content.answers[slug]
    again = slug in (talk.context.last_answer, talk.context.last_kind)
    reply = render.render_answer(content, slug, variant=again, quiet_intake=_after_crisis(talk))
    slots = {"offer": OFFERS.get(slug), "last_kind": reply["kind"]}
    if slug == dialogue.OUTSIDE:
        if again or talk.context.last_kind == "unknown":
            return unknown(talk, content, again=True)
        reply["kind"], slots["last_kind"] = "fallback", slug
    if found.kind == "answer" and slug not in dialogue.ABOUT_THE_LAST | {dialogue.OUTSIDE}:
        slots["last_answer"] = slug
        slots["topic"] = _topic_after(talk, found)
        listed = [content.topic_answer(topic) for topic in dialogue.therapies_in(content.fill(found.text)) if topic != found.topic]
        if len(listed) > 1:
            slots["choices"] = [slug for slug in dict.fromkeys(listed) if slug]
    if slug in CALLBACK_BUTTON_SLUGS and not _after_crisis(talk):
        reply["buttons"].insert(0, _callback_button(content))
    # Where the answer itself asks something, an invitation would take the yes to that.
    policy = "never" if OFFERS.get(slug, "").startswith("answer:") else found.referral
    return with_invitation(talk, content, Reply([reply], slots), policy)


def without_invitation(reply):
    """`reply` as if it had not invited: neither the message nor what the conversation would remember of it."""
    if all(m["kind"] != "referral" for m in reply.messages):
        return reply
    slots = {name: value for name, value in reply.slots.items() if name not in ("offer", "invited_turn", "invitations")}
    return Reply([m for m in reply.messages if m["kind"] != "referral"], slots)


def with_invitation(talk, content, reply, policy):
    """`reply` with an invitation added where the referral policy and the conversation allow one."""
    refused = bool(talk.slots.get("referral_refused")) or dialogue.refuses_talk(talk.text)
    if dialogue.may_invite(policy, talk.turn, talk.slots.get("invited_turn"), refused, talk.after_crisis):
        count = int(talk.slots.get("invitations") or 0)
        variants = content.texts["invite_direct" if policy == "direct" else "invite_soft"]
        reply.messages.append(
            message(
                "referral",
                content.fill(variants[count % len(variants)]),
                links=render.intake_links(content),
                buttons=[
                    {"label": content.texts["invite_yes"], "answer": "intake_plannen", "payload": render.slug_payload("intake_plannen")},
                    _callback_button(content),
                    {"label": content.texts["invite_no"], "payload": "/nee"},
                ],
            )
        )
        reply.slots.update(offer="intake", invited_turn=talk.turn, invitations=count + 1)
    return reply


def clarify(talk, content, slugs):
    """Ask which of at most three subjects was meant."""
    buttons = [render.answer_button(content, slug) for slug in slugs]
    buttons.append({"label": content.texts["something_else"], "payload": render.slug_payload(dialogue.SOMETHING_ELSE)})
    text = _variant(content, "clarify", talk.turn)
    slots = {"offer": f"answer:{slugs[0]}", "last_kind": "clarify", "choices": list(slugs)}
    return Reply([message("clarify", text, buttons=buttons)], slots)


def check_in(talk, content, slug, asked=None):
    """For doubt about danger: ask gently, name 113, invite to nothing. `asked`: the answer to what was asked beside it."""
    slots = {"offer": OFFERS[slug], "last_kind": "checkin", "last_answer": slug}
    if asked is None:
        again = talk.context.last_answer == slug
        return Reply([render.render_check_in(content, slug, variant=again, is_mention=talk.is_mention)], slots)
    texts = content.texts["check_in"]
    text = texts[talk.turn % len(texts)]
    first = message("checkin", content.fill(text), answer=slug, links=render.emergency_links(content, text))
    second = render.render_answer(content, asked, quiet_intake=True)
    if asked == dialogue.OUTSIDE:
        return Reply([first, {**second, "kind": "fallback"}], slots)
    return Reply([first, second], {**slots, "last_answer": asked, "topic": _topic_after(talk, content.answers[asked])})


def unknown(talk, content, again=False):
    """Admit it, with a tip; the second time in a row offer a person."""
    if again or talk.context.last_kind in ("unknown", dialogue.OUTSIDE):
        reply = message(
            "fallback", _text(content, "unknown_again"), links=[render.phone_link(content)], buttons=[_callback_button(content)]
        )
        return Reply([reply], {"offer": "callback", "last_kind": "unknown"})
    buttons = render.answer_buttons(content, content.answers["wat_kun_je"].follow_ups)
    return Reply([message("fallback", _variant(content, "unknown", talk.turn), buttons=buttons)], {"offer": None, "last_kind": "unknown"})


def source(talk, content):
    """Where the last answer comes from, and of what date."""
    last = content.answers.get(talk.context.last_answer)
    if last is None:
        return answer(talk, content, "bron_vraag")
    used = {claim.source for claim in last.claims}
    lines = []
    for item in content.sources.values():
        if item.id in used:
            date = dutch_date(item.date) if item.date else content.texts["date_unknown"]
            lines.append(f"- {item.title} ({date})" + (f". {item.note}" if item.note else ""))
    text = "\n\n".join([content.texts["source_intro"], "\n".join(lines)])
    conflicts = [content.conflicts[c.conflict] for c in last.claims if c.conflict]
    text = "\n\n".join([text, *dict.fromkeys(conflicts)])
    return _about(talk, content, last, text, "bron_vraag")


def simplify(talk, content):
    """The simple version of the last answer."""
    last = content.answers.get(talk.context.last_answer)
    if last is None or not last.simple:
        return answer(talk, content, "eenvoudiger")
    return _about(talk, content, last, last.simple, "eenvoudiger")


def more(talk, content):
    """The further detail of the last answer."""
    last = content.answers.get(talk.context.last_answer)
    if last is None or not last.more:
        return _line(talk, content, "more_none", buttons=last.follow_ups if last else content.answers["wat_kun_je"].follow_ups)
    return _about(talk, content, last, last.more, last.slug)


def repeat(talk, content):
    """The last answer again."""
    if talk.context.last_answer not in content.answers:
        return _line(talk, content, "repeat_none", buttons=content.answers["wat_kun_je"].follow_ups)
    reply = render.render_answer(content, talk.context.last_answer, quiet_intake=_after_crisis(talk))
    return Reply([reply], {"offer": None, "last_kind": "answer"})


def compare(talk, content):
    """Two therapies side by side: one message each, and that the choice is made together."""
    if talk.medication and talk.topics:
        return answer(talk, content, "therapie_of_medicatie")
    pair = dialogue.pair_to_compare(talk.topics, talk.context)
    if pair is None:
        return _line(talk, content, "compare_which", buttons=["opties_overzicht"])
    if set(pair) == {"ipt", "cgt"}:
        return answer(talk, content, "vergelijk_ipt_cgt")
    messages = []
    for topic in pair:
        found = content.answers[content.topic_answer(topic)]
        messages.append(message("answer", content.fill(found.compare), answer=found.slug, sources=render.sources_of(content, found)))
    messages[-1]["text"] += "\n\n" + _text(content, "compare_close")
    messages[-1]["buttons"] = [render.answer_button(content, slug) for slug in ("beste_therapie", "start_keuze")]
    return with_invitation(
        talk,
        content,
        Reply(messages, {"offer": None, "last_kind": "answer", "topic": pair[-1], "last_answer": messages[-1]["answer"]}),
        "soft",
    )


def reassure(talk, content):
    """Warm and never a verdict; from the second plea on it points to a person. Each plea gets other words."""
    pleas = int(talk.slots.get("pleas") or 0)
    variants = content.texts["reassurance"]
    index = pleas if pleas < len(variants) else 1 + (pleas - 1) % (len(variants) - 1)
    text = content.fill(variants[index])
    text = render.without_intake(content, text) if _after_crisis(talk) else text
    links = render.emergency_links(content, variants[index]) + ([render.phone_link(content)] if "{phone}" in variants[index] else [])
    reply = message(
        "answer",
        text,
        answer="somber_delen",
        links=links,
        buttons=[render.answer_button(content, slug) for slug in ("geruststelling_averechts", "anders_steun_zoeken")],
    )
    return Reply([reply], {"pleas": pleas + 1, "offer": None, "last_kind": "answer"})


def decline_to_choose(talk, content):
    """No therapy is chosen for anyone; instead what helps to choose, and what to ask."""
    reply = answer(talk, content, "start_keuze")
    reply.messages[0]["text"] = _text(content, "decline_to_choose") + "\n\n" + reply.messages[0]["text"]
    return reply


def accept(talk, content):
    """Yes to what was offered last."""
    offer = talk.accepted
    if offer == "intake":
        return answer(talk, content, "intake_plannen")
    if offer.startswith("answer:"):
        return answer(talk, content, offer.partition(":")[2])
    return _line(talk, content, "yes_nothing", answer="dank", kind="smalltalk", buttons=content.answers["wat_kun_je"].follow_ups)


def decline(talk, content):
    """No to what was offered last; a refused adviesgesprek stays refused."""
    offer = (talk.slots.get("offer") or "").removeprefix(dialogue.REFUSED)
    if offer in ("intake", "callback") or dialogue.refuses_talk(talk.text):
        text = _variant(content, "invite_refused", talk.turn)
        slots = {"offer": dialogue.REFUSED + offer if offer else None, "last_kind": "smalltalk", "referral_refused": True}
        return Reply([message("smalltalk", text, answer="dank")], slots)
    if talk.context.last_kind == "clarify":
        return _line(talk, content, "something_else_reply", kind="smalltalk")
    return _line(talk, content, "no_nothing", answer="dank", kind="smalltalk")


def callback_offer(talk, content):
    """How to reach a person, with the button that starts the call-back form."""
    reply = answer(talk, content, "medewerker_spreken")
    reply.messages[0]["buttons"].insert(0, _callback_button(content))
    return reply


DIALOGUE = {
    "bron_vraag": source,
    "eenvoudiger": simplify,
    "meer_weten": more,
    "herhalen": repeat,
    "vergelijken": compare,
    "bevestiging_vragen": reassure,
    "kies_voor_mij": decline_to_choose,
    "ja": accept,
    "nee": decline,
    "annuleren": decline,
    "medewerker_spreken": callback_offer,
}


def dutch_date(date):
    """'2021-02' as 'februari 2021', '2021-02-03' as '3 februari 2021'."""
    year, *rest = str(date).split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*words, *([MONTHS[int(rest[0]) - 1]] if rest else []), year])


def _after_crisis(talk):
    """Whether help comes first still: the turn after a crisis turn points to people by phone, not to the adviesgesprek."""
    return talk.after_crisis is not None and talk.after_crisis <= 1


def _topic_after(talk, found):
    """The therapy that the conversation is about after the answer `found`; it fades when the subject is no therapy any more."""
    if found.topic or talk.topics:
        return found.topic or talk.topics[-1]
    return None if found.theme == "geruststelling" else talk.slots.get("topic")


def _callback_button(content):
    return {"label": content.texts["callback_button"], "answer": "medewerker_spreken", "payload": "/medewerker_spreken"}


def _about(talk, content, last, text, slug):
    """`text`, said about the answer `last`, with its sources and follow-ups."""
    quiet = _after_crisis(talk)
    text = content.fill(text)
    text = render.without_intake(content, text) if quiet else text
    buttons = render.answer_buttons(content, last.follow_ups, quiet)
    reply = message("answer", text, answer=slug, sources=render.sources_of(content, last), buttons=buttons)
    return Reply([reply], {"offer": None, "last_kind": "answer"})


def _text(content, key):
    return content.fill(content.texts[key])


def _variant(content, key, turn):
    variants = content.texts[key]
    return content.fill(variants[turn % len(variants)])


def _line(talk, content, key, *, kind="fallback", answer=None, buttons=()):
    """One fixed line as a reply."""
    raw = content.texts[key]
    links = [render.phone_link(content)] if "{phone}" in raw else []
    reply = message(
        kind, content.fill(raw), answer=answer, links=links, buttons=render.answer_buttons(content, buttons, _after_crisis(talk))
    )
    return Reply([reply], {"offer": None, "last_kind": kind})
