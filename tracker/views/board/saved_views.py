"""Views that are saved: filters under a name, opened from View."""

from functools import partial
from urllib.parse import parse_qsl

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.many.saved_view import BOARD, MOST, TABLE, SavedView
from tracker.models.reads.listing import Sort
from tracker.values.formatting import shortened
from tracker.views.board.board import one_of, whole_moment
from tracker.views.board.saved_view_form import FULL, RenamedViewForm, SavedViewForm
from tracker.views.board.saved_views_presenter import (
    ADDRESSES,
    PresentedView,
    filter_query,
    place_of,
    present_views,
)
from tracker.views.board.table import filters_of_address
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.paging import address
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("saved_views", __name__, url_prefix="/board/views")
NOUN = "saved view"
HOME = "/board/views"


class TooMany(Exception):
    """Others were kept in the same moment."""


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, with what each asks for and how many it shows; for View the figures alone."""
    return page(
        "board/views/index.html", fragment="board/views/_counts.html", views=views_of_mine()
    )


def views_of_mine() -> list[PresentedView]:
    """By name."""
    session, user = db.session(), me()
    rows = session.scalars(SavedView.of(user.id)).all()
    return present_views(session, user.id, rows, whole_moment(session, user, now()))


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """What is filtered now, to be given a name."""
    filters, sort = filters_of_address(), Sort.parse(request.args.get("sort", ""))
    shown_as = one_of((BOARD, TABLE), request.args.get("shown_as", "")) or BOARD
    return render_saving(filter_query(filters, sort), SavedViewForm(shown_as=shown_as))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep what is filtered now."""
    user, form = me(), SavedViewForm()
    filters, sort = filters_of_address(request.form), Sort.parse(request.form.get("sort", ""))

    def make(session: Session) -> int:
        mine = session.scalars(SavedView.of(user.id)).all()
        row = next(
            (each for each in mine if each.name.casefold() == (form.name.data or "").casefold()),
            None,
        )
        if row is None:
            if len(mine) >= MOST:
                raise TooMany
            row = SavedView(user_id=user.id)
            session.add(row)
        form.write(row)
        row.asked = filter_query(filters, sort)
        session.flush()
        return row.id

    shown = partial(render_saving, filter_query(filters, sort))
    try:
        number, _ = create_once(form, make, shown, anew=True)
    except TooMany:
        form.name.errors = (FULL,)
        return shown(form, Refusal())
    say(f"Saved. It opens from View, as {shortened(own(SavedView, number).name, 60)}.")
    return see_other(f"{HOME}/{number}")


@blueprint.get("/<id:view_id>")
def show(view_id: int) -> ResponseReturnValue:
    """Open it: to the address that it stands for, as far as what it asks for is still there."""
    row = own(SavedView, view_id)
    return Response(status=302, headers={"Location": place_of(db.session(), row)})


@blueprint.get("/<id:view_id>/edit")
def edit(view_id: int) -> ResponseReturnValue:
    """Another name, or another way to show it."""
    row = own(SavedView, view_id)
    return render_form(row, RenamedViewForm.of(row))


@blueprint.post("/<id:view_id>")
def update(view_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    form = RenamedViewForm()
    form.before = own(SavedView, view_id).name
    with saving(form, partial(own, SavedView, view_id), render_form) as (_, row):
        form.write(row)
    say("Saved.")
    return see_other(HOME)


@blueprint.post("/<id:view_id>/removal")
def delete(view_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    return take_away(NOUN, partial(own, SavedView, view_id), "View removed.", HOME)


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, HOME)


def render_saving(query: str, form: SavedViewForm, refusal: Refusal | None = None) -> Response:
    """The form by itself, where it was refused."""
    given = dict(parse_qsl(query))
    shown_as = TABLE if form.shown_as.data == TABLE else BOARD
    home = (address(ADDRESSES[shown_as], given), "Table" if shown_as == TABLE else "Board")
    return form_page("board/views/form.html", form, refusal, row=None, hidden=given, home=home)


def render_form(row: SavedView, form: SavedViewForm, refusal: Refusal | None = None) -> Response:
    """The form of one that is there."""
    saved = RenamedViewForm.of(row)
    home = (HOME, "Saved views")
    return form_page("board/views/form.html", form, refusal, saved, row=row, hidden={}, home=home)
