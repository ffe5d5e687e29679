"""What comes after a made-up no: a moment, asking, an answer, an action."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tracker.demo import feedback_texts, words
from tracker.demo.companies import Company
from tracker.demo.contacts import Cast
from tracker.demo.hunt_facts import MadeApplication
from tracker.demo.loop_facts import MadeAction, MadeAttempt, MadeCheckIn, MadeFeedback, MadePoint
from tracker.demo.workdays import at, in_office_hours, morning_after, workdays_after
from tracker.loop.writing_prompts import PROMPTS

FOLLOW_UP_AFTER = 10  # working days
ASKED = 0.55
"""How often somebody who is told no asks why."""


@dataclass
class Aftermath:
    """Tells the loop of one application; all of it lies before `today`."""

    random: Random
    zone: ZoneInfo
    today: date
    cast: Cast
    company: Company
    application: MadeApplication
    fate: str

    def said_no(self, day: date, moment: datetime) -> None:
        """A moment for oneself, sometimes; then asking, where no answer is to be told."""
        if self.fate == "resting" or self.random.random() < 0.12:
            self._check_in(moment)
        if self.fate == "nudge":
            self._write(day)
        elif self.fate in ("rejected_early", "rejected_late") and self.random.random() < ASKED:
            self._ask(workdays_after(day, self.random.randint(1, 3)))

    def answered(self, day: date, moment: datetime) -> None:
        """They were asked, and this is what they said."""
        rejection = self.application.rejection
        asked_on = workdays_after(rejection.on, 1) if rejection else day
        by_call = asked_on >= day or self.random.random() < 0.5
        if by_call:
            self._attempt(day, "call", "spoke", moment=moment - timedelta(minutes=12))
        else:
            self._attempt(asked_on, "email", "sent")
        general = self.fate == "feedback" and self.random.random() < 0.15
        answer = self.random.choice(feedback_texts.GENERAL if general else feedback_texts.ANSWERS)
        sorted_out = self.fate != "sorting"
        points = [MadePoint(*told) for told in answer.points] if sorted_out else []
        specific = not general if sorted_out else None
        self.application.answers.append(
            MadeFeedback(
                at=moment,
                on=day,
                contact=self._person(moment),
                channel="call" if by_call else "email",
                words=answer.words,
                specific=specific,
                points=points,
            )
        )
        self._thank(workdays_after(day, 1))
        if self.fate == "due":
            self._plan(moment, self.today)
        elif self.fate == "feedback" and self.random.random() < 0.5:
            self._plan(moment, self.today + timedelta(days=self.random.randint(1, 14)))

    def acted(self, day: date, moment: datetime) -> None:
        """The first point became an action, and it is done."""
        answer = self.application.answers[-1]
        self._plan(answer.at + timedelta(minutes=20), day, done_on=day, done_at=moment)

    def _check_in(self, moment: datetime) -> None:
        before = self.random.randint(4, 9)
        later = morning_after(moment, self.zone)
        told = later < at(self.today, self.zone, 0)
        self.application.check_ins.append(
            MadeCheckIn(
                at=moment + timedelta(minutes=30),
                before=before,
                after=max(0, before - self.random.randint(1, 4)) if told else None,
                after_at=later if told else None,
                words=self.random.choice(feedback_texts.MOMENTS),
                prompt=PROMPTS["friend"] if before > 7 else "",
                writing=feedback_texts.WRITING if before > 7 else "",
            )
        )

    def _ask(self, day: date) -> None:
        """A call first, where there is somebody to call; then an email, then the one nudge."""
        self._reflect()
        if self.application.contacts:
            result = self.random.choice(("no_answer", "left_message", "left_message", "declined"))
            self._attempt(day, "call", result)
            if result == "declined":
                return
        self._write(day)
        nudge = workdays_after(day, FOLLOW_UP_AFTER + 1)
        if self.random.random() < 0.6:
            self._attempt(nudge, "email", "sent", "nudge")

    def _write(self, day: date) -> None:
        self._attempt(day, "email", "sent")

    def _thank(self, day: date) -> None:
        if self.random.random() < 0.6:
            self._attempt(day, "email", "sent", "thanks")

    def _reflect(self) -> None:
        rejection = self.application.rejection
        if rejection is not None and self.application.interviews:
            self.application.rejection = replace(
                rejection,
                went_well=self.random.choice(words.WENT_WELL),
                would_change=self.random.choice(words.WOULD_CHANGE),
            )

    def _attempt(
        self,
        day: date,
        channel: str,
        result: str,
        kind: str = "ask",
        moment: datetime | None = None,
    ) -> None:
        if day >= self.today:
            return
        written = channel == "email"
        moment = moment or in_office_hours(self.random, day, self.zone)
        person = self._person(moment)
        text = feedback_texts.THANKS if kind == "thanks" else feedback_texts.LETTER
        first = self.cast.contacts[person].name.partition(" ")[0]
        self.application.attempts.append(
            MadeAttempt(
                at=moment,
                on=day,
                kind=kind,
                channel=channel,
                result=result,
                contact=person,
                wording=f"{'interview' if self.application.interviews else 'application'}/warm"
                + ("/en" if written else ""),
                subject=f"{self.application.role}: a question" if written else "",
                body=text.format(role=self.application.role, first=first) if written else "",
                note="" if written else self.random.choice(feedback_texts.CALL_NOTES),
                follow_up_on=workdays_after(day, FOLLOW_UP_AFTER)
                if kind in ("ask", "nudge") and result in ("sent", "left_message", "no_answer")
                else None,
            )
        )

    def _person(self, moment: datetime) -> int:
        """Whoever was met last; the people's office where nobody was."""
        if self.application.contacts:
            return self.application.contacts[-1][0]
        person = self.cast.meet(self.company, "hr", moment)
        self.application.contacts.append((person, "hr"))
        return person

    def _plan(
        self,
        moment: datetime,
        due_on: date,
        done_on: date | None = None,
        done_at: datetime | None = None,
    ) -> None:
        """An action for the first point to improve."""
        points = self.application.answers[-1].points
        place = next((n for n, point in enumerate(points) if point.kind == "improve"), None)
        if place is None:
            return
        plan = feedback_texts.PLANS[points[place].theme]
        self.application.actions.append(
            MadeAction(
                at=moment,
                updated_at=done_at or moment,
                kind=plan.kind,
                what=plan.what,
                cue=plan.cue,
                plan=plan.plan,
                first_step=plan.first_step,
                due_on=due_on,
                done_on=done_on,
                proof=plan.proof if done_on else "",
                answers=place,
            )
        )
