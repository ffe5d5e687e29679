"""Views that are saved: filters under a name, opened from View."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Self
from urllib.parse import parse_qsl

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session
from wtforms import Field
from wtforms.validators import ValidationError

from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.many.saved_view import BOARD, MOST, TABLE, SavedView
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.listing import Sort
from tracker.models.skill import Tag
from tracker.values.formatting import shortened
from tracker.views.board.filters_presenter import FOR_ALL, filter_words
from tracker.views.board.table import filters_of_address, sort_query
from tracker.web.access import me, own
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.paging import address
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("saved_views", __name__, url_prefix="/board/views")
NOUN = "saved view"
HOME = "/board/views"
ADDRESSES = {BOARD: "/board", TABLE: "/board/table"}


FULL = f"Up to {MOST} views can be kept: remove one first."


class TooMany(Exception):
    """Others were kept in the same moment."""


class SavedViewForm(Form):
    """Its name, and how it is shown; one of the same name is brought up to date."""

    name = LineField("Name", [required("What is this view called?")])
    shown_as = OneOfField(
        "Open it as",
        ((BOARD, "A board"), (TABLE, "A table")),
        empty=None,
        default=BOARD,
        chips=True,
    )

    def validate_name(self, field: Field) -> None:
        """A list that can still be read."""
        others = [each for each in names() if each.casefold() != (field.data or "").casefold()]
        if len(others) >= MOST:
            raise ValidationError(FULL)


class RenamedViewForm(SavedViewForm):
    """The same for one that is there; two are told apart by their names."""

    before = ""

    @classmethod
    def of(cls, row: SavedView) -> Self:
        """As it is saved."""
        form = super().of(row)
        form.before = row.name
        return form

    def validate_name(self, field: Field) -> None:
        """No other one's."""
        others = [each.casefold() for each in names() if each != self.before]
        if (field.data or "").casefold() in others:
            raise ValidationError("Another view has that name.")


def names() -> Sequence[str]:
    """Of the person's own views."""
    mine = select(SavedView.name).where(SavedView.user_id == me().id)
    return db.session().scalars(mine).all()


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, each with what it asks for."""
    rows = db.session().scalars(SavedView.of(me().id)).all()
    return page("board/views/index.html", views=[(row, said_of(row)) for row in rows])


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
        row.asked = asked(filters, sort)
        session.flush()
        return row.id

    shown = partial(render_saving, asked(filters, sort))
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
    return Response(status=302, headers={"Location": place_of(row)})


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


def asked(filters: TableFilters, sort: Sort) -> str:
    """What an address asks for, in words that are valid now."""
    return address("", vars(filters) | {"sort": sort_query(sort)}).removeprefix("?")


def still_asked(row: SavedView) -> tuple[TableFilters, Sort]:
    """As far as it holds: a tag or a source that nothing has any more asks for nothing."""
    given = dict(parse_qsl(row.asked))
    filters = filters_of_address(given)
    session = db.session()
    gone = {
        name: ""
        for name, column, owner in (
            ("tag", Tag.name, Tag.user_id),
            ("source", Application.source, Application.user_id),
        )
        if (value := getattr(filters, name))
        and session.scalar(select(column).where(owner == row.user_id, column == value).limit(1))
        is None
    }
    return replace(filters, **gone), Sort.parse(given.get("sort", ""))


def place_of(row: SavedView) -> str:
    """Its address; a board has its stages beside each other, and no order of rows."""
    filters, sort = still_asked(row)
    given = vars(filters)
    if row.shown_as == TABLE:
        return address(ADDRESSES[TABLE], given | {"sort": sort_query(sort)})
    stage = f"#column-{filters.stage}" if filters.stage in list(Stage) else ""
    return address(ADDRESSES[BOARD], {name: given[name] for name in FOR_ALL}) + stage


def said_of(row: SavedView) -> str:
    """What it asks for, in words."""
    filters, _ = still_asked(row)
    words = [filter_words(name, value) for name, value in vars(filters).items() if value]
    return " · ".join(words) or "Everything"


def render_saving(query: str, form: SavedViewForm, refusal: Refusal | None = None) -> Response:
    """The form by itself, where it was refused."""
    given = dict(parse_qsl(query))
    return form_page("board/views/form.html", form, refusal, row=None, hidden=given)


def render_form(row: SavedView, form: SavedViewForm, refusal: Refusal | None = None) -> Response:
    """The form of one that is there."""
    saved = RenamedViewForm.of(row)
    return form_page("board/views/form.html", form, refusal, saved, row=row, hidden={})
