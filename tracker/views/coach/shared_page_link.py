"""The link that a request names, counted against too many; or the one page that all others get."""

from datetime import datetime
from typing import NoReturn

from flask import abort, g
from sqlalchemy.orm import Session

from tracker.database import optional_write, writing
from tracker.extensions import db
from tracker.models.share_link import ShareLink
from tracker.web import rate_limit
from tracker.web.rate_limit import Limit
from tracker.web.rendering import page

TRIES = Limit("link")
READS = Limit("reading", pair=300, whole=1000)


def link_of_token(token: str, at: datetime) -> ShareLink:
    """The link, or the one page that all others get."""
    link = db.session.scalar(ShareLink.by_token(token, at))
    if link is None:
        link_is_over(token, at)
    wait = READS.wait(db.session(), f"reading {link.id}", at)
    if wait is not None:
        abort(page("coach/shared_page/wait.html", status=429, words=rate_limit.words(wait)))
    g.read_link_id = link.id
    return link


def link_is_over(token: str, at: datetime) -> NoReturn:
    """Over, ended, never made or misspelt: the same page, by the same steps."""
    wait = None
    with optional_write():
        wait = rate_limit.count_guess(f"link {token}", TRIES)
        with writing() as session:
            ShareLink.sweep(session, at)
    if wait is not None:
        abort(page("coach/shared_page/wait.html", status=429, words=rate_limit.words(wait)))
    abort(page("coach/shared_page/closed.html", status=404))


def count_reading(session: Session, link_id: int, at: datetime) -> None:
    """One more time that it was read, against too many."""
    READS.note(session, f"reading {link_id}", at)
