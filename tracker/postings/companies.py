"""Who hires, where no label says so."""

import re
from collections.abc import Sequence

from tracker.postings import employments, pay_words, places, workplaces
from tracker.postings.labels import fact_of
from tracker.postings.links import is_board_name
from tracker.postings.titles import LEGAL, is_empty, is_role
from tracker.values.text import clean_line

ABOUT = re.compile(
    r"^(?:about|über|who is|why join|why work at|why|join|life at|working at|über die|über das|"
    r"arbeiten bei|das ist|willkommen bei)\s(?P<company>[^\W\d_][^:?!.]{1,60}?)[:?!]?$",
    re.IGNORECASE,
)  # fmt: skip
NO_NAME = re.compile(
    r"^(?:the|an?|you|us|your|our|this|uns|dich|sie|ihre|deine|die|der|das|we|role|position|job|"
    r"team|company|unternehmen|stelle|me|candidate|it|with|it’s|now|today|apply)\b", re.IGNORECASE,
)  # fmt: skip
NAME = (
    r"(?P<company>(?:the\s)?[A-ZÄÖÜ0-9][\w.&’'+-]{0,40}"
    r"(?:\s(?:[A-ZÄÖÜ&][\w.&’'+-]{0,40}|of|and|for|und|für|de|&|der|des)){0,6})"
)
TOWN = r"(?:\s(?:in|aus)\s(?P<town>[A-ZÄÖÜ][\w’'-]{1,25}(?:[ -][A-ZÄÖÜ][\w’'-]{1,25}){0,2}))?"
SEEKING = re.compile(
    rf"(?:^|[.!?\n]\s?){NAME}{TOWN}(?:,[^,.\n]{{2,80}},)?\s(?:is|are|has)\s(?:now\s|currently\s|an?\s)?"
    r"(?:hiring|looking\sfor|looking\sto|seeking|recruiting|opportunity|opening|vacancy|searching)",
)
SUCHT = re.compile(
    rf"(?:^|[.!?\n]\s?)(?:Die\s|Der\s|Das\s|Wir,?\s?(?:die|der|das)?\s)?{NAME}{TOWN},?\s(?:sucht|suchen|bietet)\b"
)
AT_US = re.compile(
    rf"\b(?:[Hh]ere\sat|[Jj]oin|[Aa]t|[Bb]ei(?:\sder|\sdem)?|work\sfor|team\sat)\s{NAME}"
)
HEAD = 14
"""Lines at the top in which role, company and place stand."""
SENTENCE = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|[.!]$")
WITH_PLACE = re.compile(r"^(?P<company>[^,]{2,70}?)\s?,\s?(?P<place>[A-ZÄÖÜ][\w .’'-]{1,40})$")


def apart(cell: str) -> list[str]:
    """A firm and its town in one cell, "Ahorn GmbH, Freiburg", as two."""
    found = WITH_PLACE.match(cell)
    if found is None:
        return [cell]
    firm, place = found["company"], found["place"]
    legal = [each.end() for each in LEGAL.finditer(firm)]
    in_state = re.search(r"\w\s[A-Z]{2,3}$", place) and places.is_place(place)
    if (legal and legal[-1] >= len(firm) - 1 and not LEGAL.search(place)) or in_state:
        return [firm, place]
    return [cell]


def below(head: list[str], role: str) -> list[str]:
    """What stands right below the role, and beside it; without one, the whole head."""
    place = next((n for n, each in enumerate(head) if role and role in each), -1)
    after = head[place + 1 : place + 9] if place >= 0 else head[:HEAD]
    parts = [part for each in after for part in re.split(r"\s[|•·]\s|,\s(?=full|part)", each)]
    return [part for part in parts if len(part) <= 90]


def company_in(head: Sequence[str], role: str, lines: Sequence[Sequence[str]], text: str) -> str:
    """Who hires: a firm's name at the top, a heading about it, or a sentence that it begins."""
    for pattern in (SEEKING, SUCHT):
        if (found := pattern.search(text[:20_000])) and (name := _name(found["company"])):
            return name
    near = below(list(head), role)[:3] if role else []
    near += [each for each in head if each not in near]
    for each in near:
        if LEGAL.search(each) and is_name(each, role):
            return each
    for line in lines[:400]:
        for cell in line:
            if (
                len(cell) <= 80
                and (found := ABOUT.match(cell))
                and (name := _name(found["company"]))
            ):
                return name
    found = AT_US.search(text[:20_000])
    if found and (name := _name(found["company"])) and text.count(name) > 1:
        return name
    return _second_line(near[:1], role, text)


def _second_line(near: list[str], role: str, text: str) -> str:
    for each in near:
        if is_name(each, role) and re.match(r"[A-ZÄÖÜ0-9]", each) and len(each.split()) <= 6:
            return each
    return ""


def town_in(text: str) -> str:
    """The town in "Café Ottilie in Köln is looking for", where a sentence says it so."""
    for pattern in (SEEKING, SUCHT):
        if found := pattern.search(text[:20_000]):
            return found["town"] or ""
    return ""


def is_name(each: str, role: str) -> bool:
    return (
        2 < len(each) <= 80
        and each != role
        and not is_role(each)
        and not places.is_place(each)
        and not is_empty(each)
        and not SENTENCE.search(each.rstrip(".").replace("Co. ", "Co "))
        and ":" not in each
        and not fact_of(each)
        and not pay_words.MONEY.search(each)
        and not employments.in_line(each)
        and not workplaces.workplace_in_place(each)
    )


def _name(said: str) -> str:
    plain = clean_line(said).strip(" ,.!")
    plain = re.sub(r"^(?:The|Die|Der|Das)\s(?=\w)", "", plain) if len(plain.split()) > 2 else plain
    small = NO_NAME.match(plain) or is_board_name(plain) or is_role(plain)
    return "" if small or len(plain) < 2 else plain
