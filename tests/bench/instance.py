"""An instance with a made-up hunt of each size, all of it on the board."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from tracker.cli.app_context import opened_app
from tracker.cli.demo import make_account
from tracker.clock import now
from tracker.config.settings import read_settings
from tracker.database import writing
from tracker.demo.hunt import hunt
from tracker.demo.insert import insert_hunt
from tracker.values.days import day_of

SEED = 7


@dataclass(frozen=True)
class Person:
    """Somebody with so many cards."""

    cards: int
    email: str
    password: str


def make(folder: Path, sizes: list[int]) -> dict[int, Person]:
    """One person for each size, in one database; nothing of theirs is archived."""
    password = secrets.token_urlsafe(12)
    people = {size: Person(size, f"hunter{size}@example.org", password) for size in sizes}
    with opened_app(read_settings({"ONWARD_INSTANCE": str(folder)})):
        for person in people.values():
            _grow(person)
    return people


def _grow(person: Person) -> None:
    user, moment = make_account(person.email, person.password), now()
    made = hunt(SEED, person.cards, day_of(moment, user.zone), user.zone)
    for application in made.applications:
        application.archived_at = application.outcome = None
    with writing(user) as session:
        insert_hunt(session, user, made, moment)


def grow(folder: Path, email: str, cards: int) -> None:
    """One more person in that instance."""
    with opened_app(read_settings({"ONWARD_INSTANCE": str(folder)})):
        _grow(Person(cards, email, secrets.token_urlsafe(12)))
