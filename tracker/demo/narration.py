"""What is written down and who is met while one made-up application is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tracker.demo.companies import Company
from tracker.demo.contacts import Cast
from tracker.demo.documents import ME
from tracker.demo.hunt_facts import MadeApplication, MadeNote
from tracker.demo.roles import Role


@dataclass
class Narration:
    """One application, and all that is chosen by chance for it."""

    random: Random
    zone: ZoneInfo
    today: date
    cast: Cast
    company: Company
    role: Role
    application: MadeApplication
    fate: str

    def _note(
        self, texts: Sequence[str], after: datetime, chance: float, private: bool = False
    ) -> None:
        if self.random.random() < chance:
            body = self._filled(self.random.choice(texts))
            moment = after + timedelta(minutes=self.random.randint(5, 50))
            self.application.notes.append(MadeNote(body, moment, private))

    def _filled(self, text: str) -> str:
        person = "Somebody"
        if "{person}" in text or "{first}" in text:
            if not self.application.contacts:
                self._meet("hr", self.application.stage_since)
            person = self.cast.contacts[self.application.contacts[-1][0]].name
        return text.format(
            person=person,
            first=person.partition(" ")[0],
            company=self.company.name,
            role=self.role.title,
            pay=self.application.pay_text or "$74,000",
            me=ME,
        )

    def _meet(self, part: str, moment: datetime) -> int:
        """The latest met stands last, and nobody twice."""
        met = (self.cast.meet(self.company, part, moment), part)
        self.application.contacts = [one for one in self.application.contacts if one != met]
        self.application.contacts.append(met)
        return met[0]

    def _local_day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()
