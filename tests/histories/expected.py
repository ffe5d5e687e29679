"""The numbers of a search, counted row by row without the program's queries."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.standing import standing_of
from tracker.loop.stage import Stage
from tracker.models import (
    Action,
    ActionPoint,
    ActionUse,
    Application,
    Attempt,
    Feedback,
    FeedbackPoint,
    Interview,
    Offer,
    Rejection,
    StageChange,
    User,
)
from tracker.models.reads.standing import Standing

ASKING = ("ask", "nudge")


@dataclass
class Expected:
    """What every output has to show."""

    standings: Counter[Standing] = field(default_factory=Counter)
    dated: int = 0
    interviewed: int = 0
    offers: int = 0
    rounds: list[tuple[date | None, str]] = field(default_factory=list)
    """The day and the pay of each offer."""
    waiting_offers: set[int] = field(default_factory=set)
    """The applications whose latest waits for an answer."""
    dated_offers: int = 0
    ripe: int = 0
    ripe_interviewed: int = 0
    by_paper: tuple[int, int] = (0, 0)
    """The same two of those whose résumé is known: imported ones have none."""
    loops: tuple[int, ...] = ()
    """Rejections, asked about, answered, closed, answered unasked, used."""
    loops_of_today: tuple[int, ...] = ()
    """The same without the last, of 90 days."""
    undated_noes: int = 0
    """Those of which that says nothing."""
    done: int = 0

    @property
    def n(self) -> int:
        return sum(self.standings.values())


def counted(session: Session, user: User, at: datetime, today: date, quiet_days: int) -> Expected:
    """Count them."""

    def all_of(model: Any) -> list[Any]:
        mine = select(model).where(model.user_id == user.id).order_by(model.id)
        return list(session.scalars(mine))

    cards = {card.id: card for card in all_of(Application) if card.deleted_at is None}
    silent_before = today - timedelta(days=quiet_days)
    met = came_to_an_interview(cards, all_of(StageChange), all_of(Interview))
    rounds = sorted(all_of(Offer), key=lambda row: (row.created_at, row.id))
    offered = {row.application_id: row for row in rounds}  # the latest of each
    called = {card for card, moments in reopenings(all_of(StageChange)).items() if moments}
    found = Expected()
    found.rounds = [
        (row.received_on, row.pay_text) for row in rounds if row.application_id in cards
    ]
    for card in cards.values():
        stands = standing_of(card, at, silent_before)
        latest = offered.get(card.id)
        if latest is not None and latest.decision is None and card.archived_at is None:
            found.waiting_offers.add(card.id)
        offer = latest is not None or (card.outcome or "").startswith("offer")
        found.standings[stands] += 1
        found.interviewed += card.id in met
        found.offers += offer
        found.dated += card.applied_on is not None
        found.dated_offers += offer and card.applied_on is not None
        if card.applied_on is None:
            over = card.archived_at is not None or card.stage not in ("applied", "interview")
            ripe = over or card.id in met or offer or card.no_said or card.id in called
        else:
            ripe = card.applied_on < silent_before
        found.ripe += ripe
        found.ripe_interviewed += ripe and card.id in met
        if ripe and card.resume_id is not None:
            n, came = found.by_paper
            found.by_paper = n + 1, came + (card.id in met)
    loops = [(no.on, led) for no, led in _loops(session, cards, all_of)]
    found.loops = _sums([led for _, led in loops], 6)
    found.undated_noes = sum(1 for on, _ in loops if on is None)
    recent = today - timedelta(days=89)
    found.loops_of_today = _sums(
        [led[:5] for on, led in loops if on is not None and recent <= on <= today], 5
    )
    found.done = sum(1 for each in all_of(Action) if each.done_on and not each.dropped_at)
    return found


def came_to_an_interview(
    cards: dict[int, Application], changes: list[StageChange], talks: list[Interview]
) -> set[int]:
    """By where they stand, by moves that stand, by what is noted."""
    undone = {change.undoes_id for change in changes if change.undoes_id is not None}
    moved = {
        change.application_id
        for change in changes
        if change.after == "interview" and change.undoes_id is None and change.id not in undone
    }
    standing = {card.id for card in cards.values() if card.stage == "interview"}
    return (moved | standing | {talk.application_id for talk in talks}) & cards.keys()


def reopenings(changes: list[StageChange]) -> dict[int, list[datetime]]:
    """When they called after all, card by card: moves back that were meant."""
    undone = {change.undoes_id for change in changes if change.undoes_id is not None}
    found: dict[int, list[datetime]] = defaultdict(list)
    for change in changes:
        ended = change.before is not None and change.before not in Stage.OPEN
        meant = change.undoes_id is None and change.id not in undone
        if ended and meant and change.after in Stage.OPEN:
            found[change.application_id].append(change.recorded_at)
    return found


def _loops(session: Session, cards: dict[int, Application], all_of: Any) -> Any:
    """Each no that was said and stands, and the steps that it led to.

    What came before they called after all belongs to an earlier no.
    """
    reopened = reopenings(all_of(StageChange))

    def of_this_round(card: int, row: Any) -> bool:
        return all(moment <= row.created_at for moment in reopened[card])

    theirs = {
        row.application_id
        for row in all_of(Feedback)
        if row.channel != "own" and of_this_round(row.application_id, row)
    }
    asks = [
        row
        for row in all_of(Attempt)
        if row.kind in ASKING and of_this_round(row.application_id, row)
    ]
    point = {row.id: row.application_id for row in all_of(FeedbackPoint)}
    answers: dict[int, set[int]] = defaultdict(set)
    for link in session.scalars(select(ActionPoint)):
        if link.point_id in point:
            answers[link.action_id].add(point[link.point_id])
    done: dict[int, set[int]] = defaultdict(set)
    for action in all_of(Action):
        if action.done_on and not action.dropped_at:
            for card in answers[action.id] | {action.application_id}:
                if of_this_round(card, action):
                    done[card].add(action.id)
    used = {row.action_id for row in all_of(ActionUse)}
    for no in all_of(Rejection):
        card = no.application_id
        if no.how == "silence" or card not in cards or not of_this_round(card, no):
            continue
        asked = any(
            row.application_id == card and row.rejection_id in (None, no.id) for row in asks
        )
        came = card in theirs
        let_go = no.nothing_to_act_on_at is not None and (asked or came)
        yield no, (
            1, asked, asked and came, bool(done[card]) or let_go, came and not asked,
            bool(done[card] & used),
        )  # fmt: skip


def _sums(rows: list[tuple[Any, ...]], width: int) -> tuple[int, ...]:
    return tuple(sum(int(row[place]) for row in rows) for place in range(width))
