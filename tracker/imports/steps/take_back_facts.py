"""Each thing that can be taken over: whether it stands as it was taken, and how it goes back."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.imports.steps.edited import changed
from tracker.imports.steps.row_update import day, in_json, moment
from tracker.models.application import Application
from tracker.models.application_facts import APPLICATION_FACTS
from tracker.models.changes.application import revise
from tracker.models.changes.bin import destroy
from tracker.models.changes.merge_edits import facts_of
from tracker.models.import_row import ImportRow
from tracker.models.interview import Interview
from tracker.models.lead import Lead
from tracker.models.note import Note
from tracker.models.user import User

Done = Mapping[str, Any]
DAYS = tuple(each.name for each in APPLICATION_FACTS if each.kind == "day")


@dataclass(frozen=True)
class UndoContext:
    """Where it is taken back."""

    session: Session
    user: User
    now: datetime

    def find(self, model: Any, number: Any) -> Any:
        """A row that may be gone by now."""
        found = self.session.get(model, number or 0)
        return found if found is not None and found.user_id == self.user.id else None

    def application(self, row: ImportRow) -> Application | None:
        """The one that it is about; None in the bin, where it is no more to be changed."""
        found: Application | None = self.find(Application, row.application_id)
        return None if found is None or found.deleted_at is not None else found


class TakenChange(ABC):
    """One kind."""

    @abstractmethod
    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        """Whether nobody has changed it since."""

    @abstractmethod
    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        """As it was before; only where it stands."""


class TakenFacts(TakenChange):
    """Facts with a column of their own; those that were changed since are left."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        application = context.application(row)
        if application is None:
            return False
        return _same(application, done["after"])

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        application = context.application(row)
        assert application is not None
        saved = facts_of(context.session, application)
        revise(
            context.session,
            context.user,
            application,
            saved | _kept(done["before"]),
            saved,
            context.now,
        )


class LeadFacts(TakenChange):
    """The same of a saved opening."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        lead = context.find(Lead, row.lead_id)
        if lead is None or lead.deleted_at is not None:
            return False
        return _same(lead, done["after"])

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        context.find(Lead, row.lead_id).change(_kept(done["before"]))


class Applied(TakenChange):
    """A lead that became an application is a lead again."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        application = context.application(row)
        if application is None:
            return False
        edited = select(Application.id).where(Application.id == application.id, changed())
        return context.session.scalar(edited) is None

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        lead = context.find(Lead, done["lead"])
        if lead is not None:
            lead.application_id = None
        context.session.flush()
        destroy(context.session, context.user.id, [done["id"]])
        row.application_id = None


class Held(TakenChange):
    """An interview on another day."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        talk = context.find(Interview, done["id"])
        after = done["after"]
        return talk is not None and {"on": in_json(talk.on), "at": _utc(talk.begins)} == {
            "on": after["on"],
            "at": _utc(moment(after["at"])),
        }

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        talk, before = context.find(Interview, done["id"]), done["before"]
        talk.hold(day(before["on"]), moment(before["at"]), context.now, context.user.zone)
        talk.updated_at = context.now


class Talk(TakenChange):
    """An interview that was not here."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        talk = context.find(Interview, done["id"])
        if talk is None:
            return True
        written = talk.reviewed or talk.preparation or talk.people or talk.place
        return not written and in_json(talk.on) == done["on"] and talk.updated_at is None

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        talk = context.find(Interview, done["id"])
        if talk is not None:
            context.session.delete(talk)


class TakenWords(TakenChange):
    """A note."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        note = context.find(Note, done["id"])
        return note is None or (
            note.body == done["body"] and note.private == done.get("private", False)
        )

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        note = context.find(Note, done["id"])
        if note is not None:
            context.session.delete(note)


def _same(row: Any, facts: Mapping[str, Any]) -> bool:
    return all(in_json(getattr(row, name)) == value for name, value in facts.items())


def _kept(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: day(each) if name in DAYS else each for name, each in facts.items()}


def _utc(at: datetime | None) -> float | None:
    return at.timestamp() if at is not None else None
