"""A coach's page, in what a link and a preview have in common."""

import threading
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any, Generic, TypeVar

from flask import Response, abort, current_app, render_template, send_file
from markupsafe import Markup
from sqlalchemy.orm import Session

from tracker.extensions import db
from tracker.insights.charts.chart import Chart
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.insights.selected_charts import selected_charts
from tracker.models.coach_note import CoachNote
from tracker.models.share_link import ShareLink
from tracker.models.user import User
from tracker.sharing.likely_names import likely_names
from tracker.sharing.papers import read_file, read_posting
from tracker.sharing.record import Record, read_record
from tracker.sharing.selection import Selection, SharedPart
from tracker.values.days import day_of
from tracker.views.coach.shared_note import present_notes
from tracker.views.coach.shared_page_presenter import FEW, SharedPage
from tracker.views.coach.shared_page_rows import PRINTED, present_details
from tracker.views.coach.shared_story import present_story
from tracker.web.access import me
from tracker.web.rendering import page
from tracker.web.urls import link

Made = TypeVar("Made")
MINUTES = 5
"""For which what time alone changes may lag; a change to anything of the owner's shows at once."""
MOST = 8


def selection_for_page(choice: Selection) -> Selection:
    """What the page of all of it needs: moves and notes stand on the page of each application."""
    if SharedPart.APPLICATIONS not in choice:
        return choice
    return replace(choice, parts=choice.parts - {SharedPart.HISTORY, SharedPart.NOTES})


def charts(session: Session, owner: User, record: Record) -> tuple[Chart, ...]:
    """Those of the same span that are shown, with the same names hidden."""
    if SharedPart.INSIGHTS not in record.choice:
        return ()
    from tracker.insights.read import read_insights

    at: datetime = record.made_at
    read = read_insights(session, owner, record.span, at, record.mask, record.quiet_days)
    return selected_charts(record.choice, read.charts)


class Body:
    """The page but for what is new each time; its details are kept packed, a thirtieth of them."""

    def __init__(self, short: str, details: str, printed_in_part: bool) -> None:
        self.short = Markup(short)  # noqa: S704
        self._packed = zlib.compress(details.encode(), 1)
        self.printed_in_part = printed_in_part

    @property
    def details(self) -> Markup:
        """As they were made."""
        return Markup(zlib.decompress(self._packed).decode())  # noqa: S704


def body_of(owner: User, shared: SharedPage) -> Body:
    """The whole story, then the details."""
    drawn = [each for each in charts(db.session(), owner, shared.record) if each.has_data]
    short = render_template(
        "coach/shared_page/_short.html", shared=shared, record=shared.record, few=FEW
    )
    parts = present_details(shared, len(drawn))
    details = render_template("coach/shared_page/_details.html", charts=drawn, contents=parts)
    return Body(short, details, printed_in_part=any(each.unprinted for each in parts))


def send_paper(owner_id: int, shared: SharedPage, number: int, kind: str) -> Response | None:
    """A résumé or a letter as it was sent, where it may be opened."""
    document = read_file(db.session(), owner_id, shared.record, number, kind)
    if document is None:
        return None
    return send_file(
        BytesIO(document.content),
        mimetype=document.media_type,
        as_attachment=True,
        download_name=document.filename,
    )


class PageCache(Generic[Made]):
    """The latest of a few links, in this process's memory: looking again costs next to nothing."""

    def __init__(self) -> None:
        self._made: OrderedDict[object, tuple[object, float, Made]] = OrderedDict()
        self._lock = threading.Lock()

    def find_or_make(self, place: object, mark: object, make: Callable[[], Made]) -> Made:
        """What was made for this mark a moment ago, or what is made now in the place of another."""
        with self._lock:
            known, at, made = self._made.get(place, (None, 0.0, None))
        if made is not None and known == mark and time.monotonic() - at < MINUTES * 60:
            return made
        made = make()
        with self._lock:
            self._made[place] = (mark, time.monotonic(), made)
            self._made.move_to_end(place)
            while len(self._made) > MOST:
                self._made.popitem(last=False)
        return made


def cached(link_id: int, part: str, mark: object, make: Callable[[], Made]) -> Made:
    """What this app made for a part of a link's pages a moment ago, or what is made now."""
    pages: PageCache[Made] = current_app.extensions.setdefault("coach_pages", PageCache())
    return pages.find_or_make((link_id, part), mark, make)


def render_shared_page(
    shared: SharedPage, body: Body, status: int = 200, **context: Any
) -> Response:
    """The page of all of it."""
    if body.printed_in_part:
        context["rows_printed"] = PRINTED
        context["address"] = None if "preview" in context else link(shared.place)
    return page("coach/shared_page/show.html", shared=shared, body=body, status=status, **context)


def render_shared_application(
    shared: SharedPage, number: int, status: int = 200, **context: Any
) -> Response | None:
    """One application, where it is shown."""
    line = shared.application(number)
    if line is None:
        return None
    owner_id = context.pop("owner_id")
    happened = present_story(shared.record, number)
    return page(
        "coach/shared_page/application.html",
        shared=shared,
        line=line,
        story=happened,
        posting=read_posting(db.session(), owner_id, shared.record, number),
        status=status,
        **context,
    )


def render_preview(shared: SharedPage, back: str, number: int | None = None) -> Response:
    """For the owner: the same pages, without the form of a note."""
    if number is None:
        names = likely_names(shared.record)
        body = body_of(me(), shared)
        shown: Response | None = render_shared_page(shared, body, preview=back, likely_names=names)
    else:
        shown = render_shared_application(shared, number, preview=back, owner_id=me().id)
    if shown is None:
        abort(404)
    shown.headers["Cache-Control"] = "no-store"
    return shown


def load_shared_page(
    link: ShareLink, token: str, at: datetime, all_of_it: bool = True
) -> SharedPage:
    """What the link shows: the whole page, or with all that is told of single applications."""
    session: Session = db.session()
    owner = session.get_one(User, link.user_id)
    choice = Selection.from_json(link.choice).for_link()
    chosen = choice if all_of_it else selection_for_page(choice)
    span = link.span_on(day_of(at, owner.zone))
    mark = (link.token_hash, owner.revision, span, chosen)

    def make() -> Record:
        quiet_days = usual_silence(session, owner, at)
        return read_record(session, owner, chosen, span, at, quiet_days=quiet_days)

    record = cached(link.id, "all of it" if all_of_it else "in short", mark, make)
    notes = present_notes(session.scalars(CoachNote.through(link.id)), record)
    return SharedPage(record, f"/s/{token}", notes=notes, seen_at=link.new_since(at))
