"""Take personal data out of what a visitor typed, as far as a program can: `Redactor.redact(text)`.

Three layers, each on what the one before left: data with a form of their own (`structured`), names and the like as people bring them into
a chat (`names`), and `deduce`, made for medical records. Helpline numbers and the practice's own stay. What is left over is why the journal
is encrypted and short-lived: this lessens the harm, it is no anonymisation. Figures: docs/record.md.
"""

import re
from typing import NamedTuple

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from web.journal.names import ACCOUNTS, NETWORKS, NameFinder, lists, plain


class Span(NamedTuple):
    start: int
    end: int
    kind: str  # what stands in its place, between square brackets


HIDDEN = "\u2588"  # in place of each letter that one layer has found, so that the next looks past it
HELPLINES = ("113", "112", "1813", "106", "107", "102")  # beside the free and the paid service numbers
MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[ck](?:ember)?)"
)
YEAR = r"['’]?(?:(?:19|20)\d{2}|\d{2})"
DAY = (
    r"(?:[a-zë]*(?:een|twee|twintig|dertig)|(?:vijf|zes|zeven|acht|negen)(?:tien)?"
    r"|drie|vier|tien|elf|twaalf|dertien|veertien)"
)
DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}\s?[-./ ]\s?\d{{1,2}}\s?[-./ ]\s?{YEAR}|(?:19|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?\s?-?{MONTH}\.?\s?-?(?:{YEAR})?|\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    rf"|\b{DAY}\s{MONTH}\s(?:19|20)\d\d|\d{{6}}|\d{{8}})(?!\d)",
    re.I,
)
# A whole date of then is most often somebody's birth.
LONG_AGO = re.compile(r"(?:\b|\D)(?:19\d\d|20(?:0\d|1[0-5]))|['’\D][4-9]\d$|['’][01]\d$")
WHOLE_DATE = re.compile(rf"\w.*(?:{MONTH}|[-./ ]).*\d{{2}}|\d{{4}}[-./]", re.I)
COMPACT_DATE = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:[3-9]\d|0\d|1\d)")  # as on a form
BIRTH = re.compile(
    r"\b(?:geb\b|geb[.:]|gebb?oren|geboorte|geb\.?\s?dat|birth|born|dob|bday|jarig|verjaar"
    r"|(?:ben|is|uit|bouwjaar)\svan\b)\w*",
    re.I,
)
EMAIL = re.compile(
    r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+"
    r"|[\w.+'-]+\s?(?:@|\(at\)|\[at\]|\bapenstaart(?:je)?\b|\bat\b)\s?[\w-]+(?:\s?(?:\.|\bpunt\b|\bdot\b)\s?[\w-]+)*?\s?(?:\.|\bpunt\b|\bdot\b)\s?(?:nl|be|com|org|net|eu|de|frl)\b",
    re.I,
)
IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[ .-]?[A-Z0-9]){11,30}\b", re.I)
NINE = re.compile(r"(?<![\d+])\d(?:[ .-]{0,2}\d){8}(?![\d])")
BSN_CUE = re.compile(r"\b(?:bsn|burgerservice|sofi|rijksregister|service\s?n)", re.I)
DIGITS = re.compile(r"(?<![\w@.])(?:\+|00)?\(?[0oO]?\d(?:(?:[\s./()_–-]{0,3}|,?\s(?:en\s)?dan\s|\sen\s)[\doO]){7,12}(?![\w@])")
POSTCODE = re.compile(r"(?<![\w.,-])[1-9]\d{3}(?:\s{0,2}|-)([A-Za-z]{2})(?![\w-])")
UNITS = set("km kg st ml mg cm".split())
NOT_POSTCODE = UNITS | set("en de in is of op te ik je ze we me er om na nu zo ja al uh dr ga wa da ne ge".split())
STREET = (
    r"(?:straat|str\.?|laan|weg|plein|gracht|kade|kaai|dijk|singel|hof|steeg|pad|park|dreef|lei|plantsoen|wal|baan|markt|brink|erf|burg|buurt"
    r"|veld|hoek|meent|ring|poort|sloot|heuvel|berg|steenweg|boulevard|allee|wei|weide|akkers?|zoom|dam|haven|kamp|kwartier|oord|rode|land|waard|wold|werf"
    r"|vliet|plaat|straatje|laantje|pleintje|hofke|hofje|leane|wei|strjitte|dyk)"
)
NUMBER = (  # of a house, with what comes behind it; each space can be read in one way only, else "1 1 1 1 ..." takes for ever
    r"(?:(?:(?:19|20)\d\d\s)?(?:huis)?(?:nr|num|nummer)\.?\s?)?\d{1,4}"
    r"(?:,?\s\d+(?:\shoog|\s?e\s(?:etage|verdieping))|,?\s(?:bus|app?\.?|appartement|kamer|unit)\s?\d+"
    r"|\s?(?:[-/]\s?)?(?:[a-h]\b|\d{1,4}\b|hs\b|huis\b|bis\b|rood\b|zwart\b|wit\b|[iv]+\b)){0,3}"
)
NO_NUMBER = r"(?!\s?(?:uur|euro|jaar|jr|dagen|weken|maanden|minuten|km|keer|x\b|%|:|mg))"
ADDRESS = re.compile(
    rf"\b(?:(?:(?:[\w'.-]+\s){{0,3}}?(?:van|de|den|der|het|burgemeester|burg\.|pastoor|past\.|prins|prinses|koningin|dokter|dr\.|ds\.|st\.?|sint|oude|nieuwe|lange|korte|grote|kleine|eerste|tweede|[12]e)"
    rf"|(?:[A-Z]\.\s?){{1,3}})\s)?(?:(?:['’]t|t|['’]s)[\s-])?[\w'’.-]{{0,40}}{STREET}\s+{NUMBER}{NO_NUMBER}",
    re.I,
)
NAMED_HOUSE = re.compile(  # farms, and streets whose name has no usual ending, as long as they are written with capitals
    rf"\b(?:(?i:(?:hoeve|boerderij|huize|villa|residentie|flat|pleats)\s(?:[\w'’.-]+\s){{1,3}}?)|(?:['’]?t\s)?(?:[A-Z][\w'’-]+\s){{2,3}}){NUMBER}{NO_NUMBER}"
)
LIVES = re.compile(
    rf"\b(?:adres|woon(?:t|de)?|wonen|verhuisd|live)\b[^.?!\d]{{0,30}}?\b((?:[\w'.-]+\s){{1,3}}?(?!19\d\d|20\d\d){NUMBER}e?)\b(?!\s?(?:jaar|jr|uur|hoog|weken|maanden|dagen|km))",
    re.I,
)
BEFORE_POSTCODE = re.compile(
    rf"((?:\b[^\W\d_][\w'.-]*\s){{1,3}}{NUMBER}\s?(?:[a-z]\b)?)[\s,(]{{1,3}}(?=[1-9]\d{{3}}[\s-]{{0,2}}[A-Z]{{2}}\b)", re.I
)
LEADS_TO = re.compile(r"(?:(?:op|aan|in|naar|te|is|adres|woon|wonen|woont|mijn|ons|mn)\s)*", re.I)  # words that stand before an address
NUMBERED = re.compile(rf"\b((?:[^\W\d][\w'.-]*\s){{0,3}}[^\W\d][\w'.-]*)\s{NUMBER}{NO_NUMBER}", re.I)
HANDLE = re.compile(
    r"(?<![\w.@])@[A-Za-z][\w.]{1,30}|\b[\w.-]{2,30}#\d{3,5}\b|\b(?=\w*[^\W\d_]{2})\w+_\w*|\b[^\W\d_]{3,}(?:\.[^\W\d_]+)*\.?\d{2,4}\b"
    r"|(?<![\w/])u/[\w-]{3,}|\b[a-z]+\.(?:com|tv|me)/(?:in/|add/|@|athletes/)*[\w.-]{3,}|\b[^\W\d_]+\d[^\W\d_]{2,}\w*\b|\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b"
    r"|\b(?!www\.)[a-z]{2,}(?:\.[a-z]{2,}){2,}\b"
)
NO_HANDLE = re.compile(
    r"(?i)(?:phq|gad|icd|dsm|covid|psyd?|bdi|ids|hads|versie|week|kamer|groep|nummer|pagina|blz|jaar|punt)\W?\d+"
    r"|youtube|linkedin|whatsapp|tiktok|facetime|playstation|snapchat|onlyfans|digid|wetransfer|paypal|powerpoint|facebook|zorgdomein|mijn[a-z]+"
)
WITH_DOTS = re.compile(r"\b\w+(?:\.\w+)+\b|\b\w+(?:-\w+){2,}\b|\b(?=[a-z-]*\d)\w+-\w+\b")  # a user name only where a network is named
NAMES_NETWORK = re.compile(rf"\b(?:{'|'.join(NETWORKS)})\b", re.I)
NEAR = 60  # characters
NETWORK = re.compile(
    rf"\b(?:{'|'.join((*NETWORKS, *ACCOUNTS))})\b"
    r"(?:\s(?:is|heet|heb|naam|mij|me|ik|daar|op|als|heb\sik|heet\sik|daar\sheet\sik|ben\sik|:)){0,4}\s?[:=]?\s{0,2}([\w.#@-]{4,30})",
    re.I,
)


def structured(text, own_numbers=(), is_usual=lambda word: True):
    """[Span, ...] of e-mail addresses, account and telephone numbers, BSN, dates of birth, addresses and user names.

    own_numbers: telephone numbers that are no visitor's, as digits; the helplines are known. is_usual: whether a word is one that is
    said every day, and so neither a user name nor a street.
    """
    found = [Span(*m.span(), "e-mailadres") for m in EMAIL.finditer(text)]
    for match in IBAN.finditer(text):
        span = _longest_iban(text, match)
        if span:
            found.append(span)
    found += [Span(*m.span(), "gebruikersnaam") for m in HANDLE.finditer(text) if not NO_HANDLE.fullmatch(m[0])]
    near = [text[max(0, m.start() - NEAR) : m.end() + NEAR] for m in NAMES_NETWORK.finditer(text)]
    found += [Span(*m.span(), "gebruikersnaam") for m in WITH_DOTS.finditer(text) if any(m[0] in around for around in near)]
    for match in NETWORK.finditer(text):
        if re.search(r"[^\W\d]", match[1]) and (re.search(r"[\d_.#]", match[1].strip(".")) or not is_usual(match[1])):
            found.append(Span(*match.span(1), "gebruikersnaam"))
    for match in NUMBERED.finditer(text):
        starts = [m.start() for m in re.finditer(r"\S+", match[1])]
        streets = (start for start in starts if plain(match[1][start:]) in lists()["street"])
        start = next((start for start in streets if " " in match[1][start:] or not is_usual(match[1][start:])), None)
        if start is not None:
            found.append(Span(match.start() + start, match.end(), "adres"))
    found += _numbers(text, own_numbers)
    for match in POSTCODE.finditer(text):
        letters = match[1]
        is_glued = match[0][4].isalpha() and letters.lower() not in UNITS
        if letters.isupper() or is_glued or letters.lower() not in NOT_POSTCODE:
            found.append(Span(*match.span(), "postcode"))
    for pattern in (ADDRESS, NAMED_HOUSE, BEFORE_POSTCODE, LIVES):
        for match in pattern.finditer(text):
            group = pattern.groups  # the last one is the address itself; where there is none, all of it
            found.append(Span(match.start(group) + LEADS_TO.match(match[group]).end(), match.end(group), "adres"))
    for match in DATE.finditer(text):
        around = text[max(0, match.start() - 45) : match.end() + 25]
        if BIRTH.search(around) or (WHOLE_DATE.match(match[0]) and LONG_AGO.search(match[0])) or COMPACT_DATE.fullmatch(match[0]):
            found.append(Span(*match.span(), "geboortedatum"))
    return merged(found)


def _longest_iban(text, match):
    """The account number within `match`, which may have run on into the words behind it."""
    for end in range(match.end(), match.start() + 14, -1):
        if not text[end - 1].isalnum() or (end < match.end() and text[end].isalnum()):
            continue
        if iban.is_valid(text[match.start() : end]):
            return Span(match.start(), end, "rekeningnummer")
    compact = re.sub(r"\W", "", match[0])
    if re.match(r"(?i)NL\d\d[A-Z]{4}\d{10}", compact) or re.match(r"(?i)BE\d{14}", compact):  # mistyped, and still somebody's
        return Span(*match.span(), "rekeningnummer")
    return None


def _numbers(text, own_numbers):
    found = []
    for region in ("NL", "BE"):
        for match in phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.VALID):
            found.append(Span(match.start, match.end, "telefoonnummer"))
    for match in DIGITS.finditer(text):
        digits = re.sub(r"\D", "", re.sub("[oO]", "0", match[0]))
        if 9 <= len(digits) <= 13 and (digits[0] == "0" or match[0][0] == "+" or digits[:2] in ("31", "32")):
            found.append(Span(*match.span(), "telefoonnummer"))
    for match in NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if bsn.is_valid(digits) or BSN_CUE.search(text[max(0, match.start() - 40) : match.start()]):
            found.append(Span(*match.span(), "BSN"))
    kept = []
    for span in found:
        digits = re.sub(r"\D", "", text[span.start : span.end])
        digits = re.sub(r"^(?:0031|31)", "0", digits) if len(digits) > 10 else digits
        if not _is_public(digits, own_numbers):
            kept.append(span)
    return kept


def _is_public(digits, own_numbers):
    """Whether a number is a helpline's or the practice's own."""
    return digits in HELPLINES or digits in own_numbers or digits.startswith(("0800", "0900"))


def merged(spans):
    """`spans` in order, without overlaps: of two that overlap the one that was found first in the list counts, over both their lengths."""
    result = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if result and span.start < result[-1].end:
            last = result[-1]
            result[-1] = last._replace(end=max(last.end, span.end))
        else:
            result.append(span)
    return result


def replaced(text, spans):
    """`text` with each span replaced by what it was."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], f"[{span.kind}]"]
        at = span.end
    return "".join([*parts, text[at:]])


# What deduce finds and is kept. Ages, dates, towns and hospitals stay: the team needs them to understand a question.
OF_DEDUCE = {
    "persoon": "naam",
    "patient": "naam",
    "id": "nummer",
    "bsn": "BSN",
    "telefoonnummer": "telefoonnummer",
    "emailadres": "e-mailadres",
}


class Redactor:
    """All three layers. `own_numbers`: see `structured`; `deduce`: a Deduce, or None to do without; `names`: a NameFinder."""

    def __init__(self, own_numbers=(), deduce=None, names=None):
        self._own_numbers, self._deduce = tuple(own_numbers), deduce
        self._names = names or NameFinder.load()

    def spans(self, text):
        """[Span, ...] of the personal data in `text`, in order."""
        found = structured(text, self._own_numbers, self._names.is_usual)
        rest = _hidden(text, found)
        found += [Span(start, end, "naam") for start, end in self._names.find(rest)]
        found += self._of_deduce(_hidden(text, found))
        return merged(found)

    def redact(self, text):
        """`text` with each of its personal data replaced by what it was: "[naam]", "[telefoonnummer]"."""
        return replaced(text, self.spans(text))

    def _of_deduce(self, text):
        if self._deduce is None:
            return []
        found = []
        for annotation in self._deduce.deidentify(text).annotations:
            kind = OF_DEDUCE.get(annotation.tag)
            if annotation.tag == "locatie" and any(c.isdigit() for c in annotation.text):
                kind = "adres"
            digits = re.sub(r"\D", "", annotation.text)
            if kind and HIDDEN not in annotation.text and not _is_public(digits, self._own_numbers):
                found.append(Span(annotation.start_char, annotation.end_char, kind))
        return found


def _hidden(text, spans):
    """`text`, as long as it was, with what is found already blacked out, so that no other layer makes something else of it."""
    for start, end, _ in spans:
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text
