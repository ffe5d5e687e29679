"""What gets answers: calls and letters by channel, script and tone."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, case, exists, func, select
from sqlalchemy.orm import aliased

from tracker.insights.figures.intervals import Rate
from tracker.insights.figures.scope import TODAY, USER, Scope, Shape, not_in_bin
from tracker.loop.ask.letter_facts import KINDS as SITUATIONS
from tracker.loop.ask.letter_facts import TONES
from tracker.loop.ask_state import ANSWERED, AWAITED
from tracker.models.attempt import CHANNELS, Attempt
from tracker.models.feedback import Feedback

TOLD_NOW = "In the same call as the no"


class AskCount(NamedTuple):
    """So many asks that are alike in all of this."""

    kind: str
    channel: str
    wording: str
    answered: bool
    waiting: bool
    """Its time to be answered is not over."""
    n: int


def read_asks(scope: Scope) -> list[AskCount]:
    """Asks and nudges of the span, added up."""
    rows = scope.rows(_alike(scope.shape))
    return [
        AskCount(kind, channel, wording, bool(answered), bool(waiting), n)
        for kind, channel, wording, answered, waiting, n in rows
    ]


@lru_cache
def _alike(shape: Shape) -> Select[*tuple[Any, ...]]:
    """An answer in writing is counted for the last that was tried before it came."""
    later = aliased(Attempt)
    last = ~exists().where(
        later.application_id == Attempt.application_id,
        later.is_ask,
        later.id > Attempt.id,
    )
    undated = Feedback.received_on.is_(None) & (Feedback.created_at >= Attempt.created_at)
    came = exists().where(
        Feedback.application_id == Attempt.application_id,
        Feedback.is_theirs,
        (Feedback.received_on >= Attempt.on) | undated,
    )
    answered = case((Attempt.result.in_(ANSWERED) | (came & last), 1), else_=0)
    awaited = Attempt.result.in_(AWAITED) & (Attempt.follow_up_on > TODAY)
    waiting = case((awaited & ~came, 1), else_=0)
    each = (
        select(
            Attempt.kind,
            Attempt.channel,
            Attempt.wording,
            answered.label("answered"),
            waiting.label("waiting"),
        )
        .where(Attempt.user_id == USER, Attempt.is_ask, not_in_bin(Attempt.application_id))
        .where(*shape.within(Attempt.on))
        .subquery()
    )
    return select(*each.c, func.count()).group_by(*each.c)


def still_waiting(asks: list[AskCount]) -> int:
    """Those that are left out, as they may still be answered."""
    return sum(ask.n for ask in asks if ask.waiting and not ask.answered)


def by_channel(asks: list[AskCount]) -> dict[str, Rate]:
    """Call, Email and so on; the nudge by itself, as it comes after silence."""
    return _rates(
        (CHANNELS.get(ask.channel, ask.channel) if ask.kind == "ask" else "The one reminder", ask)
        for ask in asks
    )


def by_script(asks: list[AskCount]) -> dict[str, Rate]:
    """By the situation that script or letter was made for."""
    return _rates((_script(ask.wording), ask) for ask in asks if ask.kind == "ask")


def by_tone(asks: list[AskCount]) -> dict[str, Rate]:
    """Warm, plain, formal."""
    return _rates((TONES.get(_tone(ask.wording), ""), ask) for ask in asks)


def _script(wording: str) -> str:
    name = wording.partition("/")[0]
    return SITUATIONS.get(name, TOLD_NOW if name == "told_now" else "")


def _tone(wording: str) -> str:
    return wording.partition("/")[2].partition("/")[0]


def _rates(named: Iterator[tuple[str, AskCount]]) -> dict[str, Rate]:
    """Without a name, or while waiting, it is left out; the most used first."""
    tried: Counter[str] = Counter()
    hits: defaultdict[str, int] = defaultdict(int)
    for name, ask in named:
        if name and (ask.answered or not ask.waiting):
            tried[name] += ask.n
            hits[name] += ask.n if ask.answered else 0
    return {
        name: Rate(hits[name], count)
        for name, count in sorted(tried.items(), key=lambda each: (-each[1], each[0]))
    }
