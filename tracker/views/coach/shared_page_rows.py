"""The details of a coach's page: parts of rows, each row in words that only have to be shown."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracker.sharing.loop_rows import ActionRow, AskRow, RejectionRow, ReviewRow
from tracker.sharing.rows import InterviewRow
from tracker.values.formatting import full_when, plain_day, plural, shortened
from tracker.values.markdown import unmarked
from tracker.views.coach import shared_words
from tracker.views.coach.shared_page_presenter import SharedFeedback, SharedPage

PRINTED = 60
"""Rows of a part that are printed; of a longer one paper says how many more there are."""
HEADS = ("How it stands", "Applied on", "Found at")
ROLE, COMPANY = 160, 120
"""The longest names in a row, in characters; the page of each application has all of them."""


class DetailRow(NamedTuple):
    """What it is about, up to three facts in columns, labelled texts, and what is only noticed."""

    what: str
    who: str
    href: str
    known: tuple[str, str, str]
    said: Sequence[tuple[str, str]] = ()
    brief: Sequence[str] = ()
    mark: str = ""
    """That it is new, or what is new about it."""
    points: Sequence[shared_words.Line] = ()
    """Their words, each line with what it is."""


class DetailPart(NamedTuple):
    """One part: the name of its place, its title, how many there are, and its rows."""

    id: str
    title: str
    n: int
    rows: Sequence[DetailRow] = ()
    heads: Sequence[str] = ()
    """What each of the three facts is, where they stand in columns on paper."""

    @property
    def news(self) -> int:
        """How many of them are new."""
        return sum(bool(row.mark) for row in self.rows)

    @property
    def unprinted(self) -> int:
        """How many of them paper does without."""
        return max(0, len(self.rows) - PRINTED)


def present_details(shared: SharedPage, charts: int) -> list[DetailPart]:
    """The parts that there are, in their order; moves and notes stand with each application."""
    read = shared.record
    all_said = all(line.said for line in read.noes)
    noes = "Rejections" if all_said else "Rejections and silence"
    parts = (
        DetailPart("charts", "Charts", charts),
        _part("applications", "Applications", _applications(shared), HEADS),
        _part("moves", "Stage history", () if read.applications else _moves(shared)),
        _part("interviews", "Interviews", (_interview(shared, each) for each in read.interviews)),
        _part("asks", "Requests for advice", (_ask(shared, each) for each in read.asks)),
        _part("said", "What they said", (_answer(shared, each) for each in shared.answers)),
        _part("noes", noes, (_no(shared, each) for each in read.noes)),
        _part("reviews", "Reviews by others", (_review(shared, each) for each in read.reviews)),
        _part("actions", "Actions", (_action(shared, each) for each in read.actions)),
        _part("own-notes", "Their own notes", () if read.applications else _notes(shared)),
    )
    return [each for each in parts if each.n]


def _part(
    id_: str, title: str, rows: "Iterator[DetailRow] | tuple[()]", heads: Sequence[str] = ()
) -> DetailPart:
    found = list(rows)
    return DetailPart(id_, title, len(found), found, heads)


def _about(shared: SharedPage, line: AskRow | InterviewRow | RejectionRow) -> tuple[str, str, str]:
    return _names(line.role, line.company, shared.of_shown(line.application_id))


def _names(role: str, company: str, href: str) -> tuple[str, str, str]:
    return shortened(role, ROLE), shortened(company, COMPANY), href


def _texts(*labelled: tuple[str, str]) -> list[tuple[str, str]]:
    return [(label, unmarked(words)) for label, words in labelled if words]


def _joined(*texts: str, between: str = " · ") -> str:
    return between.join(filter(None, texts))


def _day(day: date | None, unknown: str = "Day not known") -> str:
    return plain_day(day) if day else unknown


def _applications(shared: SharedPage) -> Iterator[DetailRow]:
    for line in shared.record.applications:
        known = (line.state, _day(line.applied_on, ""), line.source)
        names = _names(line.role, line.company, shared.of_application(line.id))
        yield DetailRow(*names, known, mark=shared.mark(line))


def _moves(shared: SharedPage) -> Iterator[DetailRow]:
    for role, company, way in shared.moved:
        yield DetailRow(*_names(role, company, ""), ("", "", ""), [("", way)])


def _interview(shared: SharedPage, line: InterviewRow) -> DetailRow:
    when = full_when(line.when).partition(" ")[2] or "Day not known"
    said = _texts(
        ("With", line.people),
        ("Went well:", line.went_well),
        ("Would change:", line.would_change),
    )
    return DetailRow(
        *_about(shared, line),
        (shared.state_of(line), when, line.of_kind),
        said,
        (),
        shared.mark(line),
    )


def _ask(shared: SharedPage, line: AskRow) -> DetailRow:
    known = (line.result, plain_day(line.on), _joined(line.kind, line.channel, between=", "))
    brief = [line.contact] if line.contact else ()
    return DetailRow(*_about(shared, line), known, (), brief, shared.mark(line))


def _answer(shared: SharedPage, answer: SharedFeedback) -> DetailRow:
    line = answer.line
    names = _names(line.role, line.company, shared.of_shown(line.application_id))
    known = ("", _day(line.on, ""), _joined(line.channel, line.giver, between=", "))
    said = shared_words.lines(line.words, answer.points)
    return DetailRow(*names, known, (), (), shared.mark(line), said)


def _no(shared: SharedPage, line: RejectionRow) -> DetailRow:
    said = _texts(("", line.words), ("Reason given:", line.reason))
    known = ("", _day(line.on), _joined(line.how, line.role_cancelled, between=". "))
    return DetailRow(*_about(shared, line), known, said, (), shared.mark(line))


def _action(shared: SharedPage, line: ActionRow) -> DetailRow:
    day = _day(line.done_on or line.due_on, "")
    said = _texts(("", _joined(line.cue, line.plan, between=" → ")), ("Proof:", line.proof))
    used = f"Used in {plural(line.used, 'later application')}" if line.used else ""
    place = f"From {line.role}, {line.company}" if line.role else ""
    if place and line.others:
        place += f", and {plural(line.others, 'other application')}"
    words = _joined(place, used)
    known = ("Done" if line.done_on else "Planned", day, line.kind)
    return DetailRow(line.what, "", "", known, said, [words] if words else (), shared.mark(line))


def _review(shared: SharedPage, line: ReviewRow) -> DetailRow:
    asked = line.asked_on and not line.said
    when = _day(line.on, "Asked, no answer yet") if asked else _day(line.on)
    return DetailRow(
        line.subject, line.by, "", ("", when, ""), _texts(("", line.said)), (), shared.mark(line)
    )


def _notes(shared: SharedPage) -> Iterator[DetailRow]:
    for line in shared.record.notes:
        known = ("", plain_day(line.at.date()), "")
        yield DetailRow(*_names(line.role, line.company, ""), known, _texts(("", line.body)))
