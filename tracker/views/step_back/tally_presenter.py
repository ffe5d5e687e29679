"""Names and how often each came to an interview: drawn, in a table, and in one sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.insights.figures.better import verdict
from tracker.insights.figures.intervals import FOR_A_VERDICT, Rate
from tracker.loop.step_back import UNKNOWN, UNNOTED, Tally
from tracker.values.formatting import count, plural, shortened

MOST = 8
"""Rows of a table; the rest is counted."""
MOST_DRAWN = 4
TOO_FEW = f"To compare them, about {FOR_A_VERDICT} of each are needed."


class Share(NamedTuple):
    """A part of a whole, as a bar below its name."""

    name: str
    words: str
    part: int | None
    """None where there are too few to draw."""
    whole: int


class TallyTable(NamedTuple):
    """Names, how many were sent, how many came to an interview."""

    rows: list[Tally]
    more: int
    finding: str
    """The one sentence to take away."""
    shares: list[Share]
    """Each with its counts, as a bar where it may be compared."""
    headline: str
    """The sentence without its numbers where those are drawn; of too few, what is known."""

    @property
    def too_few(self) -> bool:
        """Whether there are several, and none is compared yet."""
        return self.finding == TOO_FEW


def present_tally(rows: Sequence[Tally]) -> TallyTable:
    """The most frequent."""
    shown = list(rows[:MOST])
    finding = tally_words(rows)
    headline = most_often(known_rows(rows)) if finding == TOO_FEW else finding
    headline = headline_words(rows) if compared(rows) else headline
    more = max(len(rows) - MOST, 0)
    return TallyTable(shown, more, finding, present_shares(rows), headline)


def present_shares(rows: Sequence[Tally]) -> list[Share]:
    """By their share, those with too few for a bar last; where none is compared, most sent first.

    Too few are counted all the same: nobody should choose without them. None is no contest.
    """
    known = known_rows(rows)[:MOST_DRAWN]
    rates = [(row.name, Rate(row.interviews, row.sent)) for row in known]
    if len(rates) < 2 or not any(rate.hits for _, rate in rates):
        return []
    draws = bool(compared(rows))
    if draws:
        rates.sort(key=lambda each: (not enough(each[1]), -each[1].share))
    else:
        rates.sort(key=lambda each: -each[1].n)
    return [
        Share(name, share_words(rate), rate.hits if draws and enough(rate) else None, rate.n)
        for name, rate in rates
    ]


def enough(rate: Rate) -> bool:
    """Whether it may be set against another."""
    return rate.n >= FOR_A_VERDICT


def share_words(rate: Rate) -> str:
    """6 interviews of 10."""
    return f"{plural(rate.hits, 'interview')} of {rate.n:,}"


def headline_words(rows: Sequence[Tally]) -> str:
    """What the bars say."""
    found = verdict({row.name: Rate(row.interviews, row.sent) for row in known_rows(rows)})
    (name, rate), (_, next_rate), *_ = found.compared
    if found.clear:
        return f"More interviews with “{shortened(name, 60)}”."
    if rate.share == next_rate.share and len(known_rows(rows)) == 2:
        return "The same so far."
    return "No clear difference. It may be chance."


def known_rows(rows: Sequence[Tally]) -> list[Tally]:
    """Those that say of themselves what they are."""
    return [row for row in rows if row.name not in (UNKNOWN, UNNOTED)]


def compared(rows: Sequence[Tally]) -> list[tuple[Tally, Rate]]:
    """The two of the sentence; none where nothing is compared."""
    by_name = {row.name: row for row in known_rows(rows)}
    found = verdict({name: Rate(row.interviews, row.sent) for name, row in by_name.items()})
    two = [(by_name[name], rate) for name, rate in found.compared[:2]]
    return two if len(two) == 2 and two[0][1].hits else []


def tally_words(rows: Sequence[Tally]) -> str:
    """Which share is larger by more than chance; else that none is, or that there are too few."""
    known = known_rows(rows)
    if not known:
        return ""
    if len(known) == 1:
        rate = Rate(known[0].interviews, known[0].sent)
        came = f"{rate.counts} came to an interview" if rate.hits else f"{count(rate.n)} sent"
        return f"“{shortened(known[0].name, 60)}”: {came}."
    found = verdict({row.name: Rate(row.interviews, row.sent) for row in known})
    if len(found.compared) < 2:
        return TOO_FEW
    (name, rate), (other, next_rate), *_ = found.compared
    against = f", against {next_rate.counts} with “{shortened(other, 60)}”"
    counts = rate.counts + (against if next_rate.hits else "")
    if found.clear:
        return f"More interviews with “{shortened(name, 60)}”: {counts}."
    if not rate.hits:
        return "No clear difference so far."
    if rate.share == next_rate.share:
        return f"The same so far: {rate.counts} and {next_rate.counts} came to an interview."
    return f"No clear difference. “{shortened(name, 60)}” has {counts}; that may be chance."


def most_often(known: Sequence[Tally]) -> str:
    """What there is most of, where nothing is compared: that is known all the same."""
    most = [row for row in known if row.sent == known[0].sent]
    names = [f"“{shortened(row.name, 60)}”" for row in most[:2]]
    if len(most) == 1:
        counts = f"{known[0].sent:,}\u00a0of\u00a0{sum(row.sent for row in known):,}"
        return f"Most often: {names[0]}, {counts}."
    more = f" and {len(most) - 2} more" if len(most) > 2 else ""
    return f"Most often: {(', ' if more else ' and ').join(names)}{more}, {known[0].sent:,} each."


def left_out_words(young: int) -> str:
    """Why the numbers of a table are fewer than all that were sent."""
    are = "is" if young == 1 else "are"
    return f"{young:,} {are} not counted here yet: an answer may still come." if young else ""


def too_young_words(young: int, quiet_days: int) -> str:
    """Those that are left out."""
    if not young:
        return ""
    left = (
        f"{plural(young, 'application')} of the last {plural(quiet_days, 'day')}, or without a day"
    )
    return f"Not counted, because an answer may still come: {left}."
