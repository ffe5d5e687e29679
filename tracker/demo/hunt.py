"""A whole made-up job hunt: the same for the same seed, size and day."""

from datetime import date, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from tracker.demo.adverts import advertised, lead, sent
from tracker.demo.cast import Cast
from tracker.demo.companies import COMPANIES, Company
from tracker.demo.papers import RESUMES, papers
from tracker.demo.roles import SKILLS, SPARKS
from tracker.demo.shapes import Hunt, MadeDocument
from tracker.demo.story import Story
from tracker.demo.workdays import at, workday_before

SYDNEY = ZoneInfo("Australia/Sydney")
YOUNG = 12
"""Days in which most have not answered yet."""
FIRST = ("resting", "unrecorded", "coming", "unreviewed", "coming_soon", "offer")
"""What the youngest of the older ones came to, so that every board has one of each."""
LAST = ("offer_declined", "feedback", "action", "feedback", "loop_closed", "action")
"""And the oldest ones, which had the time."""
SHARES = {
    "waiting": 41,
    "rejected_early": 15,
    "rejected_late": 9,
    "interviewing": 7,
    "feedback": 8,
    "action": 7,
    "loop_closed": 6,
    "withdrawn": 5,
    "offer_declined": 2,
}
"""In a hundred of the older ones."""


def hunt(seed: int, n: int, today: date, zone: ZoneInfo = SYDNEY) -> Hunt:
    """So many applications up to yesterday, the latest first."""
    random = Random(f"{seed}/{n}")
    cast = Cast(random)
    days = _days(random, n, today)
    documents = _documents(days, today, zone)
    companies = Turns(random)
    numbers = count(4021, 7)
    applications = []
    for day, fate in zip(days, _fates(random, days, today), strict=True):
        company = next(companies)
        role = advertised(random, company)
        application = sent(random, company, role, day, zone, next(numbers))
        application.resume = sum(d.at < application.stage_since for d in documents[1:RESUMES])
        story = Story(random, zone, today, cast, company, role, application, fate)
        applications.append(story.tell())
    leads = [lead(random, next(companies), today, zone, next(numbers)) for _ in range(min(9, n))]
    return Hunt(applications, cast.contacts, documents, leads, SKILLS, SPARKS)


def _days(random: Random, n: int, today: date) -> list[date]:
    """Spread over two months or more, a few each working day, the latest first."""
    span = min(1200, max(50, n * 7 // 5))
    offsets = sorted(1 + int(span * (i + random.random()) / n) for i in range(n))
    return [workday_before(today - timedelta(days=offset)) for offset in offsets]


def _fates(random: Random, days: list[date], today: date) -> list[str]:
    young = sum(1 for day in days if (today - day).days <= YOUNG)
    old = len(days) - young
    fates = [fate for fate, share in SHARES.items() for _ in range(round(old * share / 100))]
    random.shuffle(fates)
    middle = max(0, old - len(FIRST) - len(LAST))
    fates = [*FIRST, *(fates + ["waiting"] * old)[:middle], *LAST][:old]
    early = ["rejected_early" if random.random() < 0.06 else "waiting" for _ in range(young)]
    return early + fates


def _documents(days: list[date], today: date, zone: ZoneInfo) -> list[MadeDocument]:
    first = min(days, default=today) - timedelta(days=2)
    third = (today - first) // 3
    return papers([at(first + third * step, zone, 19, 30) for step in range(RESUMES)])


class Turns:
    """Every employer once, in another order each round."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.left: list[Company] = []

    def __next__(self) -> Company:
        if not self.left:
            self.left = self.random.sample(COMPANIES, len(COMPANIES))
        return self.left.pop()
