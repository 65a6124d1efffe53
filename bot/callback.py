"""What a visitor types into the call-back form, read by plain functions."""

import re

import phonenumbers

QUESTION = re.compile(
    r"\?\s*$|^\s*(wat|hoe|waarom|wanneer|welke?|wie|waar|kan|kun|mag|moet|is|zijn|heb|krijg|wordt|werkt|helpt|duurt)\b", re.I
)
GREETING = r"^\s*((hoi|hallo|ja hoor|ja|goed|oke|oké|ok|prima|nou)[,\s]+)*"
INTRODUCTION = (
    r"(ik heet|mijn naam is|m'n naam is|mn naam is|(u spreekt )?met|zeg maar|noteert? (u )?(dan|maar)?|schrijf maar( op)?"
    r"|zet maar( neer)?|naam)\s*:?\s+"
)
BEFORE_A_NAME = re.compile(rf"{GREETING}({INTRODUCTION}|ik ben\s+)?", re.I)
INTRODUCES = re.compile(GREETING + INTRODUCTION, re.I)
AGREES = re.compile(
    r"^\W*(m?ja+|jawel|jazeker|jep|jup|yes|tuurlijk|natuurlijk|zeker|akkoord|prima|oke|oké|ok|goed|(dat )?mag|is goed|doe maar)\b", re.I
)
OBJECTS = re.compile(r"\b(nee|niet|geen|maar|nooit|liever)\b|\?", re.I)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(\s+[\w.'’-]+){0,4}")
MAX_MOMENT = 100  # characters


def read_name(text):
    """The name in `text`, or None when it does not look like one."""
    if QUESTION.search(text):
        return None
    name = BEFORE_A_NAME.sub("", text).strip(" .,!")
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
    return bool(AGREES.search(text)) and not OBJECTS.search(re.sub(r"\bdoe maar\b", "", text, flags=re.I))


def tried_a_number(text):
    """Whether someone meant to give a number, valid or not."""
    return len(re.findall(r"\d", text)) >= 3


def read_moment(text):
    """When someone likes to be called, in their own words; None for what is a question or too long."""
    moment = text.strip()
    return moment if moment and len(moment) <= MAX_MOMENT and not QUESTION.search(moment) else None
