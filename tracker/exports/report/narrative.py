"""The parts of a report that tell: the numbers, what was said, what is done about it."""

from collections import Counter
from collections.abc import Iterator

from tracker.exports.report.blocks import (
    ITEM,
    QUOTE,
    Block,
    Figure,
    Figures,
    Heading,
    Item,
    Items,
    Paragraph,
    Quote,
    day_words,
    joined,
    line_of,
)
from tracker.sharing.record import Record
from tracker.sharing.rows import ActionRow, PointRow, ReviewRow
from tracker.sharing.summary import SharedSummary, actions_sentence, asked_sentence, loops_sentence
from tracker.values.formatting import count, mid_sentence, plural, shortened

ACTIONS, QUOTES, REVIEWS = 4, 3, 4
HELP, LINES = 800, 8
"""Characters and lines of what help is wanted with."""
IMPROVE, STRENGTH = "To improve", "Strength"


def summary_blocks(summary: SharedSummary) -> Iterator[Block]:
    """How many, and the one line that everything is about: what became of the rejections."""
    if not any(summary):
        yield Paragraph("Nothing was written down for this time yet.")
        return
    yield Figures(
        (
            Figure(count(summary.applications), _noun(summary.applications, "application")),
            Figure(count(summary.interviewed), "came to an interview"),
            Figure(count(summary.offers), _noun(summary.offers, "offer")),
            Figure(count(summary.waiting), "still open"),
        )
    )
    yield from (
        Paragraph(sentence, strong=True) for sentence in (asked_sentence(summary),) if sentence
    )
    yield from (
        Paragraph(sentence)
        for sentence in (loops_sentence(summary), actions_sentence(summary))
        if sentence
    )


def _noun(number: int, one: str) -> str:
    return one if number == 1 else f"{one}s"


def help_wanted(words: str) -> Iterator[Block]:
    """The person's own lines."""
    lines = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    told = "\n".join(lines[:LINES]) + ("…" if len(lines) > LINES else "")
    yield Paragraph(shortened(told, HELP) or "Nothing is written down here yet. Ask me.")


def feedback_blocks(record: Record) -> Iterator[Block]:
    """What was said most, each theme in one quote; a strength; else whole answers, else reasons."""
    if not (record.feedback or record.noes):
        yield Paragraph("No feedback was written down in this time.")
        return
    weak = [point for point in record.points if point.kind == IMPROVE] or record.points
    themes = Counter(point.theme for point in weak if point.theme)
    yield Paragraph(_counted(record, themes))
    quotes = list(_by_theme(record, weak, themes))
    quotes += [_quote(record, point) for point in record.points if point.kind == STRENGTH][:1]
    yield from quotes or _whole(record)


def _whole(record: Record) -> list[Quote]:
    told = [(line.words, line.role, line.company) for line in record.feedback]
    told += [(line.words or line.reason, line.role, line.company) for line in record.noes]
    return [
        Quote(line_of(words, QUOTE), _of(role, company))
        for words, role, company in told
        if words.strip()
    ][:QUOTES]


def _counted(record: Record, themes: Counter[str]) -> str:
    often = ", ".join(f"{line_of(name, 40)} ({number})" for name, number in themes.most_common(5))
    told = f"{plural(len(record.noes), 'rejection')}, {plural(len(record.feedback), 'answer')}"
    return f"{told}. Most often about: {often}." if often else f"{told}."


def _by_theme(record: Record, points: list[PointRow], themes: Counter[str]) -> Iterator[Quote]:
    for theme, _ in themes.most_common(QUOTES):
        yield _quote(record, next(point for point in points if point.theme == theme))


def _quote(record: Record, point: PointRow) -> Quote:
    on = next((line.on for line in record.feedback if line.id == point.feedback_id), None)
    source = joined(
        point.kind, line_of(point.theme, 40), _of(point.role, point.company), day_words(on)
    )
    return Quote(line_of(mid_sentence(point.quote), QUOTE), source)


def action_blocks(record: Record) -> Iterator[Block]:
    """What is done, with its proof; then what comes next, with its plan."""
    done = [action for action in record.actions if action.done_on]
    ahead = [action for action in record.actions if not action.done_on]
    if not record.actions:
        yield Paragraph("No action in this time, and none ahead.")
    for heading, found in (("Done", done), ("Next", ahead)):
        if found:
            yield Heading(heading)
            shown = tuple(_action(action) for action in found[:ACTIONS])
            yield Items(shown, len(found) - len(shown))


def _action(action: ActionRow) -> Item:
    if action.done_on:
        when, how = f"done {day_words(action.done_on)}", action.proof
    else:
        when = f"by {day_words(action.due_on)}" if action.due_on else ""
        how = joined(action.cue, action.plan, between=", then ")
    used = f"used in {plural(action.used, 'later application')}" if action.used else ""
    where = _of(action.role, action.company)
    if where and action.others:
        where += f", and {plural(action.others, 'other application')}"
    about = (joined(action.kind, when, used, where), how)
    return Item(
        line_of(action.what, ITEM), tuple(line_of(text, ITEM) for text in about if text.strip())
    )


def review_blocks(lines: list[ReviewRow]) -> Iterator[Block]:
    """Who looked at what, and what they said."""
    if not lines:
        yield Paragraph("Nobody has looked at résumé or profiles in this time.")
        return
    shown = tuple(_review(line) for line in lines[:REVIEWS])
    yield Items(shown, len(lines) - len(shown))


def _review(line: ReviewRow) -> Item:
    when = f"looked at {day_words(line.on)}" if line.on else "not looked at yet"
    if line.asked_on and not line.on:
        when = f"asked {day_words(line.asked_on)}, not looked at yet"
    about = (line_of(line.said, QUOTE),) if line.said.strip() else ()
    return Item(joined(line.subject, line_of(line.by), when), about)


def _of(role: str, company: str) -> str:
    return line_of(joined(role, company, between=", "), 80)
