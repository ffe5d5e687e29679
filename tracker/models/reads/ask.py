"""What asking for advice after a no stands on, read together."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.loop.ask import LetterFacts, letter_kind, rank_recipients, tel
from tracker.loop.ask.letter_facts import MOST_QUESTIONS, Called
from tracker.loop.ask_state import ANSWERED, MOST_WRITTEN, SPOKEN, AskState
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.summary.loop import ask_state_of, attempts_since, latest_answer
from tracker.models.thought import Thought
from tracker.models.user import User
from tracker.values.days import day_of

UNHEARD: tuple[Called, ...] = ("left_message", "no_answer")


class Recipient(NamedTuple):
    """Somebody with a part in the application."""

    id: int
    name: str
    part: str
    phone: str
    email: str
    company: str


@dataclass(frozen=True)
class Ask:
    """One application's ask, on one day."""

    application: Application
    rejection: Rejection | None
    attempts: list[Attempt]
    state: AskState
    people: list[Recipient]
    """The best to ask first."""
    proposed: list[str]
    """Questions out of thought records."""
    one_more: str
    """Such a question that came after their answer: what to ask if they invite one."""
    feedback: Feedback | None
    interviewed_on: date | None
    today: date

    @property
    def stopped(self) -> bool:
        """Whether the person decided to ask no further."""
        return self.rejection is not None and self.rejection.stopped_asking_at is not None

    @property
    def questions(self) -> list[str]:
        """What to ask them: as decided, else as the thought records propose."""
        decided = self.rejection.questions if self.rejection else None
        return (self.proposed if decided is None else decided.splitlines())[:MOST_QUESTIONS]

    @property
    def may_write(self) -> bool:
        """At most two messages go to somebody who has not answered."""
        return self.state.written < MOST_WRITTEN

    @property
    def wrote_on(self) -> date | None:
        """When the first message went, if one did."""
        written = (each for each in self.attempts if each.channel not in SPOKEN)
        return next((each.on for each in written if each.is_ask), None)

    @property
    def asked_on(self) -> date | None:
        """When they were first asked: by a message, or in a call that they put off."""
        asks = (each for each in self.attempts if each.is_ask)
        known = (each for each in asks if each.channel not in SPOKEN or each.result == "later")
        return next((each.on for each in known), None)

    @property
    def probed(self) -> bool:
        """Whether the one further question was asked."""
        return any(each.kind == "probe" for each in self.attempts)

    def to(self, contact_id: int | None = None) -> Recipient | None:
        """Whom to ask: who was chosen, else who was asked last, else the best."""
        asked_last = self.attempts[-1].contact_id if self.attempts else None
        for wanted in (contact_id, asked_last):
            for one in self.people:
                if one.id == wanted:
                    return one
        return self.people[0] if self.people else None

    def situation(self, user: User, to: Recipient | None) -> LetterFacts:
        """The facts for scripts and letters."""
        application, rejection = self.application, self.rejection
        return LetterFacts(
            kind=letter_kind(
                public_sector=application.public_sector,
                internal=application.internal_candidate,
                offered=rejection is not None and rejection.feedback_offered,
                silent=rejection is not None and not rejection.is_said,
                interviewed=self.interviewed,
            ),
            role=application.role,
            company=application.company,
            applied_on=application.applied_on,
            interviewed_on=self.interviewed_on,
            told_on=rejection.on if rejection else None,
            how=(rejection.how if rejection else None) or "",
            role_cancelled=rejection is not None and rejection.role_cancelled,
            questions=tuple(self.questions),
            one_more=self.one_more,
            contact=to.name if to else "",
            contact_part=to.part if to else "",
            contact_company=to.company if to else "",
            my_name=user.name,
            my_phone=user.phone,
            country=user.country,
            today=self.today,
            called=self.called,
            asked_on=self.asked_on,
            talked=self.talked,
        )

    @property
    def interviewed(self) -> bool:
        """Whether it came to an interview, as far as is known."""
        reached = self.rejection.stage_reached if self.rejection else self.application.stage
        return self.interviewed_on is not None or reached == "interview"

    @property
    def called(self) -> Called:
        """What came of a call of the same day."""
        last = self.attempts[-1] if self.attempts else None
        if last is None or last.on != self.today:
            return ""
        return next((result for result in UNHEARD if result == last.result), "")

    @property
    def talked(self) -> bool:
        """Whether they answered by talking."""
        if self.feedback is not None and self.feedback.channel is not None:
            return self.feedback.channel in SPOKEN
        return any(each.result in ANSWERED and each.channel in SPOKEN for each in self.attempts)


def read_ask(session: Session, application: Application, user: User, now: datetime) -> Ask:
    """Read it."""
    today = day_of(now, user.zone)
    rejection = Rejection.latest(session, application)
    attempts = [
        each
        for each in attempts_since(session, application)
        if each.rejection_id in (None, rejection.id if rejection else None)
    ]
    feedback = latest_answer(session, application)
    people = recipients_of(session, application)
    can_call = any(tel(each.phone) for each in people)
    made = session.scalars(Thought.questions(application)).all()
    met = session.scalar(
        select(func.max(Interview.starts_at)).where(
            Interview.application_id == application.id,
            Interview.starts_at <= now,
            Interview.stands(),
        )
    )
    return Ask(
        application=application,
        rejection=rejection,
        attempts=attempts,
        state=ask_state_of(rejection, attempts, feedback, today, can_call=can_call),
        people=people,
        proposed=[each.question for each in made],
        one_more=next((each.question for each in made if each.came_after(feedback)), ""),
        feedback=feedback,
        interviewed_on=day_of(met, user.zone) if met is not None else None,
        today=today,
    )


def recipients_of(session: Session, application: Application) -> list[Recipient]:
    """Each person once, with the part that ranks best; the best to ask first."""
    ranked = rank_recipients(
        Recipient(contact.id, contact.name, part, contact.phone, contact.email, contact.company)
        for contact, _, part in Contact.on(session, application)
    )
    return list({each.id: each for each in reversed(ranked)}.values())[::-1]
