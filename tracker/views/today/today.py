"""Today: what to do now, the most useful first."""

import uuid
from datetime import date, datetime

from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.backup.listing import OLD, newest
from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_reply_days
from tracker.loop.step_kind import Kind
from tracker.loop.today_rank import BY_KIND, HAS_TIME, LISTED
from tracker.models.reads.day_rest import end_of
from tracker.models.reads.step_back_offer import read_step_back_offer
from tracker.models.reads.today import PAGE, Today, TodayCursor
from tracker.models.reads.today_counts import BroughtIn, TodayCounts
from tracker.models.summary.usual_silence import save_usual_silence, to_be_read
from tracker.models.user import User
from tracker.values.date_range import DateRange
from tracker.values.days import day_of
from tracker.values.formatting import full_day
from tracker.views.backups.backups_presenter import old_backup_words
from tracker.views.board.board import wake
from tracker.views.today import today_presenter
from tracker.views.today.closing_presenter import (
    closes_soon,
    closing_clause,
    closing_listed,
    present_closing,
)
from tracker.views.today.coming_presenter import coming_lines
from tracker.views.today.day_rest import present_calm
from tracker.views.today.disk_line import low_disk_words
from tracker.views.today.further_presenter import further_lines, further_name
from tracker.views.today.greeting import greeting, greets_until
from tracker.views.today.mail_lines import WAITING, mail_lines, put_off_line
from tracker.views.today.notices_presenter import (
    OF_SERVER,
    WINDOW,
    brought_in_words,
    coach_notes_words,
    ended_line,
    loop_counts_words,
    notice_lines,
    step_back_line,
    undated_line,
    unread_rows_lines,
    waiting_clause,
)
from tracker.views.today.practise_link import practise_href
from tracker.views.today.reminder_lines import reminder_lines
from tracker.views.today.rows_presenter import MOST
from tracker.web.access import device, me
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import mark_page, page, see_other, unchanged

blueprint = Blueprint("today", __name__)
NOT_COUNTED = (WAITING, *OF_SERVER)
"""Lines that the day's sentence counts otherwise, or that have time: nobody waits for a backup."""
KINDS: dict[str, Kind] = {kind: kind for kind in BY_KIND}
"""As an address names them."""


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
    rows, counts = read.coming(at, today), read.counts(today, at)
    interviews = [each.next_interview_at for each in rows if each.kind == "interview"]
    turn = read_step_back_offer(session, user.id, at, user.zone, ahead=bool(interviews))
    first, brought = read.first(at), first_brought(read, counts, today, user)
    last = [*unread_rows_lines(brought), *put_off_line(session, user, counts)]
    last += [] if turn else ended_line(brought)
    undated = undated_line(brought)
    old_backup, old_at = backup_age(user, at)
    coach_notes = coach_notes_words(counts.notes, read.note_givers() if counts.notes else [])
    notices = [
        *mail_lines(session, user, counts, at),
        *reminder_lines(counts, at),
        *notice_lines(coach_notes, low_disk, old_backup),
    ]
    others = sum(each.id not in NOT_COUNTED for each in notices)
    waits = waiting_clause(counts.mails + counts.put_off, others)
    day = today_presenter.present_day(
        first,
        read.due_actions(today),
        counts,
        at,
        user.zone,
        MOST - bool(counts.closing) - len(last) - len(undated),
        closing_clause(rows, counts.closing, today),
        waits,
    )
    closing = present_closing(rows, counts.closing, today, not day.needed)
    ahead = [each for each in rows if not closes_soon(each, today)]
    rests = end_of(counts.rested_on, user, at)
    calm = present_calm(notices, day, closing, first, rows, at, user) if rests else None
    shown = page(
        "today/index.html",
        notices=notices,
        calm=calm,
        greeting=greeting(user.name, at, user.zone),
        sentence=brought_in_words(brought) if brought else day.sentence,
        last=[*undated, *last] if day.first or closing.foremost else last,
        undated=undated,
        day=day,
        brought=brought is not None,
        closing=closing,
        waits=waits,
        practise=practise_href(session, day.first, today),
        due=len(calm.fixed) if calm else sum(counts.of("due").values()) + counts.closing,
        anything=counts.anything or bool(day.first or counts.closing),
        date=full_day(today).removesuffix(f" {today.year}"),
        coming=[] if calm else coming_lines(ahead, day.turning, day.above(), at, user.zone),
        turn=step_back_line(turn),
        key=uuid.uuid4() if turn else None,
        star=loop_counts_words(read.north_star(DateRange.named(WINDOW, today))),
    )
    turns = [good_until, greets_until(at, user.zone), *filter(None, (rests, *interviews))]
    turns += [at] if low_disk else []  # no revision tells when there is room again
    turns += [old_at] if old_at else []
    return mark_page(shown, device(), min(turns))


def first_brought(read: Today, counts: TodayCounts, today: date, user: User) -> BroughtIn | None:
    """On the day of the first import, what it brought; else nothing."""
    landed = counts.first_import
    if landed is None or day_of(landed, user.zone) != today:
        return None
    return read.brought_in()


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
            save_usual_silence(writer, writer.get_one(User, user.id), usual, at)


@blueprint.get("/today/further")
def further() -> ResponseReturnValue:
    """The whole list, or what has time (`time=1`), or one kind of next step (`kind=`)."""
    at, user = now(), me()
    read, after = Today(db.session(), user.id), cursor(TodayCursor)
    kind = KINDS.get(request.args.get("kind", ""))
    has_time = request.args.get("time", "") == "1"
    part = BY_KIND[kind] if kind else HAS_TIME if has_time else LISTED
    rows, more = TodayCursor.cut(read.further(part, after), PAGE)
    today = day_of(at, user.zone)
    counts, whole = read.counts(today, at), not (kind or has_time)
    actions = read.due_actions_all(today) if whole or kind == "do_action" else []
    closing = read.closing(today) if whole and not after and counts.closing else []
    asked = {"kind": kind} if kind else {"time": 1} if has_time else None
    return page(
        "today/further.html",
        fragment="today/_further.html",
        lines=further_lines(
            rows,
            actions,
            closing_listed(closing, counts.closing, today) if closing else [],
            at,
            user.zone,
            first=after is None,
            one_kind=kind is not None,
        ),
        name=further_name(kind, has_time, counts),
        more_url=next_url("/today/further", "after", more, asked),
        kind=kind,
        many_url=today_presenter.TOGETHER.get(kind) if len(rows) > 1 else None,
    )
