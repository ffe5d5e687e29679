"""A whole made-up job hunt: the same for the same seed, size and day."""

from collections import Counter
from datetime import date, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from tracker.demo import activities_and_reviews
from tracker.demo.adverts import advertised, made_application, made_lead
from tracker.demo.application_history import ApplicationHistory
from tracker.demo.companies import COMPANIES, Company
from tracker.demo.contacts import Cast
from tracker.demo.documents import RESUMES, papers
from tracker.demo.feedback_texts import AGAIN, PLANS
from tracker.demo.hunt_facts import Hunt, MadeApplication, MadeDocument
from tracker.demo.outcomes import fates
from tracker.demo.roles import SKILLS, SPARKS
from tracker.demo.workdays import at, workday_before

SYDNEY = ZoneInfo("Australia/Sydney")
LETTER = RESUMES
"""The letter's place among the documents."""
WROTE = 4
"""How exciting it must be to write a letter for it."""


def hunt(seed: int, n: int, today: date, zone: ZoneInfo = SYDNEY) -> Hunt:
    """So many applications up to yesterday, the latest first."""
    random = Random(f"{seed}/{n}")
    cast = Cast(random)
    days = _days(random, n, today)
    documents = _documents(days, today, zone)
    companies = CompanyRounds(random)
    numbers = count(4021, 7)
    applications = []
    for day, fate in zip(days, fates(random, days, today), strict=True):
        company = next(companies)
        role = advertised(random, company)
        application = made_application(random, company, role, day, zone, next(numbers))
        application.resume = sum(d.at < application.stage_since for d in documents[1:RESUMES])
        if (application.excitement or 0) >= WROTE and documents[LETTER].at.date() <= day:
            application.letter = LETTER
        story = ApplicationHistory(random, zone, today, cast, company, role, application, fate)
        applications.append(story.tell())
    _vary(applications)
    _use(random, applications)
    leads = [
        made_lead(random, next(companies), today, zone, next(numbers)) for _ in range(min(9, n))
    ]
    length = (today - min(days, default=today)).days
    besides = Random(f"{seed}/{n}/besides")
    return Hunt(
        applications,
        cast.contacts,
        documents,
        leads,
        SKILLS,
        SPARKS,
        activities_and_reviews.activities(besides, length, today, zone),
        activities_and_reviews.reviews(length, today, zone),
        activities_and_reviews.step_backs(length, today, zone),
    )


def _vary(applications: list[MadeApplication]) -> None:
    """A second plan about the same theme is another one, as far as there are others."""
    plans = {PLANS[theme].what: (PLANS[theme], *others) for theme, others in AGAIN.items()}
    made = (action for application in applications for action in application.actions)
    found: Counter[str] = Counter()
    for action in sorted(made, key=lambda action: action.at, reverse=True):
        ways = plans[action.what]
        plan = ways[found[action.what] % len(ways)]
        found[ways[0].what] += 1
        action.kind, action.what, action.cue = plan.kind, plan.what, plan.cue
        action.plan, action.first_step = plan.plan, plan.first_step
        action.proof = plan.proof if action.done_on else ""


def _use(random: Random, applications: list[MadeApplication]) -> None:
    """Every other application uses one of the latest things that were done before it."""
    finished = sorted(
        (action for made in applications for action in made.actions if action.done_on),
        key=lambda action: action.updated_at,
    )
    known = 0
    for begun, place in sorted((made.stages[0][1], n) for n, made in enumerate(applications)):
        while known < len(finished) and finished[known].updated_at < begun:
            known += 1
        if known and random.random() < 0.5:
            random.choice(finished[max(0, known - 3) : known]).used_by.append((place, begun))


def _days(random: Random, n: int, today: date) -> list[date]:
    """Spread over two months or more, a few each working day, the latest first."""
    span = min(1200, max(50, n * 7 // 5))
    offsets = sorted(1 + int(span * (i + random.random()) / n) for i in range(n))
    return [workday_before(today - timedelta(days=offset)) for offset in offsets]


def _documents(days: list[date], today: date, zone: ZoneInfo) -> list[MadeDocument]:
    first = min(days, default=today) - timedelta(days=2)
    third = (today - first) // 3
    return papers([at(first + third * step, zone, 19, 30) for step in range(RESUMES)])


class CompanyRounds:
    """Every employer once, in another order each round."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.left: list[Company] = []

    def __next__(self) -> Company:
        if not self.left:
            self.left = self.random.sample(COMPANIES, len(COMPANIES))
        return self.left.pop()
