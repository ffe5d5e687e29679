"""The people of a made-up hunt; each employer keeps its own few."""

from datetime import datetime
from random import Random

from tracker.demo.companies import Company
from tracker.demo.hunt_facts import MadeContact
from tracker.demo.words import CONTACT_NOTES, FIRST_NAMES, LAST_NAMES, TITLES

# Ranges that the Australian regulator keeps for fiction.
MOBILES = ("0491 570 006", "0491 570 156", "0491 570 157", "0491 570 158", "0491 570 159")
LANDLINES = {"NSW": "02", "ACT": "02", "VIC": "03", "TAS": "03", "QLD": "07"}


class Cast:
    """Contacts are made when first needed and met again at the same employer."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.contacts: list[MadeContact] = []
        self._places: dict[tuple[str, str], int] = {}

    def meet(self, company: Company, part: str, at: datetime) -> int:
        """The place in `contacts` of whoever plays that part there."""
        place = self._places.get((company.slug, part))
        if place is None:
            place = self._places[company.slug, part] = len(self.contacts)
            self.contacts.append(self._somebody(company, part, at))
        return place

    def _somebody(self, company: Company, part: str, at: datetime) -> MadeContact:
        first, last = self.random.choice(FIRST_NAMES), self.random.choice(LAST_NAMES)
        plain = f"{first}.{last}".lower().encode("ascii", "ignore").decode().replace("'", "")
        return MadeContact(
            name=f"{first} {last}",
            title=TITLES[part],
            company=company.name,
            email=f"{plain}@{company.slug}.example.com",
            phone=self._phone(company) if self.random.random() < 0.8 else "",
            notes=self.random.choice(CONTACT_NOTES),
            at=at,
        )

    def _phone(self, company: Company) -> str:
        if self.random.random() < 0.4:
            return self.random.choice(MOBILES)
        area = LANDLINES.get(company.place[-3:].strip(), "08")
        return f"({area}) 5550 {self.random.randrange(10_000):04d}"
