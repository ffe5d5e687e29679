"""Where an application stands, taken over from a sheet: a move, a no, an offer, an end."""

from collections.abc import Collection
from typing import Any

from tracker.imports.reading.changed_interviews import missing_interviews
from tracker.imports.reading.row_stage import (
    AFTER_REJECTION,
    AWAY,
    OFFERS,
    REJECTED,
    SILENCE,
    TAKEN_BACK,
    stage_choice,
)
from tracker.imports.steps import take_facts
from tracker.imports.steps.insert_rows import RowBuilder
from tracker.imports.steps.row_update import RowUpdate
from tracker.loop.outcome import Outcome
from tracker.loop.rest import imported_rest
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.archival import archive, put_back
from tracker.models.changes.offer import add_round
from tracker.models.changes.rejection import current_rejection, date_the_no, reject
from tracker.models.changes.reply import come_alive
from tracker.models.changes.stage import move
from tracker.models.interview import Interview
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import happened_on


def take_all(update: RowUpdate, application: Application) -> None:
    """The whole story, of one that has none yet."""
    for talk in update.row.interviews:
        take_facts.add(update, application, talk)
    if stage_choice(update.row) != Stage.APPLIED:
        take(update, application)


def take(update: RowUpdate, application: Application) -> None:
    """Let it stand where the sheet says."""
    choice = stage_choice(update.row)
    if application.archived_at is not None:
        away = {"at": application.archived_at, "on": application.archived_on}
        update.note("put_back", outcome=application.outcome, **away)
        put_back(update.session, application, update.now)
    _undated_talks(update, application)
    if choice in (*REJECTED, SILENCE):
        _say_no(update, application, Stage.REJECTED)
    elif choice in AFTER_REJECTION:
        _move(update, application, Stage(choice))
        _say_no(update, application, Stage(choice))
    elif choice in OFFERS:
        _offer(update, application, choice)
        if choice == TAKEN_BACK:
            _say_no(update, application, Stage.REJECTED)
    elif choice in (Stage.APPLIED, Stage.INTERVIEW):
        _move(update, application, Stage(choice))
    if choice in AWAY and application.live:
        outcome = AWAY[choice]
        archive(update.session, application, Outcome(outcome) if outcome else None, update.now)
        update.session.flush()
        application.archived_on = None  # the sheet doesn't say when
        update.note("archive", at=application.archived_at)
    update.session.flush()


def details(update: RowUpdate, application: Application, names: Collection[str]) -> None:
    """The day and the words of a no that is known, the day of an offer."""
    no = current_rejection(update.session, application)
    said = update.row.rejection
    if said is not None and no is not None:
        new: dict[str, Any] = {}
        if "no_on" in names:
            new["on"] = said.on
        if "no_words" in names:
            new["words"] = said.words
        _correct_no(update, application, no, new)
    offer = Offer.latest(update.session, application)
    if "offer_on" in names and offer is not None and update.row.offer is not None:
        before, offer.received_on = offer.received_on, update.row.offer.on
        update.note("offer_on", id=offer.id, before=before, after=offer.received_on)


def _undated_talks(update: RowUpdate, application: Application) -> None:
    """Interviews that the status alone tells of."""
    kinds = update.session.scalars(Interview.of(application).with_only_columns(Interview.kind))
    for talk in missing_interviews(update.row.interviews, kinds):
        take_facts.add(update, application, talk)


def _move(update: RowUpdate, application: Application, stage: Stage) -> None:
    if application.stage == stage:
        return
    session = update.session
    no = current_rejection(session, application)
    silent = no is not None and not no.is_said and stage in Stage.OPEN
    verb = come_alive if silent else move
    change = verb(session, application, stage, update.now)
    session.flush()
    if change is None:
        return
    held = Interview.of(application).where(Interview.on.is_not(None), Interview.on < change.on)
    if session.scalar(held.limit(1)) is None or stage != Stage.INTERVIEW:
        happened_on(session, application, stage, None)  # the sheet doesn't say when
    update.note("alive" if silent else "move", change=change.id)


def _say_no(update: RowUpdate, application: Application, stage: Stage) -> None:
    said, session = update.row.rejection, update.session
    no = current_rejection(session, application)
    if said is None:
        _move(update, application, stage)
        return
    if no is not None:
        _correct_no(update, application, no, {"on": said.on or no.on, "how": said.how})
        return
    no = Rejection.beside(application, update.now)
    no.on, no.how, no.words = said.on, said.how, said.words
    change = reject(session, application, no, update.now, update.user)
    if session.scalar(Interview.of(application).limit(1)) is not None:
        no.stage_reached = Stage.INTERVIEW
    no.rest_until = imported_rest(no.is_said)
    session.flush()
    number = change.id if change is not None else None
    update.note("no", id=no.id, change=number, on=no.on, how=no.how, words=no.words)


def _correct_no(
    update: RowUpdate, application: Application, no: Rejection, new: dict[str, Any]
) -> None:
    before = {name: getattr(no, name) for name in new}
    if before == new:
        return
    was_said = no.is_said
    for name, value in new.items():
        setattr(no, name, value)
    if no.is_said != was_said:
        no.rest_until = imported_rest(no.is_said)
    update.session.flush()
    date_the_no(update.session, application, no)
    update.note("no_facts", id=no.id, before=before, after=new)


def _offer(update: RowUpdate, application: Application, choice: str) -> None:
    """A round, unless it is known already; who gets an offer came to an interview."""
    if application.stage != Stage.INTERVIEW:
        _move(update, application, Stage.INTERVIEW)
    latest = Offer.latest(update.session, application)
    if latest is not None and (latest.is_open or choice != "offer"):
        return
    user = update.user
    builder = RowBuilder(user.id, update.import_id, update.now, user.zone)
    for facts in builder.offers(update.row):
        row = Offer(user_id=user.id, application_id=application.id, **{**facts, "decision": None})
        add_round(update.session, application, row)
        update.note("offer", id=row.id, on=row.received_on)
