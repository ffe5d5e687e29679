"""The sentences of one minute, wherever they stand: each number in them compared with the count."""

import re
from collections import Counter

from tests.histories.expected import Expected
from tests.histories.reading import numbers_in, standings_in
from tracker.models.reads.standing import Standing


def check_minute(text: str, expected: Expected) -> None:
    """How they stand, what came of asking, the loops, the actions."""
    assert standings_in(text) == +labels(expected)
    noes, asked, answered, closed, unasked, _ = expected.loops
    if noes:
        assert re.search(rf"(?<![\d,]){noes:,} rejections? written down\.", text), text
        assert "yet" not in text
    if noes > 1 and asked:
        pattern = r"asked for after ([\d,]+) of them(?:, and ([\d,]+) answered)?\."
        assert numbers_in(pattern, text) == [asked, answered]
    elif noes and asked:
        assert ("somebody answered" in text) == bool(answered)
    elif noes:
        assert "asked for" not in text
    if unasked and not (noes == 1 and asked):
        assert numbers_in(r"Feedback came unasked after ([\d,]+)\.", text) == [unasked]
    if noes and closed:
        assert numbers_in(r"learnt from ([\d,]+) of ([\d,]+) rejections?:", text) == [closed, noes]
    elif noes:
        assert "learnt" not in text
    if expected.done:
        assert numbers_in(r"([\d,]+) actions? done\.", text) == [expected.done]
    waits = expected.standings[Standing.OFFER_TO_ANSWER]
    if waits:
        assert numbers_in(r"([\d,]+) offers? waits? for an answer", text) == [waits]


def check_reached(text: str, expected: Expected) -> None:
    """How many were sent, came to an interview, to an offer, and are still open."""
    if not expected.n:
        return
    sent = numbers_in(
        r"([\d,]+) applications? sent[:.](?: ([\d,]+) came to an interview(?: \([^)]*\))?)?"
        r"(?:,?(?: and)? ([\d,]+) to an offer)?(?:,?(?: and)? ([\d,]+) (?:is|are) still open)?",
        text,
    )
    assert sent == [expected.n, expected.interviewed, expected.offers, still_open(expected)]


def still_open(expected: Expected) -> int:
    """Those of which something may still come."""
    return sum(expected.standings[each] for each in Standing if each.is_open)


def labels(expected: Expected) -> Counter[str]:
    """How many stand how, by the words for it."""
    return Counter({each.label: many for each, many in expected.standings.items()})
