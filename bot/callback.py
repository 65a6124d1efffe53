"""What a visitor types into the call-back form, read by plain functions."""

import re

import phonenumbers

QUESTION = re.compile(
    r"\?\s*$|^\s*(wat|hoe|waarom|wanneer|welke?|wie|waar|kan|kun|mag|moet|is|zijn|heb|krijg|wordt|werkt|helpt|duurt)\b", re.I
)
GREETING = r"^\s*((hoi|hallo|ja hoor|ja|goed|oke|oké|ok|prima|nou)[,\s]+)*"
INTRODUCTION = (
    r"(ik heet|mijn naam is|m'n naam is|mn naam is|u spreekt met|zeg maar|noteert? (u )?(dan|maar)?|schrijf maar op|naam:|met)\s*:?\s+"
)
NO_NAME = re.compile(
    r"\b(ik|mij|je|jij|jullie|u|wie|wat|hoe|waarom|niet|geen|niks|niets|gaat|wil|stop\w*|is|het|dat|dit|liever|later|straks)\b", re.I
)
BEFORE_A_NAME = re.compile(rf"{GREETING}({INTRODUCTION}|ik ben\s+)?", re.I)
INTRODUCES = re.compile(GREETING + INTRODUCTION, re.I)
AGREES = re.compile(
    r"^\W*(m?ja+|jawel|jazeker|jep|jup|yes|tuurlijk|natuurlijk|zeker|akkoord|prima|oke|oké|ok|goed|(dat )?mag|is goed|doe maar)\b", re.I
)
OBJECTS = re.compile(
    r"\b(nee|niet|geen|maar|nooit|liever|eerst|stop\w*|wie|wat|hoe|waarom|wanneer|welke?|waar|mag ik|kan ik|moe|bang)\b|\?", re.I
)
MOST_WORDS_OF_A_YES = 7
DECLINES = re.compile(r"^\W*(nee|neen|nope|laat maar|hoeft niet|toch niet)\b|\bliever niet\b|\bniet\b.{0,20}\b(ge)?beld?\w*", re.I)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(\s+[\w.'’-]+){0,4}")
MAX_MOMENT = 100  # characters


def read_name(text):
    """The name in `text`, or None when it does not look like one."""
    name = BEFORE_A_NAME.sub("", text).strip(" .,!")
    if QUESTION.search(text) or QUESTION.search(name) or NO_NAME.search(name):
        return None
    return name if NAME.fullmatch(name) and not re.search(r"\d", name) else None


def introduces_a_name(text):
    """Whether `text` says itself that a name follows."""
    return bool(INTRODUCES.search(text)) and read_name(text) is not None


def read_phone(text):
    """The phone number in `text` as +31612345678, or None when there is no valid one (Dutch, or with its country code)."""
    for match in phonenumbers.PhoneNumberMatcher(text, "NL", leniency=phonenumbers.Leniency.VALID):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return None


def agrees(text):
    """Whether `text` is a plain yes; one with a "but", a "not" or a question in it is none."""
    plain = re.sub(r"\bdoe (het )?maar\b", "", text, flags=re.I)
    return bool(AGREES.search(text)) and not OBJECTS.search(plain) and len(text.split()) <= MOST_WORDS_OF_A_YES


def declines(text):
    """Whether `text` says plainly that no call is wanted; "maakt niet uit" does not."""
    return bool(DECLINES.search(text))


def tried_a_number(text):
    """Whether someone meant to give a number, valid or not."""
    return len(re.findall(r"\d", text)) >= 3


def read_moment(text):
    """When someone likes to be called, in their own words; None for what is a question or too long."""
    moment = text.strip()
    return moment if moment and len(moment) <= MAX_MOMENT and not QUESTION.search(moment) else None
