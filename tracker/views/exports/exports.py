"""Files to take away: which one, what is in it, how far it is, and fetching it."""

import uuid
from datetime import datetime
from io import BytesIO

from flask import Response, abort, request, send_file
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import optional_write, truncate_wal, writing
from tracker.exports import job
from tracker.exports.formats import FOR_OTHERS, FORMATS
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models.export import Export
from tracker.sharing.likely_names import likely_names
from tracker.sharing.record import read_record
from tracker.values.days import day_of
from tracker.views.exports.export_form import ExportForm, form_for
from tracker.web.access import me, own
from tracker.web.account_events import Happened, note_event
from tracker.web.forms import form_key
from tracker.web.idempotency import once
from tracker.web.password_again import password_again, prove
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

LOOKED_AT = 200
"""Lines of each part that are looked through for names."""
OFFERED = tuple(name for name in FORMATS if not name.startswith("log-"))
"""Work-search logs have a page of their own."""


def index() -> ResponseReturnValue:
    """What there is to make, and what was made lately; what is past its day goes."""
    at, user, session = now(), me(), db.session()
    if Export.past_keeping(session, at):
        with optional_write(), writing() as writer:
            Export.forget_old(writer, at)
    made = session.scalars(Export.of(user.id)).all()
    return page(
        "exports/index.html",
        formats=FORMATS,
        offered=OFFERED,
        made=made,
        at=at,
        zone=user.zone,
    )


@password_again
def new() -> ResponseReturnValue:
    """What goes into a file of this format."""
    name = format_or_404(request.args.get("format", OFFERED[0]))
    return render_export_form(name, form_for(name, me().country, formdata=None), str(uuid.uuid4()))


@password_again
def create() -> ResponseReturnValue:
    """Note what is wanted; the next page makes it."""
    at, user, name = now(), me(), format_or_404(request.form.get("format", ""))
    form = form_for(name, user.country)
    if not form.validate():
        return render_export_form(name, form, form_key(), form.status)
    wanted = form.wanted(name, day_of(at, user.zone))
    with writing(user) as session:

        def make() -> int:
            note_event(session, user.id, Happened.EXPORTED, FORMATS[name].label)
            return job.create_export(session, user, wanted, at).id

        made, new = once(session, user, at, make, anew=True)
        if not new and session.get(Export, made) is None:
            made = make()
    return see_other(f"/exports/{made}")


def show(export_id: int) -> ResponseReturnValue:
    """How far it is; the file once it is made."""
    return render_export_page(own(Export, export_id))


def work(export_id: int) -> ResponseReturnValue:
    """Make it now, unless somebody is at it."""
    own(Export, export_id)
    job.run_job(me(), export_id)
    return see_other(f"/exports/{export_id}")


def progress(export_id: int) -> ResponseReturnValue:
    """How far it is, in a part of the page; the page anew once it has ended."""
    export, at = own(Export, export_id), now()
    if export.state in ("made", "failed") or export.stopped(at):
        return see_other(f"/exports/{export_id}")
    return page("exports/_progress.html", export=export)


def download(export_id: int) -> ResponseReturnValue:
    """The file; no browser keeps a copy beside the one that was asked for."""
    prove(place=f"/exports/{export_id}")
    export = db.session().scalar(Export.file_of(me().id, export_id, now()))
    if export is None or export.content is None:
        abort(404)
    return forbid_storing(
        send_file(
            BytesIO(export.content),
            mimetype=export.media_type,
            as_attachment=True,
            download_name=export.filename,
        )
    )


def delete(export_id: int) -> ResponseReturnValue:
    """Gone at once; another one is made in a moment."""
    with writing(me()) as session:
        session.delete(own(Export, export_id, session))
    truncate_wal()
    say("The file is gone from here.")
    return see_other("/exports")


def read_likely_names(wanted: ExportRequest, at: datetime) -> list[str]:
    """What looks like a name in the latest of each part and is not hidden, though names are."""
    if wanted.choice.companies and wanted.choice.people:
        return []
    most = dict.fromkeys(
        ("applications", "interviews", "noes", "notes", "moves", "asks"), LOOKED_AT
    )
    session, user = db.session(), me()
    quiet_days = usual_silence(session, user, at)
    return likely_names(
        read_record(session, user, wanted.choice, wanted.span, at, most, quiet_days=quiet_days)
    )


def format_or_404(name: str) -> str:
    """One of the formats, or a 404."""
    if name not in OFFERED:
        abort(404)
    return name


def render_export_form(name: str, form: ExportForm, key: str, status: int = 200) -> Response:
    """The form of a format."""
    return page(
        "exports/new.html", name=name, format=FORMATS[name], form=form, key=key, status=status
    )


def render_export_page(export: Export) -> Response:
    """One file."""
    at, user, wanted = now(), me(), job.request_of(export)
    shared = export.format in FOR_OTHERS
    return page(
        "exports/show.html",
        export=export,
        format=FORMATS[export.format],
        shared=shared,
        wanted=wanted,
        names=read_likely_names(wanted, at) if shared else [],
        stopped=export.stopped(at),
        at=at,
        zone=user.zone,
    )
