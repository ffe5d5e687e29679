"""What made-up employers advertise, as a person would note it down."""

from datetime import date, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tracker.demo import words
from tracker.demo.companies import Company
from tracker.demo.hunt_facts import MadeApplication, MadeLead
from tracker.demo.roles import CLOSINGS, ROLES, Role
from tracker.demo.workdays import at

FAMILIES = {
    family: [role for role in ROLES if role.family == family]
    for family in ("data", "desk", "office", "policy")
}


def advertised(random: Random, company: Company) -> Role:
    """A role that this employer would have."""
    return random.choice(FAMILIES[random.choice(company.jobs)])


def posting(random: Random, company: Company, role: Role) -> str:
    """Three to six sentences, as an advertisement would have them."""
    duties = random.sample(role.duties, min(2, len(role.duties)))
    parts = [company.about, *duties, random.choice(role.asks), random.choice(CLOSINGS)]
    return " ".join(parts[: random.choice((4, 5, 5))])


def made_application(
    random: Random, company: Company, role: Role, day: date, zone: ZoneInfo, number: int
) -> MadeApplication:
    excitement = random.choice((None, 2, 3, 3, 4, 4, 5))
    moment = at(day, zone, random.randint(8, 20), random.randrange(60))
    return MadeApplication(
        zone=zone,
        company=company.name,
        role=role.title,
        location=company.place,
        workplace=_workplace(random, company, role),
        employment=role.employment,
        pay_text=random.choice(company.pay or role.pay),
        source=random.choice(words.PUBLIC_SOURCES if company.public else words.SOURCES),
        link=f"https://{company.slug}.example.com/careers/{number}",
        posting=posting(random, company, role),
        closes_on=day + timedelta(days=random.randint(0, 12)) if random.random() < 0.4 else None,
        applied_on=day,
        excitement=excitement,
        public_sector=company.public,
        resume=0,
        skills=role.skills,
        sparks=role.sparks if (excitement or 0) >= 3 else (),
        stages=[("applied", moment)],
        internal_candidate=company.public and random.random() < 0.1,
    )


def _workplace(random: Random, company: Company, role: Role) -> str | None:
    if company.place.startswith("Remote"):
        return "remote"
    if role.family == "office":
        return random.choice(("onsite", "onsite", "hybrid", None))
    return random.choice(("hybrid", "hybrid", "onsite", "remote", None))


def made_lead(
    random: Random, company: Company, today: date, zone: ZoneInfo, number: int
) -> MadeLead:
    role = advertised(random, company)
    saved = today - timedelta(days=random.randint(1, 9))
    excitement = random.choice((None, None, 3, 4, 5))
    return MadeLead(
        company=company.name,
        role=role.title,
        location=company.place,
        source=random.choice(words.PUBLIC_SOURCES if company.public else words.SOURCES),
        link=f"https://{company.slug}.example.com/careers/{number}",
        posting=posting(random, company, role),
        pay_text=random.choice(company.pay or role.pay),
        notes=random.choice(words.LEAD_NOTES),
        closes_on=today + timedelta(days=random.randint(2, 21)) if random.random() < 0.7 else None,
        excitement=excitement,
        skills=role.skills,
        sparks=role.sparks[:2] if (excitement or 0) >= 4 else (),
        at=at(saved, zone, random.randint(18, 22), random.randrange(60)),
    )
