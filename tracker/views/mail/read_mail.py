"""What is read of one email, each thing once in a request."""

from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from tracker.extensions import db
from tracker.mail import Mail, Reading, calls_off
from tracker.mail.another_time import asks_again
from tracker.mail.answer_by import AnswerBy
from tracker.mail.answer_within import asked_by
from tracker.mail.application_match import (
    ApplicationMatch,
    Candidate,
    is_interviewing,
    match,
    still_waits,
)
from tracker.mail.ask_answer import answers_ask, read_apart
from tracker.mail.cancellation import days_off
from tracker.mail.confirmation import Confirmation, asked_to_confirm
from tracker.mail.duty import without_papers_asked
from tracker.mail.invitation import Invitation, as_test, day_sentence, read_invitation
from tracker.mail.kinds import Span
from tracker.mail.meeting.stands import stands
from tracker.mail.moved_days import OldTime, left_days
from tracker.mail.new_time import promised_time
from tracker.mail.other_hours import moves_one
from tracker.mail.proposals import (
    ProposedKind,
    Told,
    brings_advice,
    only_takes_back,
    proposed_kind,
    told_as,
)
from tracker.mail.role_closed import role_cancelled, role_closed
from tracker.mail.senders import company_of, is_person
from tracker.mail.subjects import About, about_of
from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import dates_in
from tracker.mail.times.their_answer import answers_by, closes_on, sentences_of
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.reads.interviews_ahead import without_day
from tracker.models.reads.mails.match_candidates import read_match_candidates, read_with_interview
from tracker.models.user import User
from tracker.values.days import day_of


class ReadMail:
    """Of one person's email: nothing is read before it is asked for."""

    def __init__(
        self, mail: Mail, user_id: int, zone: ZoneInfo, at: datetime, chosen: Told | None = None
    ) -> None:
        self.mail, self.user_id, self.zone, self.at = mail, user_id, zone, at
        self.chosen = chosen
        """What the person said that it is: then nothing else is read of it."""
        self.today = day_of(at, zone)
        sent = mail.sent_at
        self.sent_on: date = day_of(sent if sent is not None and sent <= at else at, zone)
        """On the person's calendar; today where nobody knows."""

    @cached_property
    def reading(self) -> Reading:
        """What kind it is, and the words that say so."""
        return read_apart(self.mail, self.answers_ask)

    @cached_property
    def kind(self) -> ProposedKind:
        """What it is proposed as."""
        known, sure = self.applications, self.matching.sure
        found = proposed_kind(
            self.reading.kind,
            self.mail,
            self.sent_on,
            still_waits(known, sure) is False,
            self.answers_ask,
            is_interviewing(known, sure),
        )
        return "none" if found == "acknowledgement" and self.in_doubt else found

    @cached_property
    def answers_ask(self) -> bool:
        """Whether it answers an ask for advice."""
        return answers_ask(self.mail, self.applications)

    def as_chosen(self, chosen: Told | None) -> "ReadMail":
        """The same email, as what the person said that it is."""
        return ReadMail(self.mail, self.user_id, self.zone, self.at, chosen) if chosen else self

    def told_as(self, kind: ProposedKind) -> Told:
        """What it is called, where it is of that kind."""
        if self.chosen is None:
            return told_as(kind, self.mail, self.sent_on)
        moved = self.chosen == "invitation" and self.moves_one and self.invitation.slots
        return "moved" if moved else self.chosen

    @cached_property
    def calls_off(self) -> bool:
        """Whether it cancels an interview."""
        return self.chosen == "cancelled" if self.chosen else calls_off(self.mail, self.sent_on)

    @cached_property
    def left_days(self) -> set[date]:
        """The days that it says it is not on any more."""
        return {each.day.on for each in left_days(own_text(self.mail.text), self.sent_on)}

    @cached_property
    def named_days(self) -> set[date]:
        """All days that it names; the new one is none of an interview that is there."""
        own = own_text(self.mail.text)
        said = [
            *dates_in(own, self.sent_on, with_near=True),
            *dates_in(self.mail.subject, self.sent_on),
        ]
        return {each.on for each in said}

    @cached_property
    def answers_by(self) -> date | None:
        """By when they say that they answer, while that is ahead."""
        by = answers_by(sentences_of(self.mail.text), self.sent_on)
        return by if by is not None and by >= self.today else None

    @cached_property
    def closes_on(self) -> date | None:
        """The last day to apply."""
        return closes_on(sentences_of(self.mail.text), self.sent_on)

    @cached_property
    def new_time(self) -> Span | None:
        """Where it says that a new time will come for the interview that it cancels."""
        return promised_time(self.mail.text) if self.calls_off else None

    @cached_property
    def moves_one(self) -> bool:
        """Whether it puts an interview on another day, or asks for one."""
        mail = self.mail
        if self.asks_again or moves_one(mail.text, mail.subject):
            return True
        return self.chosen is None and only_takes_back(mail, self.sent_on)

    @cached_property
    def asks_again(self) -> bool:
        """Whether it asks for another time than the one that was agreed."""
        if self.chosen:
            return self.chosen == "another_time"
        return not self.calls_off and asks_again(self.mail.text)

    @cached_property
    def role_cancelled(self) -> bool:
        """Whether nobody gets the role."""
        text = self.mail.text
        if self.chosen is None:
            return role_cancelled(text)
        return self.chosen == "closed" and (role_cancelled(text) or not role_closed(text))

    @cached_property
    def brings_advice(self) -> bool:
        """Whether a no has their advice in it."""
        return brings_advice(self.mail)

    @cached_property
    def about(self) -> About:
        """Which role at which company it names."""
        return about_of(self.mail)

    @cached_property
    def applications(self) -> list[Candidate]:
        """All that it may be about."""
        return [Candidate(*each) for each in read_match_candidates(db.session(), self.user_id)]

    @cached_property
    def matching(self) -> ApplicationMatch:
        """Those that it seems to be about."""
        return match(self.mail, self.applications)

    @cached_property
    def invitation(self) -> Invitation:
        """When, where and with whom."""
        found = self._invitation()
        if found.by_itself and self.answer_by is not None:
            found = found._replace(slots=(found.slots[0]._replace(on=self.answer_by.on),))
        old = self.old_time if self.asks_again else None
        if old is not None:
            found = found._replace(
                slots=tuple(each for each in found.slots if each.on != old.on or each.at)
            )
        if self.chosen == "test":
            return found if found.by_itself else as_test(found, self.mail.text, self.sent_on)
        if self.chosen == "another_time":
            gone = days_off(self.mail, self.sent_on)
            found = found._replace(slots=tuple(each for each in found.slots if each.on not in gone))
        return found._replace(by_itself=False) if self.chosen else found

    def _invitation(self) -> Invitation:
        mail, person = self.mail, is_person(self.mail)
        companies = (each.company for each in self.applications)
        others = (company_of(mail), self.about.company, *companies)
        return read_invitation(
            mail.text,
            mail.subject,
            self.sent_on,
            mail.calendars,
            ", ".join(others if person else (mail.name, *others)),
            mail.name if person else "",
            self.old_time,
        )

    @cached_property
    def old_time(self) -> OldTime | None:
        """When the interview was to be that it moves, where it is surely one that is saved."""
        return self._time_ahead if self.moves_one else None

    @cached_property
    def _time_ahead(self) -> OldTime | None:
        session, sure = db.session(), self.matching.sure
        likely = [sure] if sure else self.matching.likely
        ahead = read_with_interview(session, self.user_id, likely, self.at)
        application = session.get(Application, ahead[0]) if len(ahead) == 1 else None
        if application is None:
            return None
        row = session.scalar(Interview.coming(application, self.at).limit(1))
        row = row or without_day(session, application)
        if row is None or row.starts_at is None:
            return None
        local = row.starts_at.astimezone(self.zone)
        return OldTime(local.date(), local.time() if row.hour_known else None)

    @cached_property
    def in_doubt(self) -> OldTime | None:
        """The interview whose day it names, and does not say whether it stands."""
        mail = self.mail
        if self.chosen or self.calls_off or self.moves_one or stands(mail.text):
            return None
        days = {each.on for each in dates_in(mail.subject, self.sent_on, with_near=True)}
        named = days | self.named_days
        ahead = self._time_ahead if named else None
        return ahead if ahead is not None and ahead.on in named else None

    @property
    def day_sentence(self) -> str:
        """The sentence that says the day, where there is one day."""
        found = self.invitation
        return day_sentence(self.mail.text, found) if len(found.slots) == 1 else ""

    @cached_property
    def answer_by(self) -> AnswerBy | None:
        """The day by which they want an answer, while it is ahead."""
        return self.day_in(self.mail.text)

    @cached_property
    def offer_by(self) -> AnswerBy | None:
        """The day by which they want an answer to an offer; none of the papers that they want."""
        return self.day_in(without_papers_asked(self.mail.text))

    def day_in(self, text: str) -> AnswerBy | None:
        """The day by which these words want something, while it is ahead."""
        user = db.session.get(User, self.user_id)
        country, state = (user.country, user.state) if user is not None else ("", "")
        found = asked_by(text, self.sent_on, country, state)
        return found if found is not None and found.on >= self.today else None

    @cached_property
    def confirmation(self) -> Confirmation | None:
        """Whether they ask to confirm, and how."""
        return asked_to_confirm(self.mail.text)
