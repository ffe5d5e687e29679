"""Slowing down whoever guesses at passwords, codes and links, without locking anybody out."""

from datetime import datetime, timedelta
from typing import NamedTuple

from flask import abort, request
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.models.device import digest
from tracker.models.sign_in import PER_ADDRESS, PER_PAIR, FailedLogin
from tracker.values.formatting import plural
from tracker.web.network import network_of


def client_address() -> str:
    """Where this request comes from; other machines' word is taken only from trusted proxies."""
    return network_of(request.remote_addr or "")


class Limit(NamedTuple):
    """How often within the window; what has a name is counted apart from guesses at accounts."""

    name: str = ""
    pair: int = PER_PAIR
    whole: int = PER_ADDRESS
    everywhere: bool = False
    """Whether guesses at one account count together, wherever they come from."""

    def address(self) -> str:
        """Where this request comes from, as it is counted."""
        return self.name if self.everywhere else f"{self.name} {client_address()}".lstrip()

    def wait(self, session: Session, account: str, at: datetime) -> timedelta | None:
        """How long to wait where there were too many; nothing is counted."""
        return FailedLogin.wait(session, digest(account), self.address(), at, self.pair, self.whole)

    def note(self, session: Session, account: str, at: datetime) -> None:
        """Inside `writing()`: one more."""
        FailedLogin.count(session, digest(account), self.address(), at)


ACCOUNTS = Limit()
CODES = Limit("codes", whole=1_000_000, everywhere=True)
"""Six digits are soon guessed from many addresses; only who has the password comes so far."""


def count_guess(account: str, limit: Limit = ACCOUNTS) -> timedelta | None:
    """Count a guess before it is looked at; or how long to wait where there were too many."""
    at = now()
    with writing() as session:
        advisory_lock(session, f"guess {limit.address()}")
        wait = limit.wait(session, account, at)
        if wait is None:
            limit.note(session, account, at)
    return wait


def clear_guesses(session: Session, account: str, limit: Limit = ACCOUNTS) -> None:
    """Inside `writing()`: the guess was right, so those before it are forgotten."""
    FailedLogin.forgive(session, digest(account), limit.address())


def note_wrong_guess(session: Session, account: str) -> None:
    """Inside `writing()`: the guess was wrong; the same is written whoever it was meant for."""
    FailedLogin.touch(session, digest(account), client_address(), now())


def check_limit(account: str) -> None:
    """Count a guess, or refuse it with a 429."""
    wait = count_guess(account)
    if wait is not None:
        abort(429, description=words(wait), retry_after=seconds(wait))


def seconds(wait: timedelta) -> int:
    """For Retry-After."""
    return max(int(wait.total_seconds()) + 1, 1)


def words(wait: timedelta) -> str:
    """The same for people."""
    minutes = plural(seconds(wait) // 60 + 1, "minute")
    return f"That was a lot of tries. Wait {minutes}, then try again."
