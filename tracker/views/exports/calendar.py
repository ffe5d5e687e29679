"""The calendar that other programs read: its secret address, and single interviews."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Response, abort, session
from flask.typing import ResponseReturnValue
from sqlalchemy import update
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.exports.calendar import calendar_of
from tracker.exports.calendar.events import CalendarEvents
from tracker.extensions import db
from tracker.models.interview import Interview
from tracker.models.share_link import CalendarFeed
from tracker.models.user import User
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of, days_after
from tracker.web import rate_limit
from tracker.web.access import me, own_application, own_beside
from tracker.web.account_events import Happened, note_event
from tracker.web.network import is_private
from tracker.web.password_again import password_again
from tracker.web.rendering import page, see_other
from tracker.web.security import base_url
from tracker.web.toasts import say
from tracker.web.urls import is_for_this_machine_alone, link

ONCE = "calendar_once"
PAST_DAYS = 92
"""How far back the feed goes; a file that is taken away goes as far as it is asked to."""
READ_EVERY = timedelta(hours=1)
GONE = "This calendar is not open. The person who shared it can make a new address in Onward."


def index() -> ResponseReturnValue:
    """Whether there is an address, and the one that was made just now."""
    user = me()
    feed = db.session.scalar(CalendarFeed.open(user.id))
    made = session.pop(ONCE, None)
    response: AnyResponse = page(
        "exports/calendar/index.html",
        feed=feed,
        made=new_address_links(made) if made else None,
        at=now(),
        zone=user.zone,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@password_again
def create() -> ResponseReturnValue:
    """A new address; the one before ends."""
    at, user = now(), me()
    with writing(user) as writer:
        end_addresses(writer, user)
        feed, token = CalendarFeed.issue(user.id, at)
        writer.add(feed)
        note_event(writer, user.id, Happened.CALENDAR_MADE)
    session[ONCE] = token
    return see_other("/calendar")


def end() -> ResponseReturnValue:
    """No address any more."""
    user = me()
    with writing(user) as writer:
        end_addresses(writer, user)
        note_event(writer, user.id, Happened.CALENDAR_ENDED)
    say("The address is closed. Calendars that read it find nothing there now.")
    return see_other("/calendar")


def feed(token: str) -> ResponseReturnValue:
    """What a calendar program reads; an address that ended and one that never was are the same."""
    at = now()
    found = db.session.scalar(CalendarFeed.by_token(token))
    if found is None:
        rate_limit.check_limit("calendar")
        abort(404, description=GONE)
    user = db.session.get_one(User, found.user_id)
    today = day_of(at, user.zone)
    span = DateRange.between(days_after(today, -PAST_DAYS), None)
    content = calendar_of(
        CalendarEvents(db.session(), user, Selection(), span, at).events(), base_url() or ""
    )
    if found.last_read_at is None or at - found.last_read_at > READ_EVERY:
        note_reading(found.id)
    return calendar_response(content, "onward.ics")


def interview(application_id: int, interview_id: int) -> ResponseReturnValue:
    """One interview, to open in a calendar."""
    application = own_application(application_id)
    row = own_beside(Interview, interview_id, application)
    if row.starts_at is None:
        abort(404)
    diary = CalendarEvents(db.session(), me(), Selection(), DateRange(), now())
    content = calendar_of([diary.one(row, application)], base_url() or "")
    response = calendar_response(content, f"interview-{interview_id}.ics")
    response.headers["Content-Disposition"] = f'attachment; filename="interview-{interview_id}.ics"'
    return response


def note_reading(feed_id: int) -> None:
    """In a short transaction of its own, once an hour at most."""
    with optional_write(), writing() as writer:
        writer.execute(
            update(CalendarFeed).where(CalendarFeed.id == feed_id).values(last_read_at=now())
        )


def end_addresses(writer: Session, user: User) -> None:
    """Every address of a person's ends."""
    for open_one in writer.scalars(CalendarFeed.open(user.id)):
        open_one.ended_at = now()


def calendar_response(content: bytes, name: str) -> Response:
    """A calendar that nothing between here and the program keeps."""
    response = Response(content, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def new_address_links(token: str) -> dict[str, str | bool]:
    """The address in each form that somebody may need."""
    import segno

    address = link(f"/calendar/{token}.ics")
    webcal = f"webcal:{address.partition(':')[2]}"
    return {
        "address": address,
        "webcal": webcal,
        "code": segno.make(webcal, micro=False).svg_data_uri(scale=6, border=3, light="#fff"),
        "alone": is_for_this_machine_alone(address),
        "near": is_private(urlsplit(address).hostname or ""),
    }
