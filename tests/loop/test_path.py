"""The path from a no to the next step: what is done, what is now, what was left out."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.loop.facts import Facts
from tracker.loop.next_step import next_step
from tracker.loop.path import PathFacts, parts_behind, path
from tracker.loop.step_kind import PARTS

ZONE = ZoneInfo("Australia/Sydney")
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SAID_NO = Facts(
    "rejected",
    False,
    NOW - timedelta(days=3),
    date(2026, 10, 1),
    None,
    None,
    False,
    True,
    None,
    None,
)
NO = PathFacts(rejection_id=1)


def states(travelled: PathFacts = NO, closed: bool = False, **facts: object) -> str:
    """D, n, l and s for done, now, later and skipped."""
    known = SAID_NO._replace(**facts)
    found = path(known, next_step(known, NOW, ZONE), travelled, closed)
    assert list(found) == list(PARTS)
    return "".join(
        {"done": "D", "now": "n", "later": "l", "skipped": "s"}[each] for each in found.values()
    )


@pytest.mark.parametrize(
    ("told", "facts", "travelled"),
    [
        ("nlllll", {"rejection_recorded": False}, PathFacts()),
        ("Dnllll", {"rest_until": NOW + timedelta(hours=3)}, NO),
        ("Dsnlll", {"ask_next": "call"}, NO),
        ("DDnlll", {"ask_next": "call"}, NO._replace(moment=True)),
        ("Dsnlll", {"ask_next": "write"}, NO._replace(attempts=1)),
        ("Dsnlll", {"ask_next": "wait", "ask_turns_on": TODAY + timedelta(days=3)}, NO._replace(attempts=2)),
        ("DsDnll", {"ask_next": "write_down"}, NO._replace(attempts=1)),
        ("DsDnll", {"feedback_unread": 1}, NO._replace(attempts=1, answers=1)),
        ("DsDnll", {"ask_next": "probe"}, NO._replace(attempts=1, answers=1)),
        ("DssDnl", {"points_open": 1}, NO._replace(answers=1, points=1)),
        ("DsDsnl", {"ask_next": "closed"}, NO._replace(attempts=2)),
        ("DsDDnl", {"actions_open": 1, "action_due_on": TODAY}, NO._replace(attempts=1, answers=1)),
        ("DsDDnl", {"actions_open": 1, "action_due_on": TODAY + timedelta(days=1)}, NO._replace(attempts=1, answers=1)),
        ("DDDDDn", {"loop_ended": True}, NO._replace(moment=True, attempts=1, answers=1, done=1)),
        ("DsDsDn", {"loop_ended": True}, NO._replace(attempts=1, nothing=True)),
        ("DsDDDn", {"loop_ended": True, "stage": "action_taken", "ask_next": "thank"}, NO._replace(attempts=1, answers=1, done=1)),
        ("DsDDDn", {"loop_ended": True, "stage": "action_taken", "feedback_unread": 1}, NO._replace(attempts=1, answers=1, done=1)),
        ("DsDsDn", {"loop_ended": True, "stage": "action_taken", "ask_next": "wait", "ask_turns_on": TODAY + timedelta(days=3)}, NO._replace(attempts=1, done=1)),
        ("DsDDnl", {"loop_ended": True, "stage": "action_taken", "actions_open": 1, "action_due_on": TODAY}, NO._replace(attempts=1, answers=1, done=1)),
        ("DsnlDl", {"loop_ended": True, "ask_next": "call"}, NO._replace(done=1)),
        ("DsDnDl", {"loop_ended": True, "stage": "feedback_received", "ask_next": "thank"}, NO._replace(attempts=1, answers=1, done=1)),
        ("DsDDDD", {"archived": True}, NO._replace(attempts=1, answers=1, done=1, used=1)),
        ("Dlllll", {"ask_next": "lapsed"}, NO),
    ],
)  # fmt: skip
def test_path_says_what_is_done_and_what_is_now(told, facts, travelled) -> None:
    assert states(travelled, **facts) == told


def test_card_put_away_as_a_closed_loop_has_arrived() -> None:
    assert states(NO._replace(done=1), closed=True, archived=True) == "DsssDD"


def test_waiting_for_the_answer_to_a_probe_belongs_to_what_they_said() -> None:
    waiting = {"ask_next": "wait", "ask_turns_on": TODAY + timedelta(days=3)}

    assert states(NO._replace(attempts=2, answers=1), **waiting) == "DsDnll"


@pytest.mark.parametrize(
    ("behind", "facts"),
    [
        (0, {"rejection_recorded": False}),
        (1, {"rest_until": NOW + timedelta(hours=3)}),
        (2, {"ask_next": "call"}),
        (3, {"ask_next": "thank", "stage": "feedback_received"}),
        (4, {"points_open": 1}),
        (5, {"loop_ended": True}),
        (5, {"loop_ended": True, "stage": "action_taken", "ask_next": "thank"}),
        (1, {"ask_next": "lapsed"}),
    ],
)
def test_parts_behind_a_card_are_told_by_its_facts_alone(behind, facts) -> None:
    known = SAID_NO._replace(**facts)

    assert parts_behind(known, next_step(known, NOW, ZONE)) == behind
