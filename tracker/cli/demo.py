"""`onward demo`."""

import secrets
import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.app_context import opened_app
from tracker.cli.failure import Failure

if TYPE_CHECKING:
    from tracker.models import User

EMAIL = "demo@example.org"


@click.command()
@click.option("--applications", default=48, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same hunt.")
@click.option("--email", default=EMAIL, show_default=True, help="Whose hunt it will be.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def demo(applications: int, seed: int, email: str, password_stdin: bool) -> None:
    """Make up a realistic job hunt for one person, on an account made for it if there is none."""
    if email.strip().count("@") != 1 or len(email) > 254:
        raise click.BadParameter("is not an email address", param_hint="--email")
    given = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    with opened_app():
        person, told = somebody(email, given)
        grow(person, seed, applications)
        click.echo(f"{person.email} now has {applications:,} made-up applications.")
    if told is not None:
        click.echo(f"The password is  {told}")


def somebody(email: str, password: str | None) -> tuple["User", str | None]:
    """The person with that address and a hunt still to come; with the password if it was drawn.

    Raises Failure where there are applications already, or the password won't do.
    """
    from tracker.extensions import db
    from tracker.models import Application, User

    person = db.session.scalar(User.by_email(email))
    if person is None:
        drawn = secrets.token_urlsafe(12) if password is None else None
        return make_account(email, password if password is not None else str(drawn)), drawn
    if db.session.scalar(Application.of(person.id).limit(1)) is not None:
        raise Failure(f"{person.email} has applications already. Choose another --email.")
    if password is not None:
        raise Failure(f"{person.email} has a password already. Leave out --password-stdin.")
    return person, None


def make_account(email: str, password: str) -> "User":
    """A person of that address; the keeper where there was nobody before."""
    from tracker import setup_code
    from tracker.clock import now
    from tracker.database import writing
    from tracker.demo.documents import FULL_NAME
    from tracker.models import User
    from tracker.models.user import KEEPER, MEMBER, normal_email
    from tracker.values import passwords

    for problem in passwords.problems(password, email, FULL_NAME):
        raise Failure(problem)
    hashed = passwords.hash_password(password)
    person = User(email=normal_email(email), name=FULL_NAME, password_hash=hashed, created_at=now())
    with writing() as session:
        person.role = MEMBER if User.anybody(session) else KEEPER
        session.add(person)
        setup_code.spend(session)
    return person


def grow(person: "User", seed: int, applications: int) -> None:
    """A hunt up to yesterday, written in one go."""
    from tracker.clock import now
    from tracker.database import writing
    from tracker.demo.hunt import hunt
    from tracker.demo.insert import insert_hunt
    from tracker.models.account_event import MADE_UP, AccountEvent, Happened
    from tracker.values.days import day_of

    moment = now()
    made = hunt(seed, applications, day_of(moment, person.zone), person.zone)
    with writing(person) as session:
        insert_hunt(session, person, made, moment)
        AccountEvent.note(session, person.id, Happened.IMPORTED, moment, detail=MADE_UP)
