"""What to do with a recognised message: plain functions, no Rasa in sight.

A message comes with a ranking of families; the conversation adds what it is about. Out comes one `Decision`.
"""

import dataclasses
import functools
import math
import pathlib
import re

import yaml

TERMS = pathlib.Path(__file__).parent / "nlu" / "terms" / "therapie.yml"

# Where the lines between answering, asking and admitting lie: read off a cross-validation over authors (`make calibrate`),
# where SURE leaves less than 5% wrong answers and the right one is among the three choices of nearly all other messages.
SURE = 0.57  # from this confidence on the answer is given
SURE_LEANING = 0.72  # the same for a follow-up, whose words say less: there 0.6 left 10% wrong answers
SURE_ALONE = 0.9  # from here on what asks for simpler words, more, the source or the same again needs no context to be clear
SURE_OF_BOTH = 0.8  # the same for each of two questions in one message, for two wrong answers are worse than one
SURE_ENOUGH = 0.5  # the same where a mistake does little harm: "I cannot answer that", and what is said about the conversation itself
TORN = 0.5  # the first three together: enough to ask "bedoel je ...?"
LEAST_REST = 0.2  # what must remain beside a yes or no, before that is taken for a mere beginning
LEAST_CHOICE = 0.06  # a family below this is not worth offering
BEST_GUESS = 0.35  # after a clarifying question the best guess is given from here on, rather than a second question
FAMILIAR = 0.85  # cosine with the nearest training example; below it lies what resembles nothing that was shown

LEANS = 0.5  # from here on a message is taken to lean on what was said before

# The second net, behind the door's own: the confidence of all crisis families together. Held back (`make calibrate`), 95% of the crisis
# examples lie above the first line and 98% above the second, of all others that are not sad themselves 0.2% and 0.5%.
DANGER = 0.3
PERHAPS_DANGER = 0.12  # from here on a check-in, which asks gently and names 113
# From where on it is the card of the likeliest one, by what the safety net heard in the same words: a concern, a word that names the
# subject, or nothing. Where that hears nothing the recogniser alone is wrong three times in four (of `data/safety`): then it asks.
CARD_FROM = {"concern": PERHAPS_DANGER, "mention": DANGER, None: math.inf}

NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "half": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5, "paar": 2.5,
}  # fmt: skip
MONTHS = {"dag": 1 / 30, "week": 12 / 52, "maand": 1, "jaar": 12}
DURATION = re.compile(
    r"\b(?:(?:(korter|minder|langer|meer)\s+(?:dan|als)|(nog\s+geen|net\s+geen|geen|bijna|hooguit|ruim))\s+)?(?:een\s+)?(\d+|"
    + "|".join(NUMBERS)
    + r")\s+(dag|week|weken|wk|maand|mnd|jaar|jaren|jr)\w*",
    re.I,
)
AGE = re.compile(r"\b(?:ben|bent|is|van|word|wordt|werd|was)\s+(?:nu |bijna |al )?\d+\s+(?:jaar|jr)$", re.I)
OLD = re.compile(r"\s*oud\b", re.I)
# The same question with the opposite answer on either side of three months (factsheet, lines 151-167).
SHORT, LONG, BORDER = "lichte_depressie_kort", "lichte_depressie_lang", 3

OUTSIDE = "buiten_onderwerp"
FOREIGN = "andere_taal"
SOMETHING_ELSE = "something_else"  # none of the choices of a clarifying question
CHECK_IN = "somber_delen"  # its answer asks whether there are thoughts of death
OFFER_OF_CHECK_IN = "answer:crisis_suicide"  # what a "ja" to that question means
# The card for each kind of danger, by its slug in content/answers/ or content/crisis/.
CARDS = {
    "acute": "crisis_acuut",
    "suicide": "crisis_suicide",
    "self_harm": "zelfbeschadiging",
    "violence": "geweld",
    "child": "kind_in_gevaar",
    "other_at_risk": "naaste_suicidaal",
}
FAMILY_OF_CARD = {"kind_in_gevaar": "geweld"}  # the family that its message carries, where that is not its own slug
SUPPORT = "nabestaande"  # the answer to a loss
REFUSED = "refused:"  # before an offer that was turned down: only who thinks better of it accepts it still
OF_THE_CONVERSATION = {"eenvoudiger", "meer_weten", "herhalen", "bron_vraag"}  # plain in themselves, after whichever answer
ABOUT_THE_LAST = {"bron_vraag", "eenvoudiger", "medewerker_spreken"}  # replies that leave the last answer the subject
FUNCTION_WORDS = set(
    """en de het een dan ook nee ja oke ok ik je u jij bedoel bedoelde bedoelt bedoeld wil weten wat is zijn over die dat dit
hoe zit met en maar of nog eens toch gewoon eigenlijk ah oh sorry ben bent wou vroeg niet graag iets meer vertel van voor
mij me aub""".split()
)
COMPARES = re.compile(r"\b(verschil\w*|vergelijk\w*|versus|vs|tegenover|onderscheid\w*|verschilt|anders dan)\b", re.I)
NO = re.compile(r"^\s*(nee|neen|nope|liever niet|hoeft niet|laat maar|geen behoefte)\b", re.I)
CHANGED_MIND = re.compile(r"\b(toch|eigenlijk)\b.{0,12}\b(wel|graag)\b", re.I)
NOT_A_YES = re.compile(r"\b(niet|geen|gaat|werkt|helpt)\b|\?", re.I)
NONE_OF_THEM = re.compile(
    r"^\W*(nee\W+)?(geen|niet een|niets) van (die|deze|dat|beide\w*|allebei|alle\w*|de)\b|^\W*geen(een)?\W*$"
    r"|^\W*(iets anders|anders)\W*$",
    re.I,
)
# Pointing by place: "die tweede", "de laatste van het rijtje". An ordinal before a word of its own ("de eerste keer") points at nothing.
PLACES = {
    "eerste": 0,
    "1e": 0,
    "bovenste": 0,
    "tweede": 1,
    "2e": 1,
    "derde": 2,
    "3e": 2,
    "vierde": 3,
    "4e": 3,
    "vijfde": 4,
    "laatste": -1,
    "onderste": -1,
}
MIDDLE, OTHER_ONE = "middelste", "andere"
POINTS = re.compile(
    r"\b(?:de|die|dat|deze|nr|nummer|optie)\s+(" + "|".join([*PLACES, MIDDLE, OTHER_ONE]) + r")\b"
    r"(?=\W*$|\W+(?:van|in|uit|dan|graag|daarvan|optie|alsjeblieft|aub|bedoel|bedoelde|lijkt)\b|\W*[,.?!])",
    re.I,
)
ASKS = r"(?:wat|hoe|hoeveel|waarom|wanneer|welke?|wie|waar|kan|kun|mag|moet|is|zijn|werkt|helpt|duurt|kost|bestaat|heb|krijg)\b"
BETWEEN_QUESTIONS = re.compile(rf"[?.!]+\s+(?:en |maar |of |ook )*|,?\s+en (?:ook )?(?={ASKS})", re.I)
IS_QUESTION = re.compile(rf"^(?:en |maar |of |dus )*{ASKS}|\?\s*$", re.I)
FEWEST_WORDS_OF_A_QUESTION = 3
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
    choices: tuple = ()  # slugs of what was listed last, in that order: the choices of a question, or the therapies in an answer

    @property
    def is_offered(self):
        """Whether a plain yes or no answers something now."""
        return bool(self.offer) and not self.offer.startswith(REFUSED)


@dataclasses.dataclass(frozen=True)
class Decision:
    """`kind` is answer (one label, or two for two questions), checkin (one), clarify (two or three) or unknown (none)."""

    kind: str
    labels: tuple = ()
    confidence: float = 0.0


def decide(text, ranking, familiarity, topics, context, content, alone=(), leaning=0.0, foreign=False, questions=(), heard_by_net=None):
    """What to do with `text`.

    ranking: [(family or dialogue label, probability)], the most likely first; familiarity: 0 to 1 (see FamilyModel);
    topics: short names of the therapies that the message names; content: the current `Content`; alone: the ranking of the message
    by itself, where danger shows that nobody speaks of after an answer; leaning: how much the message leans on
    what was said before, 0 to 1 (see FollowUpModel); foreign: whether it is surely in another language than Dutch; questions: the
    likeliest label and its probability for each of two questions in it (see `questions_in`), or nothing; heard_by_net: what the safety net
    heard in it that may be danger, one of `CARD_FROM`.
    """
    heard = ranking
    ranking = with_context(text, ranking, topics, context, content, leaning)
    risks, danger = _danger(content, ranking, heard, alone, questions)
    if danger >= CARD_FROM[heard_by_net]:
        return Decision("answer", (risks[0][0],), danger)
    if danger >= PERHAPS_DANGER:
        return Decision("checkin", (CHECK_IN,), danger)
    if alone and alone[0][0] in OF_THE_CONVERSATION and alone[0][1] >= SURE_ALONE:
        return Decision("answer", (alone[0][0],), alone[0][1])
    said = _said_of_the_conversation(text, ranking, topics, context, content)
    if said:
        return Decision("answer", (said,), 1.0)
    if foreign and not topics:
        return Decision("answer", (FOREIGN,), 1.0)
    asked = tuple(dict.fromkeys(f for f, p in questions if p >= SURE_OF_BOTH and _is_information(content, f)))
    if len(asked) == 2 and months_said(text) is None:
        return Decision("answer", asked, min(p for _, p in questions))
    if ranking and ranking[0][0] in ("ja", "nee") and (not context.is_offered or _says_more(text, ranking)):
        ranking = _without(ranking[0][0], ranking)  # only a way to begin
    if not ranking:
        return Decision("unknown")
    best, first = ranking[0]
    if familiarity < FAMILIAR and best != OUTSIDE:
        return Decision("unknown", confidence=first)
    sure = SURE_ENOUGH if best == OUTSIDE or best not in content.answers else SURE_LEANING if leaning >= LEANS else SURE
    if first >= sure:
        return Decision("answer", (best,), first)
    choices = tuple(f for f, p in ranking[:3] if f in content.answers and f != OUTSIDE and p >= LEAST_CHOICE)
    if sum(p for _, p in ranking[:3]) >= TORN and choices:
        if context.last_kind == "clarify":  # asked once already: take the best guess rather than ask again
            return Decision("answer", (best,), first) if first >= BEST_GUESS else Decision("unknown", confidence=first)
        return Decision("clarify", choices, first)
    return Decision("unknown", confidence=first)


def with_check_in(decision, content):
    """`decision` after the door heard what may be danger: a card stays a card, an answer comes behind the question, all else is that."""
    label = decision.labels[0] if decision.kind == "answer" else ""
    if label in content.answers and content.answers[label].kind == "crisis":
        return decision
    answered = (label,) if label == OUTSIDE or (_is_information(content, label) and label != CHECK_IN) else ()
    return Decision("checkin", (CHECK_IN, *answered), decision.confidence)


def _danger(content, *rankings):
    """The crisis families of the ranking in which they weigh most together, the likeliest first, and their weight."""
    risks = [[(f, p) for f, p in ranking if f in content.answers and content.answers[f].kind == "crisis"] for ranking in rankings]
    most = max(risks, key=lambda risk: sum(p for _, p in risk))
    return most, sum(p for _, p in most)


def _is_information(content, family):
    """Whether `family` has an answer of its own that may stand beside another."""
    return family in content.answers and content.answers[family].kind == "answer" and family not in ABOUT_THE_LAST | {OUTSIDE}


def thinks_better_of_it(text):
    """Whether someone who refused says that they would like to after all."""
    return bool(CHANGED_MIND.search(text)) and not NOT_A_YES.search(text) and len(text.split()) <= 8


def _said_of_the_conversation(text, ranking, topics, context, content):
    """The label of a message that is plain from the conversation alone, or None."""
    only = only_names(text, topics)
    if only and content.topic_answer(only):
        return content.topic_answer(only)
    pointed = pointed_at(text, context.choices, context.last_answer)
    if pointed in content.answers:
        return pointed
    if context.last_kind == "clarify" and NONE_OF_THEM.search(text):
        return SOMETHING_ELSE
    if context.offer and not context.is_offered and thinks_better_of_it(text):
        return "ja"
    if context.is_offered and NO.search(text) and len(text.split()) <= 3:
        return "nee"
    if COMPARES.search(text) and pair_to_compare(topics, context) and not _sure_of_something_else(ranking):
        return "vergelijken"
    return None


def _sure_of_something_else(ranking):
    """Whether words of comparing stand in a question that is surely not a comparison ("is de wachttijd voor CGT en IPT verschillend?")."""
    return bool(ranking) and ranking[0][1] >= SURE and not any(family.startswith("vergelijk") for family, _ in ranking[:3])


def _says_more(text, ranking):
    """Whether a message that begins with yes or no goes on to say something of its own ("nee, die andere bedoel ik")."""
    return len(text.split()) >= 5 and len(ranking) > 1 and ranking[1][1] >= 0.2


def _without(label, ranking):
    """`ranking` as it is when `label` cannot be meant, unless nothing likely remains."""
    rest = [(f, p) for f, p in ranking if f != label]
    total = sum(p for _, p in rest)
    likely = rest and total >= LEAST_REST and rest[0][1] / total >= BEST_GUESS
    return [(f, p / total) for f, p in rest] if likely else ranking


def with_context(text, ranking, topics, context, content, leaning=0.0):
    """`ranking` seen in the light of the conversation, normalised again.

    A therapy that is named rules out answers about another one. A general question about one therapy goes to the answer that narrows it
    to that therapy, where there is one. A message that leans on the last answer leans to what that answer leads to, and to the therapy
    it was about; after a clarifying question to one of its choices.
    """
    leans = leaning >= LEANS and not topics
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
        if context.last_kind == "clarify" and family in context.choices:
            return 3.0
        if leans and context.topic and answer.topic:  # what another therapy is may be asked by describing it, its details may not
            return 2.0 if answer.topic == context.topic else 1.0 if answer.compare else 0.2
        if leans and last and family in last.follow_ups:
            return 1.5
        return 1.0

    months = months_said(text)
    if months is not None:
        meant, other = (SHORT, LONG) if months < BORDER else (LONG, SHORT)
        both = sum(p for f, p in ranking if f in (meant, other))
        ranking = [(f, 0.9 * both if f == meant else 0.1 * both if f == other else p) for f, p in ranking]

    weighed = sorted(((f, p * weight(f)) for f, p in ranking), key=lambda pair: -pair[1])
    total = sum(p for _, p in weighed) + max(0.0, 1.0 - sum(p for _, p in ranking))
    return [(f, p / total) for f, p in weighed]


def questions_in(text):
    """The two questions that a message consists of, or () when it is one, or more than two ("wat is IPT en hoe lang duurt het?")."""
    parts = [part.strip() for part in BETWEEN_QUESTIONS.split(text) if part and part.strip()]
    if any(len(part.split()) < FEWEST_WORDS_OF_A_QUESTION for part in parts):
        return ()
    asked = tuple(part for part in parts if IS_QUESTION.search(part))
    return asked if len(asked) == len(parts) == 2 else ()


def months_said(text):
    """How long something has lasted, in months, as far as `text` says; None when it says nothing or stays on the border."""
    found = [match for match in DURATION.finditer(text) if not AGE.search(text[: match.end()]) and not OLD.match(text[match.end() :])]
    if not found:
        return None
    found = found[-1]
    limit, about, amount, unit = (part and part.lower() for part in found.groups())
    unit = {"wk": "week", "weken": "week", "mnd": "maand", "jr": "jaar", "jaren": "jaar"}.get(unit, unit)
    months = (float(amount) if amount.isdigit() else NUMBERS[amount]) * MONTHS[unit]
    if limit or about:
        months += 0.1 if limit in ("langer", "meer") or about == "ruim" else -0.1
    return None if months == BORDER or (amount == "paar" and unit == "maand") else months


def only_names(text, topics):
    """The one therapy that is all a message says ("en cgt dan?", "nee ik bedoelde ACT"), else None."""
    if len(topics) != 1:
        return None
    words = re.findall(r"[\w'-]+", text.lower())
    content_words = [w for w in words if w not in FUNCTION_WORDS]
    pattern, _ = _therapy_names()
    others = [w for w in re.findall(r"[\w'-]+", pattern.sub(" ", text.lower())) if w not in FUNCTION_WORDS]
    is_question_of_its_own = re.search(r"\b(wat|hoe|werkt|helpt|verschil|beter|waarom)\b", text, re.I)
    is_name = not others or len(content_words) == 1  # a single word is the name itself, misspelt
    return topics[0] if len(words) <= 6 and is_name and not is_question_of_its_own else None


def pointed_at(text, choices, last=None):
    """The one of `choices` that `text` points at by its place, or None. "De andere" is the one that `last` is not."""
    found = POINTS.search(text) if choices and len(text.split()) <= 9 else None
    if not found:
        return None
    word = found.group(1).lower()
    if word == OTHER_ONE:
        others = [choice for choice in choices if choice != last]
        return others[0] if len(others) == 1 else None
    place = len(choices) // 2 if word == MIDDLE else PLACES[word]
    return choices[place] if place < len(choices) else None


@functools.cache
def _therapy_names():
    """One pattern for all names of therapies, the longest first, and {name: short name}."""
    names = {name: short for short, names in yaml.safe_load(TERMS.read_text(encoding="utf-8")).items() for name in names}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.I), names


def therapies_in(text):
    """Short names of the therapies that a text of ours names, in the order of their first mention."""
    pattern, names = _therapy_names()
    return list(dict.fromkeys(names[found.group().lower()] for found in pattern.finditer(text)))


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
