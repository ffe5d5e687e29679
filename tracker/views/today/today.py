"""Today: what to do now, the most useful first."""

import uuid
from datetime import datetime

from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.backup.listing import OLD, newest
from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_reply_days
from tracker.loop.today_rank import HAS_TIME, LISTED
from tracker.models.reads.step_back_offer import read_step_back_offer
from tracker.models.reads.today import PAGE, Today, TodayCursor
from tracker.models.summary.usual_silence import keep, to_be_read
from tracker.models.user import User
from tracker.values.date_range import DateRange
from tracker.values.days import day_of
from tracker.values.formatting import full_day
from tracker.views.backups.backups_presenter import old_backup_words
from tracker.views.board.board import wake
from tracker.views.today import today_presenter
from tracker.views.today.disk_line import low_disk_words
from tracker.views.today.today_presenter import WINDOW
from tracker.web.access import device, me
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import mark_page, page, see_other, unchanged

blueprint = Blueprint("today", __name__)


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """Where a signed-in person begins."""
    return see_other("/today")


@blueprint.get("/today")
def index() -> ResponseReturnValue:
    """What is due, what is next, interviews that come, what rests."""
    at, user = now(), me()
    low_disk = low_disk_words(user)
    same = None if low_disk else unchanged(device(), at)
    if same is not None:
        return same
    session = db.session()
    update_usual_silence(session, user, at)
    good_until = wake(session, user, at)
    today, read = day_of(at, user.zone), Today(session, user.id)
    interviews = read.ahead(at)
    turn = read_step_back_offer(session, user.id, at, user.zone, ahead=bool(interviews))
    counts = read.counts()
    shown = today_presenter.present_day(
        read.first(), read.due_actions(today), counts, at, user.zone
    )
    old_backup, old_at = backup_age(user, at)
    told = page(
        "today/index.html",
        low_disk=low_disk,
        old_backup=old_backup,
        day=shown,
        date=full_day(today),
        ahead=today_presenter.interviews_ahead(interviews, shown.due, at, user.zone),
        turn=turn,
        key=uuid.uuid4() if turn else None,
        notes=today_presenter.coach_notes_words(
            counts.notes, read.note_givers() if counts.notes else []
        ),
        star=today_presenter.loop_counts_words(read.north_star(DateRange.named(WINDOW, today))),
    )
    turns = [good_until, *(each.next_interview_at or good_until for each in interviews)]
    turns += [at] if low_disk else []  # no revision tells when there is room again
    turns += [old_at] if old_at else []
    return mark_page(told, device(), min(turns))


def backup_age(user: User, at: datetime) -> tuple[str, datetime | None]:
    """For the keeper: a word where the last backup is old, and until when that reads the same.

    Others can't do anything about it. A backup makes no revision grow, so that while it is old the
    page is made afresh each time.
    """
    if not user.is_keeper:
        return "", None
    made = newest(current_app.config["ONWARD"], at)
    words = old_backup_words(made, user.created_at, at, user.zone)
    return words, at if words else (made or user.created_at) + OLD


def update_usual_silence(session: Session, user: User, at: datetime) -> None:
    """Once a day: how long replies usually take, which tells when an application is silent."""
    if to_be_read(user, day_of(at, user.zone)):
        usual = usual_reply_days(session, user, at)
        with optional_write(), writing() as writer:
            keep(writer, writer.get_one(User, user.id), usual, at)


@blueprint.get("/today/further")
def further() -> ResponseReturnValue:
    """The rest of the list; `time=1` for what has time."""
    at, user = now(), me()
    has_time = request.args.get("time", "") == "1"
    part = HAS_TIME if has_time else LISTED
    found = Today(db.session(), user.id).further(part, cursor(TodayCursor))
    rows, more = TodayCursor.cut(found, PAGE)
    return page(
        "today/further.html",
        fragment="today/_further.html",
        rows=[today_presenter.present_row(each, at, user.zone, {}) for each in rows],
        has_time=has_time,
        more_url=next_url("/today/further", "after", more, {"time": 1} if has_time else None),
    )
