"""Moves, noes, offers and ends that were taken over: whether they stand, and how they go back."""

from typing import Any

from sqlalchemy import exists, select

from tracker.imports.steps.row_update import day, in_json, moment
from tracker.imports.steps.take_back_facts import Done, TakenChange, UndoContext
from tracker.loop.outcome import Outcome
from tracker.loop.rest import imported_rest
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.changes.archival import DECIDED_BY_OUTCOME, archive, put_away_again, unarchive
from tracker.models.changes.offer import remove_offer
from tracker.models.changes.rejection import date_the_no, undo_rejection
from tracker.models.changes.reply import undo_coming_alive
from tracker.models.changes.stage import undo
from tracker.models.import_row import ImportRow
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange


def _is_latest(context: UndoContext, row: ImportRow, number: Any) -> bool:
    application = context.application(row)
    if application is None:
        return False
    latest = StageChange.in_force(context.session, application)
    return latest is not None and latest.id == number


class Move(TakenChange):
    """From one stage to another."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        return _is_latest(context, row, done["change"])

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        change = context.find(StageChange, done["change"])
        undo(context.session, _application(context, row), change, context.now)


class Alive(Move):
    """Out of a silence."""

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        change = context.find(StageChange, done["change"])
        undo_coming_alive(context.session, _application(context, row), change, context.now)


class No(TakenChange):
    """A rejection, with the move to Rejected where that came of it."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        no = context.find(Rejection, done["id"])
        if no is None:
            return False
        same = all(in_json(getattr(no, name)) == done[name] for name in ("on", "how", "words"))
        more = no.reason or no.went_well or no.would_change or no.questions
        ended = no.stopped_asking_at or no.nothing_to_act_on_at
        asked = context.session.scalar(select(exists().where(Attempt.rejection_id == no.id)))
        moved = done["change"] is not None and not _is_latest(context, row, done["change"])
        return same and not (more or ended or asked or moved)

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        no = context.find(Rejection, done["id"])
        no.words = ""
        if done["change"] is None:
            context.session.delete(no)
        else:
            undo_rejection(context.session, _application(context, row), no, context.now)


class NoFacts(TakenChange):
    """What was told better of a no."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        no = context.find(Rejection, done["id"])
        return no is not None and all(
            in_json(getattr(no, name)) == new for name, new in done["after"].items()
        )

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        no = context.find(Rejection, done["id"])
        was_said = no.is_said
        for name, old in done["before"].items():
            setattr(no, name, day(old) if name == "on" else old)
        if no.is_said != was_said:
            no.rest_until = imported_rest(no.is_said)
        context.session.flush()
        date_the_no(context.session, _application(context, row), no)


class TakenOffer(TakenChange):
    """An offer that was not here."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        application, offer = context.application(row), context.find(Offer, done["id"])
        if offer is None or application is None:
            return application is not None
        latest = Offer.latest(context.session, application)
        unchanged = not (offer.pay_text or offer.answer_by or offer.decided_on)
        same = in_json(offer.received_on) == done["on"]
        return same and unchanged and latest is not None and latest.id == offer.id

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        offer = context.find(Offer, done["id"])
        if offer is not None:
            offer.note = ""
            remove_offer(context.session, _application(context, row), context.now)


class OfferDay(TakenChange):
    """The day of an offer."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        offer = context.find(Offer, done["id"])
        return offer is not None and in_json(offer.received_on) == done["after"]

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        context.find(Offer, done["id"]).received_on = day(done["before"])


class PutAway(TakenChange):
    """Off the board."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        application = context.application(row)
        return application is not None and application.archived_at == moment(done["at"])

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        unarchive(context.session, _application(context, row), context.now)


class PutBack(TakenChange):
    """On the board again."""

    def stands(self, context: UndoContext, row: ImportRow, done: Done) -> bool:
        application = context.application(row)
        return application is not None

    def take_back(self, context: UndoContext, row: ImportRow, done: Done) -> None:
        at = moment(done["at"])
        application = _application(context, row)
        if at is not None and application.archived_at is None:
            outcome = Outcome(done["outcome"]) if done["outcome"] else None
            if outcome in DECIDED_BY_OUTCOME:
                archive(context.session, application, outcome, at)  # which answers its offer
            put_away_again(application, outcome, at, day(done["on"]), context.now)


def _application(context: UndoContext, row: ImportRow) -> Application:
    found = context.application(row)
    assert found is not None
    return found
