"""What can be read in one minute: the numbers of a record in sentences, with their uncertainty."""

from tracker.insights.figures.intervals import Rate
from tracker.sharing.pace import pace_in_words
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

NOTHING = "This time is empty so far."


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
        reached_sentence(counted),
        standing_sentence(counted),
        asked_sentence(counted),
        loops_sentence(counted),
        actions_sentence(counted),
    ]
    return [sentence for sentence in said if sentence]


def reached_sentence(counted: SharedSummary) -> str:
    """How far the applications came, and how sure that is; nothing of what none of them did."""
    if not counted.applications:
        return ""
    rate = Rate(counted.interviewed, counted.applications)
    sent = f"{plural(counted.applications, 'application')} sent"
    came = f"{count(rate.hits)} came to an interview"
    still = "is" if counted.still_open == 1 else "are"
    said = [
        *([f"{came} ({interval(rate)})" if rate.enough else came] if rate.hits else ()),
        *([f"{count(counted.offers)} to an offer"] if counted.offers else ()),
        *([f"{count(counted.still_open)} {still} still open"] if counted.still_open else ()),
    ]
    if not said:
        return f"{sent}."
    last = said.pop()
    return (
        f"{sent}: {', '.join(said)}{',' if len(said) > 1 else ''}{' and ' if said else ''}{last}."
    )


def interval(rate: Rate) -> str:
    """23%, probably between 14 and 35%."""
    return rate.words.partition("(")[2].removesuffix(")")
