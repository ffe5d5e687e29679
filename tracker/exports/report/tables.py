"""The parts of a report that list: the latest of each, and how many more there are."""

from collections import Counter
from collections.abc import Iterator

from tracker.exports.report.blocks import (
    GIVES_WAY,
    Block,
    Item,
    Items,
    Paragraph,
    day_words,
    joined,
    line_of,
)
from tracker.exports.report.table import (
    APPLICATION,
    DAY,
    LISTED,
    NOTE,
    NOTES,
    ONWARD,
    ReportColumn,
    day,
    on_day,
    table,
    which,
)
from tracker.loop.stage import Stage
from tracker.models.application_facts import SHARED, besides
from tracker.models.interview import OUTCOMES
from tracker.sharing.loop_rows import AskRow
from tracker.sharing.record import Record
from tracker.sharing.rows import ApplicationRow, InterviewRow, MoveRow, NoteRow, OfferRow
from tracker.sharing.selection import SharedPart
from tracker.values.formatting import count, plural, value_in_words

ELSEWHERE = (
    *("company", "role", "applied_on", "source", "pay_text", "resume_id", "letter_id"),
    *("location", "workplace", "employment", "link", "closes_on", "excitement"),
)
"""Facts with a column of their own, and those that are left to the workbook."""


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
        f"{which(line)}, after {line.came_from}" for line in record.applications if line.came_from
    ]
    over = [
        f"{which(line)}, on {day_words(line.ended_on)}"
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
        named = joined(which(line), *_besides(line))
        shown = (day(line.applied_on), named, line.source, line.standing)
        return (*shown, line.pay_text) if pay else shown

    yield from table(columns, record, "applications", chosen, row)


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
            day(line.when),
            which(line),
            joined(line.of_kind, round_, line.people, between=", "),
            went,
        )

    yield from table(columns, record, "interviews", record.interviews, row)


def offer_blocks(record: Record) -> Iterator[Block]:
    """Every round, and what became of it; nothing where there was none."""
    pay = any(line.pay_text for line in record.offers)
    columns = [DAY, APPLICATION, *([ReportColumn("Pay", 4)] if pay else [])]
    columns += [ReportColumn("To answer by", 0), ReportColumn("What became of it", 14)]

    def row(line: OfferRow) -> tuple[str, ...]:
        answered, became = (
            on_day(line.answer, line.answered_on),
            on_day(line.became, line.became_on),
        )
        told = joined(*dict.fromkeys((answered, became)), between="; ")
        by = day_words(line.answer_by) if line.answer_by else ""
        return (day(line.on), which(line), *([line.pay_text] if pay else []), by, told)

    if record.offers:
        yield from table(columns, record, "offers", record.offers, row)


def ask_blocks(record: Record) -> Iterator[Block]:
    """Calls and letters, and what came of them."""
    columns = (DAY, APPLICATION, ReportColumn("How", 5), ReportColumn("What came of it", 5))

    def row(line: AskRow) -> tuple[str, ...]:
        how = joined(line.kind, line.channel, line.contact, between=", ")
        return (day(line.on), which(line), how, line.result)

    yield from table(columns, record, "asks", record.asks, row, GIVES_WAY)


def move_blocks(record: Record) -> Iterator[Block]:
    """Of the stage history, the latest."""
    columns = (DAY, APPLICATION, ReportColumn("From", 4), ReportColumn("To", 4))

    def row(line: MoveRow) -> tuple[str, ...]:
        return (day(line.on), which(line), line.before or "New", line.after)

    yield from table(columns, record, "moves", record.moves[::-1], row, GIVES_WAY)


def note_blocks(record: Record) -> Iterator[Block]:
    """The latest."""
    if not record.notes:
        return
    shown = record.notes[:NOTES]
    left_out = len(record.notes) - len(shown) + record.further_of("notes")
    yield Items(tuple(map(_note, shown)), left_out, GIVES_WAY)


def _note(line: NoteRow) -> Item:
    return Item(f"{which(line)} · {day(line.at)}", (line_of(line.body, NOTE),))
