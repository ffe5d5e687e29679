"""What a coach reads in one minute: four numbers, and below them what these do not say."""

from collections.abc import Iterator
from typing import NamedTuple

from tracker.insights.figures.intervals import Rate
from tracker.insights.one_minute import interval
from tracker.models.reads.standing import Standing
from tracker.sharing.pace import WEEK, WEEKS, Pace, a_week
from tracker.sharing.summary import SharedSummary
from tracker.values.formatting import count, plain_day, plural

Labelled = tuple[str, str]


class MinuteFigure(NamedTuple):
    """One of the numbers on top, with its stage."""

    label: str
    n: int
    stage: str = ""


def figures_of(counted: SharedSummary) -> list[MinuteFigure]:
    """None of what there is none."""
    told = (
        MinuteFigure("Sent", counted.applications, "applied"),
        MinuteFigure("Interviewed", counted.interviewed, "interview"),
        MinuteFigure("Offers", counted.offers),
        MinuteFigure("Still open", counted.still_open),
    )
    return [each for each in told if each.n]


def lead_of(counted: SharedSummary, pace: Pace | None) -> list[Labelled]:
    """What is read first: how fast, how often it leads to an interview, and what is open."""
    return [*(_pace(pace) if pace else ()), *_rate(counted), *_stand(counted, True)]


def rest_of(counted: SharedSummary, pace: Pace | None) -> list[Labelled]:
    """What stands below; together with the first each number stands once."""
    since = [("Applying since", plain_day(pace.first))] if pace and pace.first else []
    return [*since, *_stand(counted, False), *_noes(counted)]


def bars_of(pace: Pace | None) -> list[int]:
    """The last weeks and those before as lengths of 100, where both are told."""
    if not pace or pace.days < 2 * WEEKS * WEEK or not (pace.recent and pace.earlier):
        return []
    most = max(pace.recent, pace.earlier)
    return [round(100 * n / most) for n in (pace.recent, pace.earlier)]


def _pace(pace: Pace) -> Iterator[Labelled]:
    """How many a week; of weeks in which none was sent nothing is said."""
    if pace.first is None:
        return
    if pace.days >= 2 * WEEKS * WEEK:
        if pace.recent:
            weekly = f", {a_week(pace.recent / WEEKS)} a week" if pace.recent >= WEEKS else ""
            before = f" · {count(pace.earlier)} in the {WEEKS} before" if pace.earlier else ""
            yield f"Last {WEEKS} weeks", f"{count(pace.recent)} sent{weekly}{before}"
    elif pace.days >= 2 * WEEK and pace.recent >= WEEKS:
        yield "So far", f"{a_week(pace.recent / min(pace.days / WEEK, WEEKS))} a week"


def _rate(counted: SharedSummary) -> Iterator[Labelled]:
    rate = Rate(counted.interviewed, counted.applications)
    if rate.hits and rate.enough:
        yield "Interview rate", interval(rate).replace(",", " of all sent,", 1)


def _stand(counted: SharedSummary, is_open: bool) -> Iterator[Labelled]:
    told = [
        f"{each.label.lower()}\N{NO-BREAK SPACE}{count(counted.standing(each))}"
        for each in Standing
        if each.is_open == is_open and counted.standing(each)
    ]
    if told:
        yield "Open now" if is_open else "Ended", ", ".join(told).capitalize()


def _noes(counted: SharedSummary) -> Iterator[Labelled]:
    """What came of them; of what nobody did, nothing is said."""
    noes = counted.rejections
    if noes:
        others = counted.they_said_no - noes
        besides = f" written down, {count(others)} not" if others > 0 else ""
        yield "Rejections", f"{count(noes)}{besides}"
        told = []
        if counted.asked:
            answered = f", and {count(counted.answered)} answered" if counted.answered else ""
            told.append(f"Asked for after {plural(counted.asked, 'rejection')}{answered}")
        if counted.unasked:
            told.append(f"Came unasked after {count(counted.unasked)}")
        if told:
            yield "Advice", ". ".join(told)
        if counted.closed:
            why = "did something about it, or saw nothing to change"
            yield "Learnt from", f"{count(counted.closed)} of {count(noes)}: {why}"
    if counted.actions_done:
        yield "Actions done", count(counted.actions_done)
