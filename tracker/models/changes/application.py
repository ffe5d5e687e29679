"""Writing an application down, and changing what was written."""

from datetime import date, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.application_facts import NAMES
from tracker.models.changes.merge_edits import EditedFacts
from tracker.models.changes.position import Placement
from tracker.models.changes.vocabulary import SKILLS, SPARKS, TAGS
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.document import Document
from tracker.models.note import Note
from tracker.models.stage_change import StageChange
from tracker.models.user import User
from tracker.values.currency import of_country
from tracker.values.pay import read_pay


def record(
    session: Session,
    user: User,
    facts: EditedFacts,
    now: datetime,
    stage: Stage = Stage.APPLIED,
    note: str = "",
) -> Application:
    """A new application on top of its column."""
    application = Application(user_id=user.id, stage=stage, created_at=now)
    _put_columns(session, user, application, facts, sent=(None, None))
    application.touch(now)
    application.position = Placement().position(session, application, stage)
    begun = facts["applied_on"]
    application.stage_since = begun if stage is Stage.APPLIED else None
    session.add(application)
    session.flush()
    _begin(session, application, begun, now)
    _put_words(session, application, facts, {"skills": [], "sparks": [], "tags": []})
    add_note(session, application, note, now)
    return application


def revise(
    session: Session,
    user: User,
    application: Application,
    facts: EditedFacts,
    saved: EditedFacts,
    now: datetime,
) -> None:
    """Change the facts of an application from those that are saved."""
    if saved["applied_on"] != facts["applied_on"]:
        _correct_beginning(session, application, facts["applied_on"], now)
    _put_columns(session, user, application, facts, (saved["resume_id"], saved["letter_id"]))
    application.touch(now)
    _put_words(session, application, facts, saved)


def tie(session: Session, application: Application, earlier: Application) -> None:
    """It came of an earlier one, whose no named this role; the people there play a part here."""
    application.came_from_id = earlier.id
    for contact, _, part in Contact.on(session, earlier):
        ApplicationContact.give(session, application, contact, part)


def add_note(session: Session, application: Application, body: str, now: datetime) -> None:
    """A note, unless it is empty or stands there already."""
    if not body:
        return
    same = Note.of(application).where(Note.body == body)
    if session.scalar(same.limit(1)) is None:
        session.add(
            Note(
                user_id=application.user_id,
                application_id=application.id,
                body=body,
                created_at=now,
                updated_at=now,
            )
        )


def _put_columns(
    session: Session,
    user: User,
    application: Application,
    facts: EditedFacts,
    sent: tuple[int | None, int | None],
) -> None:
    """Papers that differ from those that were sent before have to be the person's own."""
    papers = (facts["resume_id"], facts["letter_id"])
    if papers != sent:
        mine = set(session.scalars(Document.ids_among(user.id, papers)))
        resume, letter = (each if each in mine else None for each in papers)
        facts = {**facts, "resume_id": resume, "letter_id": letter}
    for name in NAMES:
        if getattr(application, name) != facts[name]:
            setattr(application, name, facts[name])
    pay = read_pay(application.pay_text, of_country(user.country))
    application.pay_min, application.pay_max = pay.minimum, pay.maximum
    read = pay.minimum is not None or pay.maximum is not None
    application.pay_currency = pay.currency if read else None
    application.pay_period = pay.period if read else None


def _put_words(
    session: Session, application: Application, facts: EditedFacts, saved: EditedFacts
) -> None:
    for words in (SKILLS, SPARKS, TAGS):
        wanted = facts.get(words.name, saved[words.name])
        if wanted != saved[words.name]:
            words.put(session, application, wanted)


def _begin(session: Session, application: Application, on: date | None, now: datetime) -> None:
    """Every application begins as applied; since when it is further on is not known."""
    steps: list[tuple[Stage | None, Stage, date | None]] = [(None, Stage.APPLIED, on)]
    if application.stage != Stage.APPLIED:
        steps.append((Stage.APPLIED, Stage(application.stage), None))
    mine = {"user_id": application.user_id, "application_id": application.id}
    session.connection().execute(
        insert(StageChange),
        [
            mine | {"before": before, "after": after, "on": when, "recorded_at": now}
            for before, after, when in steps
        ],
    )


def _correct_beginning(
    session: Session, application: Application, on: date | None, now: datetime
) -> None:
    """Begin on another day, where the card has not moved yet: a new row corrects the first."""
    latest = StageChange.latest(session, application)
    if latest is None or latest.before is not None or latest.on == on:
        return
    corrected = StageChange.first(application, now, on)
    corrected.undoes_id = latest.id
    session.add(corrected)


__all__ = ["add_note", "record", "revise", "tie"]
