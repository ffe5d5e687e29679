"""The form of an email as it is proposed."""

from datetime import UTC, datetime
from functools import cached_property
from typing import Any, cast

from flask import request
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.validators import ValidationError

from tracker.clock import now
from tracker.mail import Mail
from tracker.mail.proposals import KEPT_AS, Told
from tracker.mail.slots import Slot
from tracker.models.interview import KINDS
from tracker.views.mail.read_mail import ReadMail
from tracker.web.access import me
from tracker.web.fields.moment import ClockField, MomentForm
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, WordsField

OTHER = "other"
"""In place of one of their times: one that is written."""
NEW = 0
"""The number that stands for an application that is made from the mail."""


class MailForm(MomentForm):
    """A mail on its way to being kept: all of it travels in the form, and nothing is stored."""

    text = WordsField("The email", render_kw={"hidden": True})
    subject = HiddenField()
    sender = HiddenField()
    address = HiddenField()
    sent = HiddenField()
    proposal = HiddenField()
    kind = HiddenField()
    chosen = HiddenField()
    """What the person said that it is, in place of what it reads as."""
    through = HiddenField()
    """Who wrote for the company of a new application: where it was found."""
    told = HiddenField()
    """Their hour as they wrote it, with the zone beside it: 2026-12-04T11:15 AEST."""
    slot = HiddenField("Which time suits you?")
    """Which of the times that they name, by its place among them; or another one."""
    about = RadioField("Which application is it about?", coerce=int, choices=[])
    look = LineField("Company or role")
    company = LineField("Company")
    role = LineField("Role")
    clock = ClockField("Time")
    interview_kind = OneOfField("Kind", KINDS.items(), empty=None, default="other", chips=True)
    place = LineField("Place or link", render_kw={"autocapitalize": "none"})
    people = LineField("With", render_kw={"autocapitalize": "words"})
    minutes = LineField("Minutes", render_kw={"inputmode": "numeric", "size": 5})
    instead = BooleanField()
    duty = BooleanField()
    said_no = BooleanField(
        "They said no at the same time", description="Then the card moves to Feedback received."
    )
    """Of feedback: asked where the card is still open."""
    buttons: tuple[str, ...] = ("instead", "duty", "said_no")
    slots: tuple[Slot, ...] = ()
    """The days that the mail names, where it names any."""

    @cached_property
    def read(self) -> ReadMail:
        """What is read of it, from the words that travelled."""
        return ReadMail(self.mail, me().id, me().zone, now(), self.told_to_be)

    @property
    def told_to_be(self) -> Told | None:
        """What was chosen, where the kind is still the one that this is kept as."""
        chosen = cast("Told", self.chosen.data)
        return chosen if chosen in KEPT_AS and KEPT_AS[chosen] == self.kind.data else None

    @property
    def mail(self) -> Mail:
        """The mail as it travelled."""
        return Mail(
            self.text.data or "",
            (self.subject.data or "")[:500],
            (self.sender.data or "")[:500],
            (self.address.data or "")[:500].lower(),
            self._sent_at(),
        )

    def _sent_at(self) -> datetime | None:
        try:
            found = datetime.fromisoformat((self.sent.data or "")[:40])
        except ValueError:
            return None
        known = found.tzinfo is not None and 1990 <= found.year <= 2190
        return found.astimezone(UTC) if known else None

    @property
    def several(self) -> tuple[Slot, ...]:
        """The times to pick from; none where there is only one, and it is sure."""
        return self.slots if len(self.slots) > 1 or self.read.asks_again else ()

    @property
    def day_to_come(self) -> bool:
        """Whether it is about an interview that has no day yet, in the email or by hand."""
        invites = self.kind.data == "invitation" and not self.read.invitation.by_itself
        return invites and not self.read.invitation.slots and not self.day.data

    @property
    def moves_one(self) -> bool:
        """Whether it is about one that is there; an invitation by hand, without a day, is not."""
        return self.read.moves_one and not (self.day_to_come and self.told_to_be == "invitation")

    @property
    def their_hour(self) -> Slot | None:
        """The hour that was told by another clock, as it travelled."""
        when, _, zone = (self.told.data or "")[:120].partition(" ")
        try:
            found = datetime.fromisoformat(when).replace(tzinfo=None)
        except ValueError:
            return None
        return Slot(found.date(), found.time(), zone) if zone and found.year < 3000 else None

    @property
    def whole_minutes(self) -> int | None:
        """How long it takes, where the mail says."""
        said = (self.minutes.data or "")[:5]
        return int(said) if said.isascii() and said.isdigit() and 0 < int(said) <= 1440 else None

    def validate_minutes(self, field: Any) -> None:
        """Not checked where it only travels."""
        if field.data and self.kind.data == "invitation" and self.whole_minutes is None:
            raise ValidationError("How many minutes, as a number?")

    def check_about(self) -> bool:
        """Whether it is said which application it is about."""
        if "about" not in request.form:
            self.about.errors = ["Tap the one it is about."]
            return False
        if self.about.data == NEW and not (self.company.data and self.role.data):
            field = self.role if self.company.data else self.company
            field.errors = ["Which role is it?" if self.company.data else "Which company is it?"]
            return False
        return True
