"""Facts that stand behind their labels: "Closing date: 12 December", or a line below "Location"."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tracker.imports.reading.fact_readers import workplace as workplace_of
from tracker.postings import employments, pay_words
from tracker.postings.closing_days import labelled_day
from tracker.postings.labels import fact_of
from tracker.postings.places import is_place
from tracker.postings.posting import Hints
from tracker.postings.workplaces import without_workplace, workplace_in_place
from tracker.values.text import clean_line

COLON = re.compile(r"^(?:[-*•·]\s?)?([^:：]{2,45}?)\s?[:：]\s?(.+)$")
DASH = re.compile(r"^(?:[-*•·]\s?)?(.{2,45}?)\s(?:[-–—;]|\.{3,})\s?(.+)$")
INSTEAD = (
    ("department", "company"),
    ("subject", "role"),
    ("pay_scale", "pay_text"),
)
"""What says less than the fact itself, and stands for it where that is not said. `for_good`, of a
job without an end, is left: the hours may be told elsewhere."""
SEVERAL = 3
"""Lines below a label that its value may go on for."""
Lines = Sequence[Sequence[str]]


def pairs(lines: Lines) -> Iterator[tuple[str, str]]:
    """Every fact that is labelled, with what stands behind the label."""
    for number, cells in enumerate(lines):
        for place, cell in enumerate(cells):
            fact, value = _within(cell)
            if fact and value:
                yield fact, value
            elif fact:
                below = cells[place + 1 :] or (lines[number + 1] if number + 1 < len(lines) else [])
                yield from _beside(fact, below, len(cells) > place + 1)


def _within(cell: str) -> tuple[str, str]:
    """A cell that holds both; or a label alone."""
    for pattern in (COLON, DASH):
        found = pattern.match(cell[:1_000])
        if found and (fact := fact_of(found[1])):
            return fact, found[2]
    return fact_of(cell), ""


def _beside(fact: str, cells: Sequence[str], same_line: bool) -> Iterator[tuple[str, str]]:
    """What follows a label: the next cell, or the next cells where these are pieces of one."""
    if not cells or fact_of(cells[0]) or (not same_line and _within(cells[0])[0]):
        return
    pieces = []
    for cell in cells[:SEVERAL]:
        if _within(cell)[0]:
            break
        pieces.append(cell)
    yield fact, pieces[0] if pieces else ""
    if len(pieces) > 1:
        yield fact, " ".join(pieces)


def facts_of(lines: Lines, hints: Hints) -> dict[str, Any]:
    """Each fact from its first label whose value reads as one."""
    found: dict[str, Any] = {}
    for fact, value in pairs(lines):
        said = clean_line(value[:1_000]).strip(" ,;")
        if not said:
            continue
        for name, read in _read(fact, said, hints):
            if read and not found.get(name):
                found[name] = read
    for name, instead in INSTEAD:
        if said := found.pop(name, ""):
            found.setdefault(instead, said)
    return found


def _read(fact: str, said: str, hints: Hints) -> Iterator[tuple[str, Any]]:
    """What a value tells; a kind of work and a place often tell more than their own fact."""
    if fact in ("company", "role", "department", "subject"):
        if len(said) <= 120 and not re.search(r"[.!?]\s+\w", said):
            yield fact, re.sub(r"^\[[^\[\]]{1,40}\]\s?", "", said).rstrip(".")
    elif fact == "location":
        yield from _location(said)
    elif fact == "workplace":
        yield fact, workplace_of(said[:200]) or _yes_no(said)
    elif fact == "employment":
        if len(said) <= 120:
            kind = employments.in_line(said)
            yield ("for_good" if employments.only_for_good(said, kind) else fact), kind
            yield "workplace", workplace_in_place(said)
    elif fact == "pay_text":
        pay = pay_words.labelled(said, hints.currency)
        yield ("pay_scale" if pay and pay_words.is_scale(pay) else fact), pay
    elif fact == "closes_on":
        yield fact, labelled_day(said, hints.today, hints.month_first)


def _yes_no(said: str) -> str:
    return "onsite" if re.match(r"(?:no|nein|none|kein)\b", said.casefold()) else ""


def _location(said: str) -> Iterator[tuple[str, Any]]:
    """A place; a sentence about one is none, and "Remote" alone is none either."""
    yield "workplace", workplace_in_place(said)
    place = without_workplace(said)
    if re.fullmatch(r"(?:fully )?(?:remote|hybrid|home ?office|on-?site)", place.casefold()):
        return
    if len(place) <= 100 and (is_place(place) or not re.search(r"[.!?]\s+\w|\.$", place)):
        yield "location", re.sub(r"^(?:in|at|bei)\s", "", place)
