"""The work-search log: what was done between two days, for an agency; the page is its preview."""

from datetime import datetime
from io import BytesIO

from flask import Response, abort, request, send_file
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.exports.formats import FORMATS
from tracker.exports.request import CannotMake, ExportRequest
from tracker.exports.work_search.periods import PERIODS, period, period_of_query, query
from tracker.exports.work_search.presets import KINDS, PRESETS
from tracker.exports.work_search.read import Log, read_log
from tracker.exports.work_search.settings import LogSettings
from tracker.extensions import db
from tracker.models.user import User
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of, days_after
from tracker.values.formatting import full_day
from tracker.views.exports.activity_form import ActivityForm
from tracker.views.exports.log_form import APART, LogForm, NeedsForm
from tracker.views.exports.log_presenter import (
    headline_of,
    last_stretch,
    present_log,
    span_words,
    summed_words,
)
from tracker.web.access import me
from tracker.web.account_events import note_taken
from tracker.web.forms import form_key
from tracker.web.password_again import prove
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

SHOWN = 300
"""Lines on the page; the files have all."""
NAMED = Selection(companies=True, people=True)
"""An agency rings the people whom a log names; what is named is the person's choice of columns."""


def index() -> ResponseReturnValue:
    """The log as it would be printed, and what one can change about it."""
    return render_work_search_page()


def choose() -> ResponseReturnValue:
    """For another agency; what was changed for one stays with it."""
    name = request.form.get("preset", "")
    if name not in PRESETS:
        abort(422)
    with writing(me()) as session:
        user = session.get_one(User, me().id)
        user.log_choice = {**(user.log_choice or {}), "preset": name}
    return see_other(f"/work-search?{query(*stretch())}")


def update() -> ResponseReturnValue:
    """Columns, the number to reach, points."""
    setting = LogSettings.of(me())
    form = LogForm().named(setting)
    if not form.validate():
        return render_work_search_page(setting=form, status=form.status)
    return save_setting(setting, form)


def answer() -> ResponseReturnValue:
    """What is asked when a preset is first used; left empty, it is not asked again."""
    setting = LogSettings.of(me())
    form = NeedsForm(prefix=APART).named(setting)
    if not form.validate():
        return render_work_search_page(needs=form, status=form.status)
    return save_setting(setting, form)


def save_setting(setting: LogSettings, form: NeedsForm) -> ResponseReturnValue:
    """Under the preset's name."""
    with writing(me()) as session:
        user = session.get_one(User, me().id)
        kept = user.log_choice or {}
        changed = {**(kept.get(setting.name) or {}), **form.as_json(setting)}
        user.log_choice = {**kept, "preset": setting.name, setting.name: changed}
    say("Saved.")
    return see_other(f"/work-search?{query(*stretch())}")


def reset() -> ResponseReturnValue:
    """As it came along; what they are known by at the agency stays."""
    setting = LogSettings.of(me())
    with writing(me()) as session:
        user = session.get_one(User, me().id)
        kept = {
            name: each for name, each in (user.log_choice or {}).items() if name != setting.name
        }
        if setting.reference:
            kept[setting.name] = {"reference": setting.reference}
        user.log_choice = {**kept, "preset": setting.name}
    say("Reset to default.")
    return see_other(f"/work-search?{query(*stretch())}")


def as_csv() -> ResponseReturnValue:
    """The file."""
    return file("log-csv")


def as_pdf() -> ResponseReturnValue:
    """The file."""
    return file("log-pdf")


def file(name: str) -> ResponseReturnValue:
    """Made now: it is small."""
    back = f"/work-search?{query(*stretch())}"
    prove(place=back)
    at, user, (_, span) = now(), me(), stretch()
    wanted = ExportRequest(name, NAMED, span, {"preset": LogSettings.of(user).name})
    try:
        content = FORMATS[name].make(db.session(), user, wanted, at, lambda _: None)
    except CannotMake as error:
        say(str(error))
        return see_other(back)
    note_taken(FORMATS[name].label)
    sent = send_file(
        BytesIO(content),
        mimetype=FORMATS[name].media_type,
        as_attachment=True,
        download_name=f"onward-work-search-log-{day_of(at, user.zone)}{FORMATS[name].suffix}",
    )
    sent.headers["Cache-Control"] = "private, no-store"
    return sent


def stretch() -> tuple[str, DateRange]:
    """The days that are asked for."""
    user = me()
    first_weekday = LogSettings.of(user).first_weekday
    return period_of_query(request.values, day_of(now(), user.zone), first_weekday)


def render_work_search_page(
    setting: LogForm | None = None,
    activity: ActivityForm | None = None,
    needs: NeedsForm | None = None,
    status: int = 200,
) -> Response:
    """The page; a form that was refused stands open where it was typed."""
    at, user, (name, span) = now(), me(), stretch()
    log = read_log(db.session(), user, NAMED, span, at)
    return page(
        "exports/work_search/index.html",
        log=log,
        shown=present_log(log, SHOWN, day_of(at, user.zone)),
        headline=headline_of(log),
        summed=summed_words(log, headline_of(log)),
        last=last_before(log, at) if not log.lines else None,
        more=max(len(log.lines) - SHOWN, 0),
        period=name,
        periods=PERIODS,
        days=span_words(span, day_of(at, user.zone)),
        whole_days=whole_words(span),
        span=span,
        query=query(name, span),
        presets=PRESETS,
        setting=setting or LogForm.of(log.setting),
        setting_up=setting is not None,
        needs=needs or NeedsForm.of(log.setting),
        refused=needs is not None,
        points=[f"points_{kind}" for kind in KINDS if kind not in log.setting.preset.leaves_out]
        if log.setting.preset.counts == "points"
        else [],
        activity=activity or ActivityForm(formdata=None, on=day_of(at, user.zone)),
        adding=activity is not None,
        key=form_key(),
        status=status,
    )


def last_before(log: Log, at: datetime) -> tuple[str, str] | None:
    """The month before an empty span that has the latest lines: its name and its address."""
    if log.span.first is None:
        return None
    until = DateRange.between(None, days_after(log.span.first, -1))
    found = last_stretch(read_log(db.session(), me(), NAMED, until, at).lines)
    if not found:
        return None
    name = "last_month" if found == period("last_month", day_of(at, me().zone)) else "dates"
    return f"{found.last:%B %Y}", query(name, found)


def whole_words(span: DateRange) -> str:
    """As the paper says it."""
    if span.first and span.last:
        return f"{full_day(span.first)} to {full_day(span.last)}"
    return span.words
