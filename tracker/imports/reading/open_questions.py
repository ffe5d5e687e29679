"""What is open in a mapping, in the words of the page and with the likeliest answer first."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tracker.imports.reading import statuses
from tracker.imports.reading.question_words import WORDS
from tracker.imports.reading.questions import (
    ASK,
    BESIDE_AN_OFFER,
    NOT_SURE,
    ORDER,
    ORDERS,
    WHICH_STATUS,
    Question,
)
from tracker.imports.reading.repeated_openings import are_at_odds
from tracker.imports.reading.status_meaning import CHOICES
from tracker.imports.reading.two_in_one import BOTH, COMPANY_FIRST, ROLE_FIRST, halves_of
from tracker.imports.words.plain import folded

if TYPE_CHECKING:
    from tracker.imports.reading.mapping import Mapping
    from tracker.imports.reading.status_meaning import StatusMeaning

FINAL = re.compile(r"outcome|result|final|decision|ergebnis|esito|uitkomst|\bmy\b|\byour\b")
"""Headers of a column that says how it ended, or what the person holds it to be."""


OF_ROWS = (
    "ended",
    "no_beside_offer",
    "saved_but_applied",
    "applied_but_not",
    "no_in_notes",
    "undated",
)
"""Questions about rows alike, in the order in which they are asked."""


def open_questions(mapping: "Mapping") -> Iterator[Question]:
    """What is to be asked, what most rows of a sheet hang on first."""
    yield from _company_and_role(mapping)
    yield from _of_rows(mapping, "applied")
    yield from _which_status(mapping)
    yield from _of_statuses(mapping)
    yield from _order(mapping)
    yield from _twice(mapping)
    for code in OF_ROWS:
        yield from _of_rows(mapping, code)


def _of_rows(mapping: "Mapping", code: str) -> Iterator[Question]:
    rows = mapping.hangs.get(code, 0)
    if not rows:
        return
    words, decides, options = WORDS[code]
    if code == "applied" and mapping.speaks_of_applying and not mapping.tells_applications:
        options = dict(reversed(options.items()))
    yield Question(
        code,
        words,
        decides,
        options | {ASK: NOT_SURE},
        next(iter(options)),
        rows,
        mapping.answers[code],
        mapping.hangs.get("more", 0) > 0,
    )


def _company_and_role(mapping: "Mapping") -> Iterator[Question]:
    """Which side is which, by a cell of the sheet."""
    rows, cut, place = mapping.hangs.get(BOTH, 0), mapping.cut, mapping.place(BOTH)
    if not rows or cut is None or place is None:
        return
    last, first = (halves_of(cut.example, cut, order) for order in (ROLE_FIRST, COMPANY_FIRST))
    options = {
        ROLE_FIRST: f"“{last.company}”: the company stands last",
        COMPANY_FIRST: f"“{first.company}”: the company stands first",
    }
    yield Question(
        BOTH,
        f"Which is the company in “{cut.example}”?",
        f"“{mapping.columns[place].header}” holds the company and the role in one. Your "
        "answer is for every row.",
        dict(sorted(options.items(), key=lambda item: item[0] != cut.first)) | {ASK: NOT_SURE},
        cut.first,
        rows,
        mapping.answers[BOTH],
        mapping.hangs.get("more", 0) > 0,
    )


def _twice(mapping: "Mapping") -> Iterator[Question]:
    if not mapping.twice:
        return
    pair = mapping.twice[0]
    odds = are_at_odds(pair)
    unsure = odds and pair[1] < pair[0]
    options = {
        "later": "Yes, one: it ended with a no" if odds else "Yes, one",
        "both": "No, keep both",
    }
    same = "company and role" if odds else "company, role and day"
    yield Question(
        "twice",
        f"Same {same} in two rows: is it one application?",
        where_one_stands(pair),
        dict(reversed(options.items())) if unsure else options,
        "both" if unsure else "later",
        mapping.hangs.get("twice", 0),
        mapping.answers["twice"],
        mapping.hangs.get("more", 0) > 0,
    )


def where_one_stands(pair: list[Any]) -> str:
    """What two rows say, and which of them holds if they are one application."""
    earlier, later, *_, was, now = pair
    return (
        f"Row {earlier} says “{was}”, and row {later} “{now}”. If they are one, row {later} "
        f"says where it stands now. Nothing in row {earlier} is lost."
    )


def _of_statuses(mapping: "Mapping") -> Iterator[Question]:
    """Words that mean the same to a person are asked about once, the most frequent first."""
    alike: dict[str, list[tuple[str, StatusMeaning]]] = defaultdict(list)
    for key, meaning in mapping.statuses.items():
        if meaning.asked and statuses.code(key) not in mapping.idle_statuses:
            alike[statuses.code(key)].append((key, meaning))
    for code, group in sorted(alike.items(), key=lambda item: -_count(item[1])):
        first = max((meaning for _, meaning in group), key=lambda meaning: meaning.count)
        shown = f"“{first.text}”" if first.text else "an empty status"
        offered = mapping.hangs.get(BESIDE_AN_OFFER + code, 0)
        likely = "offer_declined" if offered * 2 > _count(group) else first.likely
        rest = {name: label for name, label in CHOICES.items() if name not in (ASK, likely)}
        options = {likely: CHOICES[likely]} if likely != ASK else {}
        yield Question(
            code,
            f"What does {shown} mean?",
            first.why or "It decides where these stand.",
            options | rest | {ASK: NOT_SURE},
            likely,
            _count(group),
            ASK,
            keys=tuple(key for key, _ in group),
        )


def _count(group: "list[tuple[str, StatusMeaning]]") -> int:
    return sum(meaning.count for _, meaning in group)


def _which_status(mapping: "Mapping") -> Iterator[Question]:
    rows, place = mapping.hangs.get(WHICH_STATUS, 0), mapping.place("status")
    rivals = mapping.rivals
    if not rows or place is None or not rivals or mapping.status_settled:
        return
    names = {str(i): f"“{mapping.columns[i].header}”" for i in (place, *rivals)}
    asks = f"Which is the status: {' or '.join(names.values())}?"
    found = {i: folded(mapping.columns[i].header) for i in (place, *rivals)}
    ends = (i for i, header in found.items() if header == "status" or FINAL.search(header))
    likely = str(next(ends, place))
    yield Question(
        WHICH_STATUS,
        asks,
        "Both read as a status, and these rows say two things.",
        {likely: names.pop(likely)} | names | {ASK: NOT_SURE},
        likely,
        rows,
        at_least=mapping.hangs.get("more", 0) > 0,
    )


def _order(mapping: "Mapping") -> Iterator[Question]:
    rows = mapping.hangs.get(ORDER, 0)
    if not rows or mapping.order_certainty in ("chosen", "certain", "not_needed"):
        return
    example = f" “{mapping.order_example}” can be read either way." if mapping.order_example else ""
    reasons = {
        "mixed": "This file mixes both orders.",
        "likely": "Read as preselected, the rows stay in order.",
    }
    decides = reasons.get(mapping.order_certainty, "Nothing in the file tells which comes first.")
    yield Question(
        ORDER,
        "Which comes first in the dates, the day or the month?",
        decides + example if mapping.order_certainty == "assumed" else decides,
        dict(sorted(ORDERS.items(), key=lambda item: item[0] != mapping.order)) | {ASK: NOT_SURE},
        mapping.order,
        rows,
        at_least=mapping.hangs.get("more", 0) > 0,
    )
