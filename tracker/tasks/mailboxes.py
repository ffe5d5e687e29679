"""Every ten minutes: what came into each mailbox that somebody lets be read."""

import logging
import time
from datetime import datetime

from sqlalchemy import select

from tracker import clock
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.mailbox.connection import NO_PASSWORD, Connector, Unreachable
from tracker.mailbox.imap import Login
from tracker.mailbox.mail_check import check_mail, known_applications, save_mail_check
from tracker.mailbox.password_file import read_password, sweep_passwords
from tracker.mailbox.trial_file import sweep_trials
from tracker.models.messages.mailbox import Mailbox, MailProposal
from tracker.models.user import User
from tracker.tasks.task import Turn

log = logging.getLogger("onward")
ENOUGH = 300.0
"""Seconds of one round; whoever was read longest ago comes first in the next."""


def look_into_all(turn: Turn) -> None:
    """One after the other; what goes wrong with one holds nobody else up."""
    longest_ago = Mailbox.looked_at.is_not(None), Mailbox.looked_at, Mailbox.user_id
    everybody = db.session().scalars(select(Mailbox.user_id).order_by(*longest_ago)).all()
    db.session.rollback()
    sweep_passwords(turn.settings.instance, everybody)
    sweep_trials(turn.settings.instance, turn.at)
    with writing() as session:
        MailProposal.sweep(session, turn.at)
    reach, begun = reach_of(turn.settings), time.monotonic()
    for user_id in everybody:
        if time.monotonic() - begun > ENOUGH or not turn.go_on(clock.now()):
            return
        look_into(turn.settings, user_id, turn.at, reach)


def reach_of(settings: Settings) -> Connector:
    """Servers on the internet; those inside only where the keeper's setting says so."""
    return Connector(allowed=lambda _: True) if settings.mailbox_inside else Connector()


def look_into(settings: Settings, user_id: int, at: datetime, reach: Connector) -> None:
    """Read and compare with no transaction open, then keep what waits."""
    session = db.session()
    mailbox, user = session.get(Mailbox, user_id), session.get(User, user_id)
    if mailbox is None or user is None:
        return
    password = read_password(settings.instance, user_id)
    login = Login(mailbox.host, mailbox.port, mailbox.username, password, mailbox.folder)
    before = (mailbox.uid_validity or 0, mailbox.last_uid)
    known = known_applications(session, user_id)
    db.session.rollback()
    try:
        if not password:
            raise Unreachable(NO_PASSWORD)
        seen = check_mail(login, known, at, before, reach)
    except Unreachable as error:
        note_failure(user_id, str(error), at)
        return
    recovered = mailbox.failing_since is not None
    db.session.rollback()
    with writing(user if seen.found or recovered else None, at) as writer:
        fresh = writer.get(Mailbox, user_id)
        if fresh is not None and same_place(fresh, login) and fresh.last_uid == before[1]:
            save_mail_check(writer, fresh, seen, known, at)


def same_place(mailbox: Mailbox, login: Login) -> bool:
    """Whether it was not changed while it was read."""
    return (mailbox.host, mailbox.username, mailbox.folder) == (
        login.host,
        login.username,
        login.folder,
    )


def note_failure(user_id: int, why: str, at: datetime) -> None:
    """Told to its owner after a while; the log has no name, host or folder."""
    log.info("a mailbox could not be read")
    user = db.session().get(User, user_id)
    with writing(user, at) as session:
        mailbox = session.get(Mailbox, user_id)
        if mailbox is not None:
            mailbox.failed(why, at)
