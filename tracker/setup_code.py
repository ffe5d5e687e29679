"""The one-time code of the first start, so that nobody else on the network can claim the server."""

import hmac
import re
import secrets

from flask import current_app
from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.models.server.setting import SETUP_CODE, Setting
from tracker.models.user import User

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without those that are mistaken for one another."""

LOCK = "setup"


def ensure() -> str | None:
    """The code, made where there is none yet and the same for every process; None once set up."""
    if User.anybody(db.session()):
        return None
    chosen: str = current_app.config["ONWARD"].setup_code
    known = Setting.read(db.session(), SETUP_CODE)
    if known is not None and chosen in ("", known):
        return known
    with writing() as session:
        advisory_lock(session, LOCK)
        known = Setting.read(session, SETUP_CODE)
        if known is None or chosen:
            known = chosen or new_code()
            Setting.write(session, SETUP_CODE, known)
    return known


def new_code() -> str:
    """Two groups of four, easily typed on a phone: 39 bits."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def fits(given: str, known: str | None) -> bool:
    """Whether that is the code, however it is spaced and capitalised."""
    return known is not None and hmac.compare_digest(_plain(given), _plain(known))


def spend(session: Session) -> None:
    """Inside `writing()`: the code is gone for good."""
    session.execute(delete(Setting).where(Setting.name == SETUP_CODE))


def _plain(code: str) -> bytes:
    return re.sub(r"[\s\-–—]", "", code).upper().encode()
