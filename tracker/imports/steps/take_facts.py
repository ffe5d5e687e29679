"""Facts, notes and interviews of a sheet, taken over."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from tracker.imports.reading import PRIVATE
from tracker.imports.reading.snapshot import line_signs, lines_of, sign
from tracker.imports.reading.wide_format import ReadInterview
from tracker.imports.steps.row_update import RowUpdate, day
from tracker.models.application import Application
from tracker.models.application_facts import IMPORTED, OF_LEADS
from tracker.models.changes.application import revise
from tracker.models.changes.interviews import add_interview
from tracker.models.changes.lead import convert_lead
from tracker.models.changes.merge_edits import facts_of
from tracker.models.interview import Interview
from tracker.models.lead import Lead
from tracker.models.note import Note
from tracker.values.days import day_of

NAMES = tuple(each.name for each in IMPORTED)


def change(update: RowUpdate, application: Application, names: Collection[str]) -> None:
    """Facts with a column of their own."""
    new = {name: update.row.facts[name] for name in NAMES if name in names}
    if not new:
        return
    saved = facts_of(update.session, application)
    revise(update.session, update.user, application, saved | new, saved, update.now)
    for name, value in new.items():
        update.note("facts", before={name: saved[name]}, after={name: value})


def change_lead(update: RowUpdate, lead: Lead, names: Collection[str]) -> None:
    """The same of a saved opening, its notes among them."""
    new: dict[str, Any] = {name: update.row.facts[name] for name in OF_LEADS if name in names}
    if "notes" in names:
        new["notes"] = "\n".join(filter(None, (lead.notes, new_lines(update, lead.notes))))
    before = {name: getattr(lead, name) for name in new}
    lead.change(new)
    for name, value in new.items():
        update.note("lead", before={name: before[name]}, after={name: value})


def apply(update: RowUpdate, lead: Lead) -> int:
    """The sheet says that they applied: the application that the lead becomes."""
    today = day_of(update.now, update.user.zone)
    kept, lines = lead.notes, new_lines(update, lead.notes)
    lead.notes = _without_private(update, kept)
    application = convert_lead(update.session, update.user, lead, update.now, today)
    lead.notes = kept
    saved = facts_of(update.session, application)
    new = {name: update.row.facts[name] for name in NAMES if name in update.row.facts}
    new["applied_on"] = update.row.facts.get("applied_on")
    revise(update.session, update.user, application, saved | new, saved, update.now)
    if lines:
        update.session.add(Note.beside(application, update.now, lines))
    if private := update.row.private_notes:
        note = Note.beside(application, update.now, private)
        note.private = True
        update.session.add(note)
    update.session.flush()
    update.note("applied", id=application.id, lead=lead.id)
    return application.id


def hold(update: RowUpdate, application: Application, name: str) -> None:
    """An interview that is new, or on another day than it was."""
    _, place, *was = name.split(":")
    talk = update.row.interviews[int(place)]
    row = _held_on(update.session, application, day(was[0])) if was else None
    if row is None:
        add(update, application, talk)
        return
    before = {"on": row.on, "at": row.begins}
    row.hold(talk.on, talk.begins(update.user.zone), update.now, update.user.zone)
    row.updated_at = update.now
    update.note("held", id=row.id, before=before, after={"on": row.on, "at": row.begins})
    update.session.flush()


def add(update: RowUpdate, application: Application, talk: ReadInterview) -> None:
    """An interview that was not here; the card moves by the status alone."""
    row = Interview.beside(application, update.now)
    row.kind, row.round = talk.kind, talk.round
    row.hold(talk.on, talk.begins(update.user.zone), update.now, update.user.zone)
    add_interview(update.session, application, row, update.now, moves=False)
    update.note("interview", id=row.id, on=row.on)


def add_notes(update: RowUpdate, application: Application, private: bool = False) -> None:
    """The lines that are new, as a note of their own: nothing that was written here is touched."""
    bodies = update.session.scalars(Note.of(application).with_only_columns(Note.body))
    if text := new_lines(update, "\n".join(bodies), private):
        note = Note.beside(application, update.now, text)
        note.private = private
        update.session.add(note)
        update.session.flush()
        update.note("note", id=note.id, body=text, private=private)


def new_lines(update: RowUpdate, here: str, private: bool = False) -> str:
    """What the sheet's notes say that they didn't say last time, and that is not here."""
    words, name = (update.row.notes, "notes")
    if private:
        words, name = update.row.private_notes, "private"
    known = {*line_signs(here), *update.said.get(name, ())}
    return "\n".join(line for line in lines_of(words) if sign(line) not in known)


def _without_private(update: RowUpdate, notes: str) -> str:
    """A lead has no private note: what stood among its others becomes one of the application."""
    private = update.row.private_notes
    signs = set(line_signs(f"{PRIVATE}: {private}")) if private else set()
    lines = notes.split("\n")
    return "\n".join(line for line in lines if not line.strip() or sign(line) not in signs)


def _held_on(session: Session, application: Application, on: date | None) -> Interview | None:
    same = Interview.on.is_(None) if on is None else Interview.on == on
    return session.scalar(Interview.of(application).where(same).limit(1))
