"""What to do with a recognised message: plain functions, no Rasa in sight.

A message comes with a ranking of families; the conversation adds what it is about. Out comes one `Decision`.
"""

import dataclasses
import re

# Where the lines between answering, asking and admitting lie: read off a cross-validation over authors (`make calibrate`),
# where SURE leaves less than 5% wrong answers and the right one is among the three choices of nearly all other messages.
SURE = 0.68  # from this confidence on the answer is given
SURE_ENOUGH = 0.5  # the same where a mistake does little harm: "I cannot answer that", and what is said about the conversation itself
TORN = 0.55  # the first three together: enough to ask "bedoel je ...?"
LEAST_CHOICE = 0.06  # a family below this is not worth offering
BEST_GUESS = 0.35  # after a clarifying question the best guess is given from here on, rather than a second question
FAMILIAR = 0.86  # cosine with the nearest training example; below it lies what resembles nothing that was shown

# The second net, behind the door's own: the confidence of all crisis families together.
DANGER = 0.4  # from here on the card of the likeliest one
PERHAPS_DANGER = 0.2  # from here on a check-in, which asks gently and names 113

NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "half": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5, "paar": 2.5,
}  # fmt: skip
MONTHS = {"dag": 1 / 30, "week": 12 / 52, "maand": 1, "jaar": 12}
DURATION = re.compile(
    r"\b(?:(korter|minder|langer|meer)\s+(?:dan|als)\s+)?(?:een\s+)?(\d+|"
    + "|".join(NUMBERS)
    + r")\s+(dag|week|weken|wk|maand|mnd|jaar|jaren|jr)\w*",
    re.I,
)
# The same question with the opposite answer on either side of three months (factsheet, lines 151-167).
SHORT, LONG, BORDER = "lichte_depressie_kort", "lichte_depressie_lang", 3

OUTSIDE = "buiten_onderwerp"
CHECK_IN = "somber_delen"
FUNCTION_WORDS = set(
    """en de het een dan ook nee ja oke ok ik je u jij bedoel bedoelde bedoelt bedoeld wil weten wat is zijn over die dat dit
hoe zit met en maar of nog eens toch gewoon eigenlijk ah oh sorry ben bent wou vroeg niet graag iets meer vertel van voor
mij me aub""".split()
)
ANAPHORS = re.compile(
    r"\b(dat|die|dit|deze|het|t|zoiets|zo'n|zon|ze|hij|erbij|ermee|ervan|erover|eraan|daar\w*|hier\w*|dan|nog|ook)\b", re.I
)
POINTS_BACK = re.compile(r"(?<!\w)(dat|die|dit|deze|het|zoiets|ze)(?!\w)", re.I)  # a pronoun that the subject can stand in for
CONTINUES = re.compile(r"^\s*(en|maar|of|dus|ok|oke|oké|goed|ah|nee)\b", re.I)
COMPARES = re.compile(r"\b(verschil\w*|vergelijk\w*|versus|vs|tegenover|onderscheid\w*|verschilt|anders dan)\b", re.I)
NO = re.compile(r"^\s*(nee|neen|nope|liever niet|hoeft niet|laat maar|geen behoefte)\b", re.I)
REFUSES_TALK = re.compile(
    r"\b(hoef|wil|zoek|heb|hoeft|hoeven)\b[^.?!]{0,20}\b(geen|niet)\b[^.?!]{0,25}\b(adviesgesprek|gesprek|afspraak|intake)\b"
    r"|\bgeen\s+(behoefte|zin|interesse)\b[^.?!]{0,20}\b(gesprek|afspraak|adviesgesprek|intake)\b",
    re.I,
)


@dataclasses.dataclass(frozen=True)
class Context:
    """What the conversation is about just now."""

    last_answer: str | None = None
    topic: str | None = None
    last_kind: str | None = None
    offer: str | None = None


@dataclasses.dataclass(frozen=True)
class Decision:
    """`kind` is answer or checkin (one label), clarify (two or three) or unknown (none)."""

    kind: str
    labels: tuple = ()
    confidence: float = 0.0


def decide(text, ranking, familiarity, topics, context, content):
    """What to do with `text`.

    ranking: [(family or dialogue label, probability)], the most likely first; familiarity: 0 to 1 (see FamilyModel);
    topics: short names of the therapies that the message names; content: the current `Content`.
    """
    ranking = with_context(text, ranking, topics, context, content)
    risks = [(f, p) for f, p in ranking if f in content.answers and content.answers[f].kind == "crisis"]
    danger = sum(p for _, p in risks)
    if danger >= DANGER:
        return Decision("answer", (risks[0][0],), danger)
    if danger >= PERHAPS_DANGER:
        return Decision("checkin", (CHECK_IN,), danger)
    only = only_names(text, topics)
    if only and content.topic_answer(only):
        return Decision("answer", (content.topic_answer(only),), 1.0)
    if context.offer and NO.search(text) and len(text.split()) <= 5:
        return Decision("answer", ("nee",), 1.0)
    if COMPARES.search(text) and pair_to_compare(topics, context):
        return Decision("answer", ("vergelijken",), 1.0)
    if not ranking:
        return Decision("unknown")
    best, first = ranking[0]
    if familiarity < FAMILIAR and best != OUTSIDE:
        return Decision("unknown", confidence=first)
    if first >= (SURE_ENOUGH if best == OUTSIDE or best not in content.answers else SURE):
        return Decision("answer", (best,), first)
    choices = tuple(f for f, p in ranking[:3] if f in content.answers and f != OUTSIDE and p >= LEAST_CHOICE)
    if sum(p for _, p in ranking[:3]) >= TORN and choices:
        if context.last_kind == "clarify":  # asked once already: take the best guess rather than ask again
            return Decision("answer", (best,), first) if first >= BEST_GUESS else Decision("unknown", confidence=first)
        return Decision("clarify", choices, first)
    return Decision("unknown", confidence=first)


def with_context(text, ranking, topics, context, content):
    """`ranking` seen in the light of the conversation, normalised again.

    A therapy that is named rules out answers about another one; a message that leaves its subject out ("werkt dat ook tegen
    terugval?") leans towards the therapy that the conversation is about and to what naturally follows the last answer. A general
    question about one therapy goes to the answer that narrows it to that therapy, where there is one.
    """
    leans = not topics and is_follow_up(text)
    last = content.answers.get(context.last_answer)
    about = context.topic if leans else topics[0] if len(topics) == 1 else None
    if about:
        narrowed = {}
        for family, p in ranking:
            family = content.narrowed(family, about) or family
            narrowed[family] = narrowed.get(family, 0.0) + p
        ranking = list(narrowed.items())

    def weight(family):
        answer = content.answers.get(family)
        if answer is None:
            return 1.0
        if topics and answer.topic:
            return 1.6 if answer.topic in topics else 0.15
        if leans and context.topic and answer.topic:
            return 4.0 if answer.topic == context.topic else 0.3
        if leans and last and family in last.follow_ups:
            return 3.0
        if leans and family == context.last_answer and not answer.topic:
            return 0.3  # nobody asks the same thing again by "en ...?"
        return 1.0

    months = months_said(text)
    if months is not None:
        meant, other = (SHORT, LONG) if months < BORDER else (LONG, SHORT)
        both = sum(p for f, p in ranking if f in (meant, other))
        ranking = [(f, 0.9 * both if f == meant else 0.1 * both if f == other else p) for f, p in ranking]

    weighed = sorted(((f, p * weight(f)) for f, p in ranking), key=lambda pair: -pair[1])
    total = sum(p for _, p in weighed) + max(0.0, 1.0 - sum(p for _, p in ranking))
    return [(f, p / total) for f, p in weighed]


def months_said(text):
    """How long something has lasted, in months, as far as `text` says; None when it says nothing or stays on the border."""
    found = DURATION.search(text)
    if not found:
        return None
    limit, amount, unit = (part and part.lower() for part in found.groups())
    unit = {"wk": "week", "weken": "week", "mnd": "maand", "jr": "jaar", "jaren": "jaar"}.get(unit, unit)
    months = (float(amount) if amount.isdigit() else NUMBERS[amount]) * MONTHS[unit]
    if limit:
        months += -0.1 if limit in ("korter", "minder") else 0.1
    return None if amount == "paar" and unit == "maand" else months


def with_subject(text, subject):
    """`text` with its subject filled in, for a message that leaves it out: "werkt dat ook?" about IPT is "werkt IPT ook?"."""
    filled, times = POINTS_BACK.subn(f" {subject} ", text, count=1)
    return " ".join(filled.split()) if times else f"{subject}: {text}"


def only_names(text, topics):
    """The one therapy that is all a message says ("en cgt dan?", "nee ik bedoelde ACT"), else None."""
    if len(topics) != 1:
        return None
    words = re.findall(r"[\w'-]+", text.lower())
    content_words = [w for w in words if w not in FUNCTION_WORDS]
    is_question_of_its_own = re.search(r"\b(wat|hoe|werkt|helpt|verschil|beter|waarom)\b", text, re.I)
    return topics[0] if len(words) <= 6 and len(content_words) <= 2 and not is_question_of_its_own else None


def is_follow_up(text):
    """Whether a message leans on what was said before: short, and with a word that points back or a beginning that goes on."""
    return len(text.split()) <= 12 and bool(CONTINUES.search(text) or ANAPHORS.search(text))


def pair_to_compare(topics, context):
    """The two therapies to put side by side: both named, or one named and the other the subject of the conversation."""
    named = list(dict.fromkeys(topics))
    if len(named) == 1 and context.topic and context.topic != named[0]:
        named = [context.topic, named[0]]
    return tuple(named[:2]) if len(named) >= 2 else None


def refuses_talk(text):
    """Whether a message turns the adviesgesprek down while asking something else."""
    return bool(REFUSES_TALK.search(text))


def may_invite(policy, turn, invited_turn=None, refused=False, after_crisis=None):
    """Whether an answer with this referral policy (never, soft, direct) may carry an invitation to the adviesgesprek now.

    turn: number of the visitor's turn, from 1; invited_turn: that of the last invitation; after_crisis: turns since a crisis
    turn (0 in it), or None. A soft invitation waits for the second turn; at most one in any four; none while help comes first.
    """
    if policy == "never" or refused or after_crisis is not None:
        return False
    if invited_turn is not None and turn - invited_turn < 4:
        return False
    return policy == "direct" or turn >= 2
