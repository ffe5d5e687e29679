"""The parts of a report that are read first: the numbers, what is ahead, what help is wanted."""

from collections.abc import Iterator

from tracker.exports.report.blocks import (
    ITEM,
    QUOTE,
    STAYS,
    Block,
    Figure,
    Figures,
    Item,
    Items,
    Paragraph,
    day_words,
    joined,
    line_of,
    title_of,
)
from tracker.insights.figures.intervals import Rate
from tracker.insights.one_minute import NOTHING, interval
from tracker.sharing.pace import pace_in_words
from tracker.sharing.record import Record
from tracker.sharing.roles import roles_in_words
from tracker.sharing.rows import OfferRow
from tracker.sharing.summary import (
    SharedSummary,
    actions_sentence,
    asked_sentence,
    loops_sentence,
    offers_sentence,
    standing_sentence,
)
from tracker.values.formatting import (
    count,
    full_when,
    shortened,
)

AHEAD = 5
"""Offers and interviews to come."""
HELP, LINES = 800, 8
"""Characters and lines of what help is wanted with."""


def summary_blocks(record: Record, summary: SharedSummary) -> Iterator[Block]:
    """How many, and the one line that everything is about: what became of the rejections."""
    if not any(summary):
        yield Paragraph(NOTHING)
        return
    figures = (
        (summary.applications, _noun(summary.applications, "application")),
        (summary.interviewed, f"came to an interview{_likely(summary)}"),
        (summary.offers, _noun(summary.offers, "offer")),
        (summary.still_open, "still open"),
    )
    if any(number for number, _ in figures):
        yield Figures(tuple(Figure(count(each), words) for each, words in figures if each))
    if summary.applications:
        yield Paragraph(standing_sentence(summary))
    offers = offers_sentence(summary)
    yield from (
        Paragraph(sentence, strong=True)
        for sentence in (offers, asked_sentence(summary))
        if sentence
    )
    pace = record.pace
    roles = roles_in_words(record.applications)
    said = (
        *(pace_in_words(pace) if pace else ()),
        f"Roles aimed at: {line_of(roles, QUOTE)}." if roles else "",
        loops_sentence(summary),
        actions_sentence(summary),
    )
    yield from (Paragraph(sentence) for sentence in said if sentence)


def _likely(summary: SharedSummary) -> str:
    rate = Rate(summary.interviewed, summary.applications)
    return f": {interval(rate)}" if rate.enough else ""


def ahead_blocks(record: Record) -> Iterator[Block]:
    """The offers that wait for an answer, then interviews to come, the soonest first."""
    offers = [
        Item(
            title_of(line.role, line.company),
            (line_of(joined(*_offered(line), line.pay_text), ITEM),),
        )
        for line in record.offers_to_answer
    ]
    ahead = [line for line in record.interviews if line.is_ahead(record.made_at)][::-1]
    meetings = [
        Item(
            title_of(line.role, line.company),
            (joined(full_when(line.when), line.of_kind),),
        )
        for line in ahead
    ]
    found = (*offers, *meetings)
    if found:
        yield Items(found[:AHEAD], max(0, len(found) - AHEAD), STAYS)


def _offered(line: OfferRow) -> Iterator[str]:
    yield f"offer of {day_words(line.on)}" if line.on else "an offer, day not known"
    if line.answer_by:
        yield f"to answer by {day_words(line.answer_by)}"


def _noun(number: int, one: str) -> str:
    return one if number == 1 else f"{one}s"


def help_wanted(words: str) -> Iterator[Block]:
    """The person's own lines."""
    lines = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    told = "\n".join(lines[:LINES]) + ("…" if len(lines) > LINES else "")
    yield Paragraph(shortened(told, HELP) or "Not filled in.")
