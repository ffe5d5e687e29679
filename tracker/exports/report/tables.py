"""The parts of a report that list: the latest of each, and how many more there are."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from tracker.exports.report.blocks import (
    GIVES_WAY,
    MATTERS,
    Block,
    Item,
    Items,
    Paragraph,
    Rows,
    day_words,
    joined,
    line_of,
    names_of,
)
from tracker.loop.stage import Stage
from tracker.models.application_facts import SHARED, besides
from tracker.models.interview import OUTCOMES
from tracker.sharing.loop_rows import AskRow
from tracker.sharing.record import Record
from tracker.sharing.rows import ApplicationRow, InterviewRow, MoveRow, NoteRow, OfferRow
from tracker.sharing.selection import SharedPart
from tracker.values.formatting import count, plural, value_in_words

Line = TypeVar("Line")
APPLICATIONS, INTERVIEWS, OFFERS, LISTED, NOTES = 30, 16, 8, 3, 3
READ = {"asks": LISTED, "moves": LISTED, "notes": NOTES}
"""Lines of the lists of which a report shows the latest: no more are read. Of others it chooses."""
MOST = {
    "applications": APPLICATIONS,
    "interviews": INTERVIEWS,
    "offers": OFFERS,
    "asks": LISTED,
    "moves": LISTED,
    "notes": NOTES,
}
"""Lines of each list that a report has room for."""
NOTE, ONWARD, WHICH = 200, 300, 66  # characters
WHOLE_LINE, LINES = 95, 2
"""How many characters fit across a page, and how many lines a cell may have."""


class ReportColumn(NamedTuple):
    """Its head, and its share of the width; 0 is as wide as its words."""

    head: str
    width: int


ELSEWHERE = (
    *("company", "role", "applied_on", "source", "pay_text", "resume_id", "letter_id"),
    *("location", "workplace", "employment", "link", "closes_on", "excitement"),
)
"""Facts with a column of their own, and those that are left to the workbook."""

DAY, APPLICATION = ReportColumn("Day", 0), ReportColumn("Application", 12)


def application_blocks(record: Record) -> Iterator[Block]:
    """Those that may still come to something, an offer first; how the others ended is counted."""
    chosen = sorted(
        (line for line in record.applications if line.is_open or line.offer_waits),
        key=lambda line: (not line.offer_waits, line.stage == Stage.APPLIED.label),
    )
    if chosen or not record.applications:
        yield from _open_applications(record, chosen)
    listed = {line.id for line in chosen}
    ended = Counter(line.standing for line in record.applications if line.id not in listed)
    if ended:
        counts = ", ".join(f"{state} {count(number)}" for state, number in ended.most_common())
        whom = plural(ended.total(), "other" if chosen else "application")
        yield Paragraph(f"{whom}: {counts}.")
    yield from _onward(record)


def _onward(record: Record) -> Iterator[Block]:
    """What a no led to, and jobs that were taken and are over."""
    led = [
        f"{_which(line)}, after {line.came_from}" for line in record.applications if line.came_from
    ]
    over = [
        f"{_which(line)}, on {day_words(line.ended_on)}"
        for line in record.applications
        if line.ended_on
    ]
    for words, found in (("A no led to", led), ("Jobs that ended", over)):
        if found:
            more = f"; and {count(len(found) - LISTED)} more" if len(found) > LISTED else ""
            yield Paragraph(f"{words}: {line_of('; '.join(found[:LISTED]), ONWARD)}{more}.")


def _open_applications(record: Record, chosen: list[ApplicationRow]) -> Iterator[Block]:
    pay = SharedPart.PAY in record.choice
    columns = [
        ReportColumn("Applied", 0),
        APPLICATION,
        ReportColumn("Source", 4),
    ]
    columns += [ReportColumn("How it stands", 4), *([ReportColumn("Pay", 3)] if pay else [])]

    def row(line: ApplicationRow) -> tuple[str, ...]:
        named = joined(_which(line), *_besides(line))
        shown = (_day(line.applied_on), named, line.source, line.standing)
        return (*shown, line.pay_text) if pay else shown

    yield from _table(columns, record, "applications", chosen, row)


def _besides(line: ApplicationRow) -> Iterator[str]:
    for each in besides(ELSEWHERE, SHARED):
        if words := value_in_words(getattr(line, each.name)):
            yield f"{each.label}: {words}"


def interview_blocks(record: Record) -> Iterator[Block]:
    """When, of which kind, how they went."""
    columns = (DAY, APPLICATION, ReportColumn("Kind", 6), ReportColumn("How it went", 12))

    def row(line: InterviewRow) -> tuple[str, ...]:
        round_ = f"round {line.round}" if line.round else ""
        rating = f"felt {line.rating} of 5" if line.rating else ""
        change = f"next time: {line.would_change}" if line.would_change.strip() else ""
        ahead = "still ahead" if line.is_ahead(record.made_at) else ""
        outcome = "" if line.outcome == OUTCOMES["unknown"] else line.outcome
        went = joined(ahead, outcome, rating, line.went_well, change) or "result not known yet"
        return (
            _day(line.when),
            _which(line),
            joined(line.of_kind, round_, line.people, between=", "),
            went,
        )

    yield from _table(columns, record, "interviews", record.interviews, row)


def offer_blocks(record: Record) -> Iterator[Block]:
    """Every round, and what became of it; nothing where there was none."""
    pay = any(line.pay_text for line in record.offers)
    columns = [DAY, APPLICATION, *([ReportColumn("Pay", 4)] if pay else [])]
    columns += [ReportColumn("To answer by", 0), ReportColumn("What became of it", 14)]

    def row(line: OfferRow) -> tuple[str, ...]:
        answered, became = _on(line.answer, line.answered_on), _on(line.became, line.became_on)
        told = joined(*dict.fromkeys((answered, became)), between="; ")
        by = day_words(line.answer_by) if line.answer_by else ""
        return (_day(line.on), _which(line), *([line.pay_text] if pay else []), by, told)

    if record.offers:
        yield from _table(columns, record, "offers", record.offers, row)


def ask_blocks(record: Record) -> Iterator[Block]:
    """Calls and letters, and what came of them."""
    columns = (DAY, APPLICATION, ReportColumn("How", 5), ReportColumn("What came of it", 5))

    def row(line: AskRow) -> tuple[str, ...]:
        how = joined(line.kind, line.channel, line.contact, between=", ")
        return (_day(line.on), _which(line), how, line.result)

    yield from _table(columns, record, "asks", record.asks, row, GIVES_WAY)


def move_blocks(record: Record) -> Iterator[Block]:
    """Of the stage history, the latest."""
    columns = (DAY, APPLICATION, ReportColumn("From", 4), ReportColumn("To", 4))

    def row(line: MoveRow) -> tuple[str, ...]:
        return (_day(line.on), _which(line), line.before or "New", line.after)

    yield from _table(columns, record, "moves", record.moves[::-1], row, GIVES_WAY)


def note_blocks(record: Record) -> Iterator[Block]:
    """The latest."""
    if not record.notes:
        return
    shown = record.notes[:NOTES]
    left_out = len(record.notes) - len(shown) + record.further_of("notes")
    yield Items(tuple(map(_note, shown)), left_out, GIVES_WAY)


def _note(line: NoteRow) -> Item:
    return Item(f"{_which(line)} · {_day(line.at)}", (line_of(line.body, NOTE),))


def _table(
    columns: Sequence[ReportColumn],
    record: Record,
    name: str,
    lines: Sequence[Line],
    row: Callable[[Line], tuple[str, ...]],
    gives: int = MATTERS,
) -> Iterator[Block]:
    if not lines:
        return
    heads, widths = zip(*columns, strict=True)
    room = [LINES * WHOLE_LINE * (width or 5) // (sum(widths) + 3) for width in widths]
    rows = tuple(tuple(map(line_of, row(line), room)) for line in lines[: MOST[name]])
    more = len(lines) - len(rows) + record.further_of(name)
    yield Rows(heads, rows, widths, more, gives)


def _which(line: ApplicationRow | InterviewRow | OfferRow | AskRow | MoveRow | NoteRow) -> str:
    return names_of(line.role, line.company, WHICH)


def _on(what: str, day: date | None) -> str:
    return joined(what, day_words(day) if what and day else "", between=", ")


def _day(moment: date | None) -> str:
    return day_words(moment, "not known")
