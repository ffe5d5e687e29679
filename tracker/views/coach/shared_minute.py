"""What a coach reads in one minute: four numbers, and below them what these do not say."""

from collections.abc import Iterator
from typing import NamedTuple

from tracker.insights.figures.intervals import Rate
from tracker.insights.one_minute import interval
from tracker.models.reads.standing import Standing
from tracker.sharing.pace import WEEK, WEEKS, Pace, a_week
from tracker.sharing.summary import SharedSummary
from tracker.values.formatting import count, plain_day

Labelled = tuple[str, str]


class Figure(NamedTuple):
    """One of the numbers on top, with its stage."""

    label: str
    n: int
    stage: str = ""


def figures_of(counted: SharedSummary) -> list[Figure]:
    """None of what there is none."""
    told = (
        Figure("Sent", counted.applications, "applied"),
        Figure("Interviewed", counted.interviewed, "interview"),
        Figure("Offers", counted.offers),
        Figure("Still open", counted.still_open),
    )
    return [each for each in told if each.n]


def facts_of(counted: SharedSummary, pace: Pace | None) -> list[Labelled]:
    """Names and values, each number once."""
    return [*(_pace(pace) if pace else ()), *_stands(counted), *_noes(counted)]


def _pace(pace: Pace) -> Iterator[Labelled]:
    """Since when, and how many a week; of weeks in which none was sent nothing is said."""
    if pace.first is None:
        return
    yield "Applying since", plain_day(pace.first)
    if pace.days >= 2 * WEEKS * WEEK:
        if pace.recent:
            weekly = f", {a_week(pace.recent / WEEKS)} a week" if pace.recent >= WEEKS else ""
            before = f" · {count(pace.earlier)} in the {WEEKS} before" if pace.earlier else ""
            yield f"Last {WEEKS} weeks", f"{count(pace.recent)} sent{weekly}{before}"
    elif pace.days >= 2 * WEEK and pace.recent >= WEEKS:
        yield "So far", f"{a_week(pace.recent / min(pace.days / WEEK, WEEKS))} a week"


def _stands(counted: SharedSummary) -> Iterator[Labelled]:
    rate = Rate(counted.interviewed, counted.applications)
    if rate.hits and rate.enough:
        yield "Interview rate", interval(rate)
    for name, is_open in (("Open now", True), ("Ended", False)):
        told = [
            f"{each.label.lower()} {count(counted.standing(each))}"
            for each in Standing
            if each.is_open == is_open and counted.standing(each)
        ]
        if told:
            yield name, ", ".join(told).capitalize()


def _noes(counted: SharedSummary) -> Iterator[Labelled]:
    """What came of them; of what nobody did, nothing is said."""
    noes = counted.rejections
    if noes:
        told = [count(noes)]
        if counted.asked:
            answered = f", {count(counted.answered)} answered" if counted.answered else ""
            told.append(f"asked for advice after {count(counted.asked)}{answered}")
        if counted.unasked:
            told.append(f"advice came unasked after {count(counted.unasked)}")
        yield "Rejections noted", " · ".join(told)
        if counted.closed:
            why = "an action done, or nothing to change"
            yield "Learnt from", f"{count(counted.closed)} of these: {why}"
    if counted.actions_done:
        yield "Actions done", count(counted.actions_done)
