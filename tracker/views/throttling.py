"""Slowing down whoever guesses at passwords, codes and links, without locking anybody out."""

from datetime import timedelta

from flask import abort, request
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.formatting import plural
from tracker.locks import alone
from tracker.models.device import digest
from tracker.models.failed_login import FailedLogin
from tracker.network import network_of


def whence() -> str:
    """Where this request comes from; other machines' word is taken only from trusted proxies."""
    return network_of(request.remote_addr or "")


def guess(account: str) -> timedelta | None:
    """Count a guess before it is looked at; or how long to wait where there were too many."""
    at, address = now(), whence()
    with writing() as session:
        alone(session, f"guess {address}")
        wait = FailedLogin.wait(session, digest(account), address, at)
        if wait is None:
            FailedLogin.count(session, digest(account), address, at)
    return wait


def forgive(session: Session, account: str) -> None:
    """Inside `writing()`: the guess was right, so those before it are forgotten."""
    FailedLogin.forgive(session, digest(account), whence())


def admit(account: str) -> None:
    """Count a guess, or refuse it with a 429."""
    wait = guess(account)
    if wait is not None:
        abort(429, description=words(wait), retry_after=seconds(wait))


def seconds(wait: timedelta) -> int:
    """For Retry-After."""
    return max(int(wait.total_seconds()) + 1, 1)


def words(wait: timedelta) -> str:
    """The same for people."""
    minutes = plural(seconds(wait) // 60 + 1, "minute")
    return f"That was a lot of tries. Wait {minutes}, then try again."
