"""The parts of a report that tell what came after a no: what was said, what is done about it."""

from collections import Counter
from collections.abc import Iterator

from tracker.exports.report.blocks import (
    GIVES_WAY,
    ITEM,
    QUOTE,
    Block,
    Heading,
    Item,
    Items,
    Paragraph,
    Quote,
    day_words,
    joined,
    line_of,
    title_of,
)
from tracker.sharing.loop_rows import ActionRow, FeedbackRow, PointRow, ReviewRow
from tracker.sharing.record import Record
from tracker.sharing.themes import about, did
from tracker.values.formatting import mid_sentence, plural

ACTIONS, QUOTES, STRENGTHS, ANSWERS, REVIEWS = 4, 3, 2, 8, 3
WHOLE = 600
"""Characters of an answer, whole as far as that reaches."""
IMPROVE, STRENGTH = "To improve", "Strength"


def feedback_blocks(record: Record) -> Iterator[Block]:
    """What was said most, each theme in one quote; a strength; else whole answers, else reasons."""
    if not (record.feedback or record.noes):
        return
    weak = [point for point in record.points if point.kind == IMPROVE] or record.points
    themes = Counter(point.theme for point in weak if point.theme)
    yield Paragraph(_counted(record, themes))
    quotes = _by_theme(record, weak, themes, QUOTES)
    strong = [point for point in record.points if point.kind == STRENGTH]
    valued = Counter(point.theme for point in strong if point.theme)
    quotes += _by_theme(record, strong, valued, STRENGTHS) or [
        _quote(record, point) for point in strong[:1]
    ]
    yield from quotes or _whole(record)
    if quotes and record.feedback:
        yield Heading("Their answers")
        shown = tuple(_answer(line) for line in record.feedback[:ANSWERS])
        yield Items(shown, len(record.feedback) - len(shown))


def _answer(line: FeedbackRow) -> Item:
    source = joined(title_of(line.role, line.company), line.channel, day_words(line.on))
    return Item(line_of(line.words, WHOLE), (source,))


def _whole(record: Record) -> list[Quote]:
    told = [(line.words, line.role, line.company) for line in record.feedback]
    told += [(line.words or line.reason, line.role, line.company) for line in record.noes]
    return [
        Quote(line_of(words, QUOTE), title_of(role, company))
        for words, role, company in told
        if words.strip()
    ][:QUOTES]


def _counted(record: Record, themes: Counter[str]) -> str:
    often = ", ".join(f"{line_of(name, 40)} ({number})" for name, number in themes.most_common(5))
    noes = sum(line.said and line.stands for line in record.noes)
    answers = sum(line.theirs for line in record.feedback)
    told = plural(noes, "rejection")
    if answers:
        told += f", {plural(answers, 'answer')}"
    return f"{told}. Most often about: {often}." if often else f"{told}."


def _by_theme(
    record: Record, points: list[PointRow], themes: Counter[str], most: int
) -> list[Quote]:
    found = []
    for theme, _ in themes.most_common(most):
        quote = _quote(record, next(point for point in points if point.theme == theme))
        done = [line_of(did(line), ITEM) for line in about(record, theme)[:1]]
        source = "\n".join((quote.source, *done)) if done and points[0].kind != STRENGTH else ""
        found.append(quote._replace(source=source or quote.source))
    return found


def _quote(record: Record, point: PointRow) -> Quote:
    on = next((line.on for line in record.feedback if line.id == point.feedback_id), None)
    source = joined(
        point.kind,
        line_of(point.theme, 40),
        title_of(point.role, point.company),
        day_words(on),
    )
    return Quote(line_of(mid_sentence(point.quote), QUOTE), source)


def action_blocks(record: Record) -> Iterator[Block]:
    """What is done, with its proof; then what comes next, with its plan."""
    done = [action for action in record.actions if action.done_on]
    ahead = [action for action in record.actions if not action.done_on]
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
    where = title_of(action.role, action.company)
    if where and action.others:
        where += f", and {plural(action.others, 'other application')}"
    about = (joined(action.kind, when, used, where), how)
    return Item(
        line_of(action.what, ITEM), tuple(line_of(text, ITEM) for text in about if text.strip())
    )


def review_blocks(lines: list[ReviewRow]) -> Iterator[Block]:
    """Who looked at what, and what they said."""
    if not lines:
        return
    shown = tuple(_review(line) for line in lines[:REVIEWS])
    yield Items(shown, len(lines) - len(shown), GIVES_WAY)


def _review(line: ReviewRow) -> Item:
    when = f"looked at {day_words(line.on)}" if line.on else ""
    if line.asked_on and not line.on:
        when = f"asked {day_words(line.asked_on)}"
    about = (line_of(line.said, QUOTE),) if line.said.strip() else ()
    return Item(joined(line.subject, line_of(line.by), when), about)
