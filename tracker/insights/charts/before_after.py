"""Did it work: interviews before and after something changed, with what else may explain it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tracker.insights.charts.brief import of_dots
from tracker.insights.charts.chart import Chart
from tracker.insights.charts.interviews import too_young
from tracker.insights.drawing.dots import Dot, DotGroup, dots
from tracker.insights.figures.flows import SentCount
from tracker.insights.figures.intervals import FOR_A_VERDICT, Rate, difference, percent
from tracker.insights.figures.resumes_and_actions import DoneAction
from tracker.values.formatting import plain_day, shortened

TITLE = "Did it work?"
EMPTY = (
    "How many applications came to an interview before and after an action was done or a résumé "
    "version changed: it shows once there are applications on both sides."
)
MOST, LONGEST = 4, 60
NO_PROOF = "This is no proof, either way: the roles, the season and luck changed too."


class BeforeAfter(NamedTuple):
    """The same measure on both sides of something that changed."""

    name: str
    before_label: str
    before: Rate
    after_label: str
    after: Rate

    @property
    def enough(self) -> bool:
        """Whether a difference may be shown."""
        return self.before.enough and self.after.enough

    @property
    def enough_for_a_verdict(self) -> bool:
        """Whether anything may be said of chance."""
        return min(self.before.n, self.after.n) >= FOR_A_VERDICT

    @property
    def may_be_chance(self) -> bool:
        """Whether no difference at all is as likely as the one there is."""
        low, high = difference(self.after, self.before)
        return low <= 0 <= high

    @property
    def name_with_doubt(self) -> str:
        """Its name, and that little can be said, beside two shares that seem to say much."""
        if self.enough and not self.may_be_chance:
            return self.name
        doubt = "may be chance" if self.enough_for_a_verdict else "too few to tell"
        return f"{self.name} · {doubt}"


def chart(
    sent: Sequence[SentCount],
    resumes: Mapping[int, str],
    done: Sequence[DoneAction],
    quiet_days: int,
) -> Chart:
    """Of those that are old enough to have been answered, as in every chart."""
    ripe = [each for each in sent if each.ripe]
    found = [*_of_resumes(ripe, resumes), *_of_actions(ripe, done)]
    found = [each for each in found if each.before.n and each.after.n]
    changes = ([each for each in found if each.enough] or found)[:MOST]
    if not changes:
        return Chart("worked", TITLE, EMPTY, "")
    groups = [
        DotGroup(
            each.name_with_doubt,
            [
                Dot(each.before_label, each.before, hollow=True),
                Dot(each.after_label, each.after),
            ],
        )
        for each in changes
    ]
    return Chart(
        "worked",
        TITLE,
        _says(changes[0], alone=len(changes) == 1),
        dots(TITLE, groups),
        ("Change", "Interviews before", "Interviews after", "Difference", "Probably between"),
        tuple(
            (each.name, each.before.counts, each.after.counts, *_difference(each))
            for each in changes
        ),
        _caution(len(found), len(changes), too_young(sent, quiet_days)),
        of_dots(groups),
    )


def _caution(compared: int, shown: int, left_out: str) -> str:
    told = [left_out] if left_out else []
    if compared > 1:
        here = f", {shown} of them shown here" if shown < compared else ""
        luck = "some look better or worse only by luck"
        told.insert(0, f"{compared} changes are compared{here}: {luck}.")
    return " ".join(told)


def _of_resumes(sent: Sequence[SentCount], resumes: Mapping[int, str]) -> Iterator[BeforeAfter]:
    """Each version against the one used before it, the latest first."""
    first: dict[int, date] = {}
    for each in sent:
        if each.resume_id is not None and each.resume_id in resumes and each.on is not None:
            first[each.resume_id] = min(each.on, first.get(each.resume_id, each.on))
    order = sorted(first, key=lambda number: (first[number], number))
    for earlier, later in reversed([*pairwise(order)]):
        yield BeforeAfter(
            f"New résumé, {plain_day(first[later])}",
            resumes[earlier],
            _rate(each for each in sent if each.resume_id == earlier),
            resumes[later],
            _rate(each for each in sent if each.resume_id == later),
        )


def _of_actions(sent: Sequence[SentCount], done: Sequence[DoneAction]) -> Iterator[BeforeAfter]:
    sent = [each for each in sent if each.on is not None]
    every = _rate(iter(sent))
    for action in done:
        before = _rate(each for each in sent if each.on is not None and each.on < action.on)
        yield BeforeAfter(
            action.what,
            "Sent before",
            before,
            f"Sent from {plain_day(action.on)}",
            Rate(every.hits - before.hits, every.n - before.n),
        )


def _rate(sent: Iterator[SentCount]) -> Rate:
    hits = n = 0
    for each in sent:
        n += each.n
        hits += each.n if each.met else 0
    return Rate(hits, n)


def _difference(change: BeforeAfter) -> tuple[str, str]:
    """In points of a hundred, and the interval; nothing with fewer than five on a side."""
    if not change.enough:
        return "", ""
    low, high = difference(change.after, change.before)
    gap = percent(change.after.share - change.before.share)
    return f"{_signed(gap)} points", f"{_signed(percent(low))} and {_signed(percent(high))}"


def _says(change: BeforeAfter, alone: bool) -> str:
    before, after = change.before, change.after
    name = shortened(change.name, LONGEST)
    if not after.hits:
        return f"“{name}”: it is too early to compare."
    earlier = f", {before.counts} before" if before.hits else ""
    told = f"“{name}”: {after.counts} came to an interview after it{earlier}."
    if not change.enough:
        return f"{told} These are too few to compare."
    return f"{told} {_verdict(change, 'It' if alone else f'“{name}”')} {NO_PROOF}"


def _verdict(change: BeforeAfter, it: str) -> str:
    """Whether it helped, as far as that can be said; how far exactly stands in the table.

    Of several it says which it means. What may be chance is called no worse than before.
    """
    gap, chance = change.after.share - change.before.share, change.may_be_chance
    found = f"{it} may have helped. " if gap > 0 else ""
    if gap < 0 and not chance:
        found = "That is a smaller share than before. "
    if change.enough_for_a_verdict:
        chances = "The difference may be chance." if not found else "It may be chance."
        return found + (chances if chance else "Chance alone would rarely do that.")
    sure = "Too few yet to be sure." if chance else f"{FOR_A_VERDICT} on each side would tell more."
    return found + sure


def _signed(points: int) -> str:
    return f"{points:+d}".replace("-", "−")
