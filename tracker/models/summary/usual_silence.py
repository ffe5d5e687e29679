"""What is usual for a person: after how many days without a word an application is silent."""

from datetime import date, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from tracker.loop.facts import SILENT_FOR
from tracker.loop.stage import Stage
from tracker.loop.today_rank import today_place
from tracker.loop.wake import wakes_at
from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.summary import FACTS, facts_in
from tracker.models.user import User
from tracker.values.days import day_of

SHORTEST, LONGEST = 7, 42
"""Days: sooner would be pushy, however quick the others were; later is too late to ask."""

APPLICATIONS = Base.metadata.tables["applications"]
CHANGED = (
    update(APPLICATIONS)
    .where(APPLICATIONS.c.id == bindparam("row"))
    .values({name: bindparam(name) for name in ("quiet_days", "wake_at", "today_place")})
)
"""Past the versions: nothing that a person wrote is changed."""


def to_be_read(user: User, today: date) -> bool:
    """Whether it has not been worked out today."""
    return user.quiet_read_on != today


def forget(session: Session, user_id: int) -> None:
    """So much came in at once that it is worked out anew at the next look."""
    session.execute(update(User).where(User.id == user_id).values(quiet_read_on=None))


def silent_after(usual: int | None) -> int:
    """Days without a word that are silence, by what is usual; None where that is not known."""
    return SILENT_FOR if usual is None else min(max(usual, SHORTEST), LONGEST)


def save_usual_silence(session: Session, user: User, usual: int | None, now: datetime) -> None:
    """Keep what is usual, None where too few replies are known, with all that waits.

    Call once a day: a new application has what is usual for everybody until then, and that is
    never too soon to matter. The person's revision grows only where something reads differently.
    """
    days = silent_after(usual)
    differs = user.quiet_days != days
    user.quiet_days, user.quiet_read_on = days, day_of(now, user.zone)
    waiting = select(Application.id, *FACTS).where(
        Application.user_id == user.id,
        Application.stage.in_(Stage.OPEN),
        Application.live,
        Application.quiet_days != days,
    )
    changed = []
    for row in session.execute(waiting):
        facts = facts_in(row)._replace(quiet_days=days)
        wakes, place = wakes_at(facts, now, user.zone), today_place(facts, now, user.zone)
        changed.append({"row": row.id, "quiet_days": days, "wake_at": wakes, "today_place": place})
    if changed or differs:
        user.revision = User.revision + 1
    session.flush()
    if changed:
        session.connection().execute(CHANGED, changed)
