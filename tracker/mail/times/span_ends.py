"""The day on which a week, a month or the day itself ends: by the end of this week."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

BY = r"(?:by|before|until|till|no later than|not later than|at the latest)"
SPAN = re.compile(
    rf"\b(?:{BY} (?:the )?)?end of (?:the |this |your )?(?P<next>next )?(?:coming )?"
    r"(?:(?:business|working) )?(?P<span>week|month|day|today)\b"
    r"|\bende (?:der |dieser |des |dieses |diesen )?(?P<folgt>(?:nächste|kommende)[rn] )?"
    r"(?P<spanne>woche|monats|tages)\b"
    rf"|\b{BY} (?:the )?(?P<weekend>weekend)\b|\b(?:bis |vor )?(?:zum |dem )(?P<ende>wochenende)\b"
    rf"|\b{BY} (?:(?:close of business|cob|eod|tonight) ?)?(?P<today>today|tonight|cob|eod"
    r"|close of business)\b"
    r"|\b(?:bis |noch )(?P<heute>heute)(?: abend)?\b|\bbis zum (?P<monat>monatsende)\b"
    r"|\b(?P<bare>(?:(?:sometime|some time|within|during) )?this week"
    r"|(?:noch )?(?:in )?dieser? woche)(?=[.!?,]|$)",
    re.IGNORECASE,
)
FRIDAY, WEEK = 4, 7


class SpanEnd(NamedTuple):
    """The day, and how it is given."""

    on: date
    said: str
    bare: bool = False
    """Whether no word says that it is the end: this week."""


def span_end(sentence: str, sent: date) -> SpanEnd | None:
    """The first one that the sentence gives; a week ends on its Friday, as offices do."""
    found = SPAN.search(sentence)
    if found is None:
        return None
    said = (found["span"] or found["spanne"] or "").lower()
    if said in ("day", "today", "tages") or found["today"] or found["heute"]:
        return SpanEnd(sent, found[0])
    follows = bool(found["next"] or found["folgt"])
    if said in ("month", "monats") or found["monat"]:
        first = date(sent.year + sent.month // 12, sent.month % 12 + 1, 1) if follows else sent
        return SpanEnd(first.replace(day=calendar.monthrange(first.year, first.month)[1]), found[0])
    ahead = (FRIDAY - sent.weekday()) % WEEK + WEEK * follows
    return SpanEnd(sent + timedelta(days=ahead), found[0], bool(found["bare"]))


__all__ = ["SpanEnd", "span_end"]
