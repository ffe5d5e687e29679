"""One step for many applications: what the verbs of a single one do, all of it or none."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.outcome import Outcome
from tracker.models.application import Application
from tracker.models.changes.archival import archive
from tracker.models.changes.many_rows import add_silence, parts, take_in_hand, write
from tracker.models.changes.tags import put_on, take_off
from tracker.models.changes.vocabulary import TAGS
from tracker.models.many.bulk_change import BulkChange
from tracker.models.skill import Tag
from tracker.models.user import User
from tracker.values.formatting import shortened

MOST = 2000
"""Applications in one step."""
NAMED = 60
"""Signs of a tag's name where it is told what was done."""
OUTCOMES = (Outcome.LOOP_CLOSED, Outcome.WITHDRAWN, Outcome.ROLE_CLOSED)
"""An offer is answered one by one."""


class WantedChange(NamedTuple):
    """What is to be done; several at once where more than one is asked."""

    no_answer: bool = False
    outcome: Outcome | None = None
    tag: str = ""
    untag: Tag | None = None

    def __bool__(self) -> bool:
        return self.ends or bool(self.tag or self.untag)

    @property
    def ends(self) -> bool:
        """Whether it is the end of an application, one way or the other."""
        return self.no_answer or self.outcome is not None

    @property
    def label(self) -> str:
        """As it reads in a list of such changes."""
        parts = (
            "marked as no answer" if self.no_answer else "",
            f"archived as “{self.outcome.label}”" if self.outcome else "",
            f"tagged “{shortened(self.tag, NAMED)}”" if self.tag else "",
            f"tag “{shortened(self.untag.name, NAMED)}” removed" if self.untag else "",
        )
        words = ", ".join(filter(None, parts))
        return words[:1].upper() + words[1:]


class ManyResult(NamedTuple):
    """What became of it: none where nothing was changed; how many were left, by the reason."""

    change: BulkChange | None
    left: Counter[str]


def reason_against(application: Application, wanted: WantedChange, now: datetime) -> str:
    """Why this can't be done to it, in a word; nothing where it can."""
    if application.deleted_at is not None:
        return "binned"
    if not wanted.ends:
        return ""
    if application.archived_at is not None:
        return "archived"
    if wanted.no_answer and not application.is_open:
        return "over"
    if application.offer_open or application.taken:
        return "offer"
    ahead = application.next_interview_at
    return "interview" if application.is_open and ahead is not None and ahead > now else ""


def change_many(
    session: Session,
    user: User,
    applications: Iterable[Application],
    wanted: WantedChange,
    now: datetime,
) -> ManyResult:
    """Do it to all that it suits, and keep what its Undo needs; call inside `writing()`."""
    left: Counter[str] = Counter()
    suited: list[Application] = []
    for each in applications:
        against = reason_against(each, wanted, now)
        left.update([against] if against else [])
        suited += [] if against else [each]
    if not suited:
        return ManyResult(None, left)
    tag = TAGS.named(session, user.id, [wanted.tag])[0] if wanted.tag else None
    tagged = put_on(session, tag, suited) if tag is not None else set()
    untagged = take_off(session, wanted.untag, suited) if wanted.untag else set()
    if not wanted.ends:
        changed = tagged | untagged
        left.update(["same"] * sum(each.id not in changed for each in suited))
        suited = [each for each in suited if each.id in changed]
        if not suited:
            return ManyResult(None, left)
    kept = [as_it_was(each, wanted, tagged, untagged) for each in suited]
    take_in_hand(session, suited)
    if wanted.no_answer:
        add_silence(session, user, suited, now)
    for each in suited:
        if wanted.outcome is not None:
            archive(session, each, wanted.outcome, now)
        each.touch(now)
    write(session, user, suited, now)
    tags = {"tag": tag.id if tag else None, "untag": wanted.untag.id if wanted.untag else None}
    return ManyResult(BulkChange.record(session, user.id, wanted.label, kept, tags, now), left)


def as_it_was(
    application: Application,
    wanted: WantedChange,
    tagged: Collection[int],
    untagged: Collection[int],
) -> dict[str, Any]:
    """What Undo needs of one: what it was, and what was done to it."""
    kept: dict[str, Any] = {"id": application.id, "updated_at": application.updated_at.isoformat()}
    if wanted.no_answer:
        since = application.stage_since
        kept |= {
            "stage": application.stage,
            "since": since.isoformat() if since else None,
            "position": application.position,
        }
    done = {
        "archived": wanted.outcome is not None,
        "tagged": application.id in tagged,
        "untagged": application.id in untagged,
    }
    return kept | {name: True for name, was in done.items() if was}


def loaded(session: Session, user_id: int, ids: Sequence[int]) -> list[Application]:
    """A person's own of these, those in the bin too, in the order given."""
    found: dict[int, Application] = {}
    for some in parts(ids):
        mine = select(Application).where(Application.user_id == user_id, Application.id.in_(some))
        found |= {each.id: each for each in session.scalars(mine)}
    return [found[each] for each in ids if each in found]
