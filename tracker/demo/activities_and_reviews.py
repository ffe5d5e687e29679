"""What the made-up person did besides applying, who looked at the papers, and one step back."""

from datetime import date, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tracker.demo.hunt_facts import MadeActivity, MadeReview, MadeStepBack
from tracker.demo.workdays import at, workday_before

DONE = (
    ("workshop", "Interview workshop", "Harbour Library", 120, "Two answers rewritten"),
    ("networking", "Coffee with a former colleague", "Priya, Tern Telecom", 45, "A name to ring"),
    ("job_fair", "Careers fair", "Town Hall", 150, "Talked with four employers"),
    ("resume", "Reworked the top third of my résumé", "", 90, "v2"),
    ("search", "Went through the boards", "", 60, "Five to look at again"),
    ("appointment", "Appointment", "Employment services", 40, "Points agreed for the month"),
    ("workshop", "SQL evening course", "Harbour TAFE", 180, ""),
    ("networking", "Rang two people from the fair", "", 30, "One says to apply in March"),
)
LOOKED = (
    ("resume", "Priya", "The numbers are good. Put them first; I only saw them on page two."),
    ("linkedin", "Tom", "The headline says what you were, not what you want."),
)


def activities(random: Random, days: int, today: date, zone: ZoneInfo) -> list[MadeActivity]:
    """One or two a week, the latest first."""
    found: list[MadeActivity] = []
    ago = 2
    while ago < days:
        on = workday_before(today - timedelta(days=ago))
        kind, what, with_whom, minutes, result = DONE[len(found) % len(DONE)]
        found.append(MadeActivity(kind, what, with_whom, minutes, result, on, at(on, zone, 18, 15)))
        ago += random.randint(3, 8)
    return found


def reviews(days: int, today: date, zone: ZoneInfo) -> list[MadeReview]:
    """Two who looked, and one who was asked."""
    first = workday_before(today - timedelta(days=min(days, 40)))
    found = [
        MadeReview(subject, by, first, first + timedelta(days=3), said, at(first, zone, 20, 5))
        for subject, by, said in LOOKED
    ]
    asked = workday_before(today - timedelta(days=2))
    return [*found, MadeReview("social", "Mia", asked, None, "", at(asked, zone, 12, 40))]


def step_backs(days: int, today: date, zone: ZoneInfo) -> list[MadeStepBack]:
    """One, some weeks ago, where the hunt is long enough for it."""
    if days < 45:
        return []
    day = workday_before(today - timedelta(days=35))
    return [
        MadeStepBack(
            begun=at(day, zone, 19, 0),
            ended=at(day, zone, 19, 35),
            fit="Most ask for SQL. I’m learning it and it doesn’t show yet.",
            themes="Examples, again. They want numbers with them.",
            sources="Two of the three interviews came through people, not boards.",
        )
    ]
