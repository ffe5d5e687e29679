"""How hundreds of applications are written in a few statements, their summaries with them.

What the verbs of one application write is written here a table at a time, which takes a fiftieth of
the time; tests/models/changes/test_many.py holds that both leave the very same rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, exists, insert, select, update
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.base import Base
from tracker.models.changes.position import GAP, ColumnPositions
from tracker.models.check_in import CheckIn
from tracker.models.contact import ApplicationContact
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.interview import Interview
from tracker.models.offer import Offer
from tracker.models.rejection import SILENCE, Rejection
from tracker.models.stage_change import StageChange
from tracker.models.summary import KEPT, settle
from tracker.models.summary.in_bulk import sum_up
from tracker.models.summary.loop import fresh_ask
from tracker.models.thought import Thought
from tracker.models.user import User
from tracker.values.days import day_of

AT_ONCE = 500
BESIDE: tuple[Any, ...] = (
    Action,
    Attempt,
    CheckIn,
    Feedback,
    FeedbackPoint,
    Interview,
    Offer,
    Rejection,
    Thought,
)
"""What is written down beside an application and makes more of it than its own columns say."""
TABLE = Base.metadata.tables["applications"]
WRITTEN = (*sorted(KEPT), "stage", "stage_since", "position", "archived_at", "archived_on",
           "outcome", "updated_at")  # fmt: skip
WRITE = (
    update(TABLE)
    .where(TABLE.c.id == bindparam("row"))
    .values({name: bindparam(name) for name in WRITTEN} | {"version": TABLE.c.version + 1})
)


def parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """A few hundred at a time: a statement holds only so many numbers."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def take_in_hand(session: Session, applications: Iterable[Application]) -> None:
    """From now on they are written by `write`, and by no flush."""
    session.flush()
    for each in applications:
        session.expunge(each)


def write(session: Session, user: User, applications: Sequence[Application], now: datetime) -> None:
    """Write what was set on them; those with more beside them are added up from their rows."""
    plain = with_nothing_beside(session, [each.id for each in applications])
    plain -= {each.id for each in applications if _is_due(each, now)}
    for each in applications:
        settle(each, now, user.zone)
    rows = [
        {"row": each.id, **{name: getattr(each, name) for name in WRITTEN}} for each in applications
    ]
    if rows:
        session.connection().execute(WRITE, rows)
    session.expire_all()
    for some in parts([each.id for each in applications if each.id not in plain]):
        sum_up(session, some, now, user.zone)


def _is_due(application: Application, now: datetime) -> bool:
    """Whether time alone has changed what it adds up to since: only what is over does that."""
    wakes = application.wake_at
    return not application.is_open and wakes is not None and wakes <= now


def with_nothing_beside(session: Session, ids: Sequence[int]) -> set[int]:
    """Those whose columns tell all that there is to add up: silence that was just noted aside."""
    found: set[int] = set()
    for some in parts(ids):
        beside = [_row_of(model) for model in BESIDE if model is not Rejection]
        beside += [
            _row_of(ApplicationContact),
            _row_of(StageChange, StageChange.reopens, StageChange.undoes_id.is_(None)),
            _row_of(Rejection, Rejection.is_said),
            _row_of(Rejection, Rejection.stopped_asking_at.is_not(None)),
            _row_of(Rejection, Rejection.nothing_to_act_on_at.is_not(None)),
        ]
        plain = select(Application.id).where(Application.id.in_(some), *(~each for each in beside))
        found.update(session.scalars(plain))
    return found


def _row_of(model: Any, *conditions: Any) -> Any:
    return exists().where(model.application_id == Application.id, *conditions)


def add_silence(
    session: Session, user: User, applications: Sequence[Application], now: datetime
) -> None:
    """No answer came: the fact and the move to Rejected, and no more; the first on top."""
    if not applications:
        return
    today = day_of(now, user.zone)
    session.connection().execute(
        insert(Base.metadata.tables["rejections"]),
        [_silence(each, today, now) for each in applications],
    )
    add_moves(session, applications, [(Stage.REJECTED, None)] * len(applications), today, now)
    top = ColumnPositions(session, user.id, Stage.REJECTED, None).top()
    ask_next, turns_on = fresh_ask(today, today, silent=True)
    for number, each in enumerate(reversed(applications)):
        each.stage, each.stage_since, each.position = Stage.REJECTED, today, top - number * GAP
        each.rejection_on, each.rejection_recorded, each.no_stands = today, True, False
        each.role_closed, each.rest_until, each.no_on = False, None, today
        each.ask_next, each.ask_turns_on, each.wake_at = ask_next, turns_on, None


def _silence(application: Application, today: date, now: datetime) -> dict[str, Any]:
    """As Rejection.beside makes it, and reject() fills it in."""
    said: dict[str, Any] = dict.fromkeys(("words", "reason", "went_well", "would_change"), "")
    return said | {
        "user_id": application.user_id,
        "application_id": application.id,
        "on": today,
        "how": SILENCE,
        "stage_reached": application.stage,
        "feedback_offered": False,
        "role_cancelled": False,
        "rest_until": None,
        "created_at": now,
    }


def add_moves(
    session: Session,
    applications: Sequence[Application],
    moves: Sequence[tuple[str, int | None]],
    today: date,
    now: datetime,
) -> None:
    """A move of each: where to, and the number of the one that it undoes."""
    session.connection().execute(
        insert(Base.metadata.tables["stage_changes"]),
        [
            {
                "user_id": each.user_id,
                "application_id": each.id,
                "before": each.stage,
                "after": after,
                "on": today,
                "recorded_at": now,
                "place_before": each.position,
                "undoes_id": undoes,
            }
            for each, (after, undoes) in zip(applications, moves, strict=True)
        ],
    )
