"""How one made-up application went, day by day."""

from datetime import date, timedelta

from tracker.demo import words
from tracker.demo.after_rejection import Aftermath
from tracker.demo.hunt_facts import MadeApplication, MadeInterview, MadeOffer
from tracker.demo.loop_facts import MadeRejection
from tracker.demo.narration import Narration
from tracker.demo.outcomes import INTERVIEW_IN, NUDGE_AFTER, PATHS, WORKDAYS_UNTIL
from tracker.demo.workdays import (
    at,
    in_office_hours,
    morning_after,
    workday_before,
    workdays_after,
    workdays_before,
)

KINDS = ("phone_screen", "video", "onsite", "panel", "assessment")


class ApplicationHistory(Narration):
    """Tells one application; every past moment lies before `today`."""

    def tell(self) -> MadeApplication:
        criteria = self.role.family == "policy" and self.company.public
        texts = words.NOTES_CRITERIA if criteria else words.NOTES_SENT
        self._note(texts, self.application.stage_since, 0.6)
        day = self.application.applied_on
        for step in PATHS[self.fate]:
            day = self._next_day(day, step)
            if day >= self.today:
                break
            getattr(self, f"_{step}")(day)
            if self.application.interviews:
                day = max(day, self._local_day(self.application.interviews[-1].starts_at))
        else:
            if self.fate == "waiting" and day < self.today - timedelta(days=15):
                later = in_office_hours(self.random, workdays_after(day, 8), self.zone)
                self._note(words.NOTES_WAITING, later, 0.35)
        return self.application

    def _next_day(self, day: date, step: str) -> date:
        if self.fate == "resting":
            return workday_before(self.today - timedelta(days=1))
        if (self.fate, step) in (("offer", "offer"), ("sorting", "feedback_received")):
            return max(workday_before(self.today - timedelta(days=1)), day)
        if self.fate == "nudge":
            return max(workdays_before(self.today, NUDGE_AFTER), workdays_after(day, 1))
        soonest, latest = WORKDAYS_UNTIL[step]
        if self.fate in ("coming_soon", "coming", "unreviewed", "offer", "sorting", "due"):
            return workdays_after(day, soonest)
        return workdays_after(day, self.random.randint(soonest, latest))

    def _interview(self, day: date) -> None:
        moment = in_office_hours(self.random, day, self.zone)
        self.application.stages.append(("interview", moment))
        part = self.random.choice(("hiring_manager", "hr", "recruiter"))
        person = self._meet(part, moment)
        self._note(words.NOTES_INTERVIEW, moment, 0.7)
        if self.fate in INTERVIEW_IN:
            on = workdays_after(self.today, INTERVIEW_IN[self.fate])
        elif self.fate == "unreviewed":
            on = workday_before(self.today - timedelta(days=1))
        else:
            on = workdays_after(day, 2 if self.fate == "offer" else self.random.randint(2, 6))
            on = workdays_after(on, 1) if on == self.today else on
        self.application.interviews.append(self._held(max(on, day), person, 1))
        again_asked = on < self.today and "offer" not in PATHS[self.fate]
        if again_asked and self.fate != "unreviewed" and self.random.random() < 0.25:
            again = workdays_after(on, self.random.randint(3, 7))
            if again != self.today:
                self.application.interviews.append(self._held(again, person, 2))

    def _held(self, day: date, person: int, number: int) -> MadeInterview:
        kind = "panel" if self.company.public else self.random.choice(KINDS)
        kind = "video" if self.application.workplace == "remote" else kind
        hour, minute = self.random.choice(((9, 30), (10, 0), (11, 0), (14, 0), (14, 30), (15, 30)))
        online = kind in ("phone_screen", "video", "assessment")
        past = day < self.today and self.fate != "unreviewed"
        return MadeInterview(
            starts_at=at(day, self.zone, hour, minute),
            minutes=self.random.choice((20, 30, 45, 60)),
            kind=kind,
            round=number,
            place=f"https://meet.example.org/{self.company.slug}" if online else self.company.place,
            people=self.cast.contacts[person].name,
            preparation=words.PREPARATION[self.role.family],
            went_well=self.random.choice(words.WENT_WELL) if past else "",
            would_change=self.random.choice(words.WOULD_CHANGE) if past else "",
            rating=self.random.choice((2, 3, 3, 4, 4, 5)) if past else None,
            outcome=self.random.choice(("through", "unknown")) if past else None,
        )

    def _rejected(self, day: date) -> None:
        moment = in_office_hours(self.random, day, self.zone)
        reached = self.application.stage
        self.application.stages.append(("rejected", moment))
        if self.fate == "unrecorded":
            return
        met = reached == "interview"
        how = self.random.choice(
            ("phone", "email", "email") if met else ("email", "portal", "email")
        )
        said, why = self.random.choice(words.REJECTIONS_LATE if met else words.REJECTIONS_EARLY)
        self.application.rejection = MadeRejection(
            at=moment,
            on=day,
            how=how,
            words=self._filled(said),
            reason=why,
            stage_reached=reached,
            feedback_offered="call me" in said or "talk it through" in said,
            role_cancelled="withdrawn" in said,
            rest_until=morning_after(
                at(self.today, self.zone, 9) if self.fate == "resting" else moment, self.zone
            ),
        )
        self._note(words.NOTES_PRIVATE, moment, 0.3, private=True)
        self._aftermath().said_no(day, moment)

    def _feedback_received(self, day: date) -> None:
        moment = in_office_hours(self.random, day, self.zone)
        self.application.stages.append(("feedback_received", moment))
        self._aftermath().answered(day, moment)

    def _action_taken(self, day: date) -> None:
        moment = at(day, self.zone, self.random.randint(17, 20), self.random.randrange(60))
        self.application.stages.append(("action_taken", moment))
        self._aftermath().acted(day, moment)

    def _aftermath(self) -> Aftermath:
        return Aftermath(
            self.random,
            self.zone,
            self.today,
            self.cast,
            self.company,
            self.application,
            self.fate,
        )

    def _offer(self, day: date) -> None:
        note = self._filled(self.random.choice(words.OFFER_NOTES))
        open_ = self.fate != "offer_declined"
        made = MadeOffer(day, note, None if open_ else "declined")
        if open_:
            made.answer_by = workdays_after(day, 7)
        self.application.offers.append(made)

    def _archive(self, day: date) -> None:
        self.application.archived_at = in_office_hours(self.random, day, self.zone)
        self.application.outcome = self.fate
        for answered in self.application.offers:
            answered.decided_on = day
        if self.fate == "withdrawn":
            self._note(words.NOTES_WITHDRAWN, self.application.archived_at, 1)
