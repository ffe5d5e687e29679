"""Moves, noes, offers and ends that were taken over: whether they stand, and how they go back."""

from typing import Any

from sqlalchemy import exists, select

from tracker.imports.steps.taken import Desk, Done, Way
from tracker.imports.steps.taking import day, in_json, moment
from tracker.models.application import Application, Outcome
from tracker.models.attempt import Attempt
from tracker.models.changes.archival import DECIDED_BY_OUTCOME, archive, put_away_again, unarchive
from tracker.models.changes.offer import remove_offer
from tracker.models.changes.rejection import date_the_no, undo_rejection
from tracker.models.changes.reply import undo_coming_alive
from tracker.models.imports import ImportRow
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange, undo


def _is_latest(desk: Desk, row: ImportRow, number: Any) -> bool:
    application = desk.application(row)
    if application is None:
        return False
    latest = StageChange.in_force(desk.session, application)
    return latest is not None and latest.id == number


class Move(Way):
    """From one stage to another."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        return _is_latest(desk, row, done["change"])

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        change = desk.find(StageChange, done["change"])
        undo(desk.session, _application(desk, row), change, desk.now)


class Alive(Move):
    """Out of a silence."""

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        change = desk.find(StageChange, done["change"])
        undo_coming_alive(desk.session, _application(desk, row), change, desk.now)


class No(Way):
    """A rejection, with the move to Rejected where that came of it."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        no = desk.find(Rejection, done["id"])
        if no is None:
            return False
        same = all(in_json(getattr(no, name)) == done[name] for name in ("on", "how", "words"))
        more = no.reason or no.went_well or no.would_change or no.questions
        ended = no.stopped_asking_at or no.nothing_to_act_on_at
        asked = desk.session.scalar(select(exists().where(Attempt.rejection_id == no.id)))
        moved = done["change"] is not None and not _is_latest(desk, row, done["change"])
        return same and not (more or ended or asked or moved)

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        no = desk.find(Rejection, done["id"])
        no.words = ""
        if done["change"] is None:
            desk.session.delete(no)
        else:
            undo_rejection(desk.session, _application(desk, row), no, desk.now)


class NoFacts(Way):
    """What was told better of a no."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        no = desk.find(Rejection, done["id"])
        return no is not None and all(
            in_json(getattr(no, name)) == new for name, new in done["after"].items()
        )

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        no = desk.find(Rejection, done["id"])
        for name, old in done["before"].items():
            setattr(no, name, day(old) if name == "on" else old)
        desk.session.flush()
        date_the_no(desk.session, _application(desk, row), no)


class MadeOffer(Way):
    """An offer that was not here."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        application, offer = desk.application(row), desk.find(Offer, done["id"])
        if offer is None or application is None:
            return application is not None
        latest = Offer.latest(desk.session, application)
        unchanged = not (offer.pay_text or offer.answer_by or offer.decided_on)
        same = in_json(offer.received_on) == done["on"]
        return same and unchanged and latest is not None and latest.id == offer.id

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        offer = desk.find(Offer, done["id"])
        if offer is not None:
            offer.note = ""
            remove_offer(desk.session, _application(desk, row), desk.now)


class OfferDay(Way):
    """The day of an offer."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        offer = desk.find(Offer, done["id"])
        return offer is not None and in_json(offer.received_on) == done["after"]

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        desk.find(Offer, done["id"]).received_on = day(done["before"])


class PutAway(Way):
    """Off the board."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        application = desk.application(row)
        return application is not None and application.archived_at == moment(done["at"])

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        unarchive(desk.session, _application(desk, row), desk.now)


class PutBack(Way):
    """On the board again."""

    def stands(self, desk: Desk, row: ImportRow, done: Done) -> bool:
        application = desk.application(row)
        return application is not None

    def take_back(self, desk: Desk, row: ImportRow, done: Done) -> None:
        at = moment(done["at"])
        application = _application(desk, row)
        if at is not None and application.archived_at is None:
            outcome = Outcome(done["outcome"]) if done["outcome"] else None
            if outcome in DECIDED_BY_OUTCOME:
                archive(desk.session, application, outcome, at)  # which answers its offer
            put_away_again(application, outcome, at, day(done["on"]), desk.now)


def _application(desk: Desk, row: ImportRow) -> Application:
    found = desk.application(row)
    assert found is not None
    return found
