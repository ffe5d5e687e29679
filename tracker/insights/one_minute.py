"""What can be read in one minute: the numbers of a record in sentences, with their uncertainty."""

from tracker.insights.figures.intervals import Rate
from tracker.sharing.pace import Pace, pace_in_words
from tracker.sharing.record import Record
from tracker.sharing.summary import (
    SharedSummary,
    actions_sentence,
    asked_sentence,
    loops_sentence,
    offers_sentence,
    standing_sentence,
)
from tracker.values.formatting import count, plural

NOTHING = "Nothing was written down for this time yet."


def one_minute(record: Record) -> list[str]:
    """A few sentences, each about one thing; nothing where the part is not chosen."""
    counted, pace = record.summary, record.pace
    if counted is None:
        return []
    if not any(counted):
        return [NOTHING]
    said = [
        offers_sentence(counted),
        *(pace_in_words(pace) if pace else ()),
        reached_sentence(counted, pace),
        standing_sentence(counted),
        asked_sentence(counted),
        loops_sentence(counted),
        actions_sentence(counted) if counted.actions_done else "",
    ]
    return [sentence for sentence in said if sentence]


def reached_sentence(counted: SharedSummary, pace: Pace | None) -> str:
    """How far the applications came, and how sure that is."""
    if not counted.applications:
        return "No application was sent in this time."
    rate = Rate(counted.interviewed, counted.applications)
    sent = f"{plural(counted.applications, 'application')} sent"
    reached = f"{count(rate.hits) if rate.hits else 'none'} came to an interview"
    far = [f"{reached} ({interval(rate)})" if rate.enough else reached]
    if counted.offers:
        far.append(f"{count(counted.offers)} to an offer")
    still = "is" if counted.still_open <= 1 else "are"
    open_ = f"{count(counted.still_open) if counted.still_open else 'none'} {still} still open"
    if pace and pace.not_yet and counted.still_open > pace.not_yet:
        open_ += f", {count(pace.not_yet)} of them without an interview so far"
    return f"{sent}: {', '.join(far)}{',' if len(far) > 1 else ''} and {open_}."


def interval(rate: Rate) -> str:
    """23%, likely 14 to 35%."""
    return rate.words.partition("(")[2].removesuffix(")")
