"""Whole days on which something is due: a reminder, an answer, an action, an opening's end."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import aliased

from tracker.exports.calendar.diary import Diary
from tracker.exports.calendar.event import Event, job_words
from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.lead import Lead
from tracker.models.offer import Offer
from tracker.sharing.redaction import Redaction

SPOKEN = ("call", "in_person")


class DueDays(Diary):
    """What of a job search has a day."""

    def follow_ups(self, mask: Redaction) -> Iterator[Event]:
        """The day on which the one reminder is due, while nothing was heard."""
        later, written = aliased(Attempt), aliased(Attempt)
        most = (
            select(func.count())
            .where(
                written.application_id == Application.id,
                written.channel.not_in(SPOKEN),
                written.is_ask,
            )
            .scalar_subquery()
        )
        rows = self.session.execute(
            select(Attempt, Application)
            .join(Application, Application.id == Attempt.application_id)
            .where(
                *self.awake(),
                Application.stage.not_in(Stage.OPEN),
                Application.ask_next.in_(("wait", "nudge")),
                Attempt.kind == "ask",
                Attempt.follow_up_on.is_not(None),
                ~exists().where(later.application_id == Application.id, later.id > Attempt.id),
                most < 2,
            )
        )
        for attempt, application in rows:
            yield from self.whole_day(
                "follow-up", attempt.id, attempt.follow_up_on,
                f"Follow up: {job_words(application, mask)}",
                attempt.created_at, application.updated_at,
                f"/applications/{application.id}/ask",
            )  # fmt: skip

    def offers(self, mask: Redaction) -> Iterator[Event]:
        """The day by which an offer that waits is to be answered."""
        rows = self.session.execute(
            select(Application, Offer)
            .join(Offer, Offer.application_id == Application.id)
            .where(
                Application.user_id == self.user.id,
                Application.pinned,
                Application.offer_answer_by.is_not(None),
                Offer.decision.is_(None),
            )
        )
        for application, offer in rows:
            yield from self.whole_day(
                "offer", offer.id, offer.answer_by,
                f"Answer their offer: {job_words(application, mask)}",
                offer.created_at, application.updated_at,
                f"/applications/{application.id}/offer",
            )  # fmt: skip

    def actions(self, mask: Redaction) -> Iterator[Event]:
        """The day of each action that is to do, unless its card rests."""
        rows = self.session.execute(
            select(Action, Application.rest_until)
            .outerjoin(Application, Application.id == Action.application_id)
            .where(
                Action.user_id == self.user.id,
                Action.is_open,
                Action.due_on.is_not(None),
                or_(Application.rest_until.is_(None), Application.rest_until <= self.now),
            )
        )
        for action, _ in rows:
            yield from self.whole_day(
                "action", action.id, action.due_on,
                f"To do: {mask.without_people(self.words(action.what, mask))}",
                action.created_at, action.updated_at, f"/actions/{action.id}",
            )  # fmt: skip

    def leads(self, mask: Redaction) -> Iterator[Event]:
        """The day on which a saved opening closes."""
        rows = self.session.scalars(Lead.open(self.user.id).where(Lead.closes_on.is_not(None)))
        for lead in rows:
            yield from self.whole_day(
                "lead", lead.id, lead.closes_on, f"Closes: {job_words(lead, mask)}",
                lead.created_at, lead.created_at, f"/leads/{lead.id}",
            )  # fmt: skip

    def awake(self) -> list[Any]:
        """Applications on the board that do not rest."""
        return [
            Application.user_id == self.user.id,
            Application.live,
            or_(Application.rest_until.is_(None), Application.rest_until <= self.now),
        ]
