"""How a file is read: questions, columns, statuses and dates, before anything is added."""

from datetime import date

from flask import Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import htmx
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ORDERS
from tracker.imports.reading.row_stage import SILENCE
from tracker.imports.reading.status_meaning import CHOICES
from tracker.imports.reading.undated import UNDATED
from tracker.imports.steps import forecast, proposal, staging, upload
from tracker.imports.words.headers import FACTS
from tracker.models.imports import Import
from tracker.values.days import day_of
from tracker.values.formatting import plain_day
from tracker.views.imports import forecast_presenter
from tracker.views.imports.mapping_form import MappingForm
from tracker.views.imports.progress import continue_step
from tracker.web.access import me, own
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

SETTLED = "This file has been brought in already. Undo it first to read it otherwise."


def show(import_id: int) -> ResponseReturnValue:
    """How its columns, statuses and dates are read."""
    brought = still_open(import_id)
    seen = request.args.get("seen", "")
    form = MappingForm(Mapping.from_json(brought.mapping), None, seen=seen)
    if "needed" in request.args:
        form.require_columns()
    return render_mapping_form(brought, form)


def update(import_id: int) -> ResponseReturnValue:
    """Read the rows like that; what is still open, and another column's statuses, come first."""
    brought = still_open(import_id)
    before = Mapping.from_json(brought.mapping)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.note_what_differs()
    form.require_columns()
    if not form.valid:
        return refuse(brought, form)
    form.settle()
    chosen = settled(brought, form)
    other_statuses = before.place("status") != chosen.place("status") and chosen.statuses
    if form.other_columns and chosen.answers[UNDATED] == SILENCE:
        save_mapping(import_id, chosen)
        say("Other columns, other rows without a date. See if these are over, too.")
        return see_other(mapping_url(import_id, form))
    if other_statuses or form.more:
        save_mapping(import_id, chosen)
        if other_statuses:
            say("The statuses come from another column now. See if they fit.")
        return see_other(f"/imports/{import_id}/mapping?seen={form.seen_now}")
    chosen.confirm()
    with writing(me()) as session:
        staging.begin(session, still_open(import_id, session), chosen)
    return continue_step(import_id)


def look(import_id: int) -> ResponseReturnValue:
    """Keep what was changed so far, whatever is missing still, and say what would come of it."""
    brought = still_open(import_id)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.note_what_differs()
    if form.refused and not htmx.fragment:
        return refuse(brought, form)
    save_mapping(import_id, settled(brought, form))
    if htmx.fragment and not form.other_columns:
        return render_mapping_form(still_open(import_id), form, part=True)
    return see_other(mapping_url(import_id, form))


def refuse(brought: Import, form: MappingForm) -> ResponseReturnValue:
    """Keep what can be kept, and say what is wrong.

    All is kept where every answer is one of those offered. The page is opened anew then: one that
    answers a POST would send the old answers again when it is reloaded, over those given since.
    """
    save_mapping(brought.id, settled(brought, form))
    if form.refused:
        return render_mapping_form(still_open(brought.id), form.anew(), 422)
    return see_other(f"{mapping_url(brought.id, form)}&needed=1")


def read_as_proposed(import_id: int) -> ResponseReturnValue:
    """Take back one decision (`what`), or all of them."""
    user, brought = me(), still_open(import_id)
    what = request.form.get("what", "")
    guessed = proposal.guess_again(user, brought, now())
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.note_what_differs()
    if what:
        form.take_back(what, guessed)
    save_mapping(import_id, settled(brought, form) if what else guessed)
    say("Read as proposed again." if what else "Read again, as if for the first time.")
    return see_other(mapping_url(import_id, form, what))


def read_otherwise(import_id: int) -> ResponseReturnValue:
    """A column (`what`) that was recognised is something else."""
    brought = still_open(import_id)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.note_what_differs()
    what = request.form.get("what", "")
    form.read_otherwise(what)
    save_mapping(import_id, settled(brought, form))
    say("It is read otherwise now. If it is something else still, say what.")
    return see_other(mapping_url(import_id, form, what))


def mapping_url(import_id: int, form: MappingForm, what: str = "") -> str:
    """The same questions again, unfolded where one of the folded decisions was changed."""
    unfolded = f"&unfold=1#{what}" if what in form.names else "&unfold=1" if form.reshaped else ""
    return f"/imports/{import_id}/mapping?seen={','.join(form.seen)}{unfolded}"


def settled(brought: Import, form: MappingForm) -> Mapping:
    """What the form says, with the statuses and dates of the columns that it names."""
    if form.reshaped:
        upload.rematch(brought, form.mapping, day_of(now(), me().zone))
    return form.mapping


def save_mapping(import_id: int, chosen: Mapping) -> None:
    """Keep a mapping that is not confirmed yet: the page can be left, and come back to."""
    with writing(me()) as session:
        fresh = still_open(import_id, session)
        fresh.mapping, fresh.state = chosen.as_json(), "uploaded"


def still_open(import_id: int, session: Session | None = None) -> Import:
    """An import whose rows can still be read otherwise."""
    brought = own(Import, import_id, session)
    if not brought.open:
        abort(409, description=SETTLED)
    return brought


def render_mapping_form(
    brought: Import, form: MappingForm, status: int = 200, part: bool = False
) -> Response:
    """What would come of it, what is open, and how its columns, statuses and dates are read."""
    coming = forecast.of_import(me(), brought, form.outcome(), now())
    told_on = form.mapping.told_on
    return page(
        "imports/answer_look.html" if part else "imports/mapping.html",
        brought=brought,
        form=form,
        coming=coming,
        coming_words=forecast_presenter.in_words(coming),
        besides=forecast_presenter.besides(coming, brought.duplicates == "keep"),
        hints={
            panel.name: forecast_presenter.hint(panel, coming, coming.rows < brought.total)
            for panel in form.panels
            if not panel.of_words
        },
        unfold="unfold" in request.args or any(name in form.names for name in form.errors),
        told_on=plain_day(date.fromisoformat(told_on)) if told_on else "",
        COLUMN_FACTS=FACTS,
        CHOICES=CHOICES,
        ORDERS=ORDERS,
        status=status,
    )
