"""The page of many at once: the filters, those that fit, and what was just changed."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from flask import Response, request
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.changes.many import MOST, OUTCOMES
from tracker.models.many.bulk_change import BulkChange
from tracker.models.reads.filters import ManyFilters
from tracker.models.reads.many.filter_counts import filter_counts
from tracker.models.reads.many.filtered import ChosenRow, first_rows, these_rows
from tracker.models.reads.standing import AsOf
from tracker.models.skill import Tag
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.whole_number import whole_number
from tracker.views.board.board import whole_moment
from tracker.views.board.filters_presenter import ActiveFilter, present_chosen, saving_url
from tracker.views.board.many_form import ManyForm
from tracker.views.board.many_presenter import (
    STEP_NAMES,
    URL,
    fits_all,
    hidden_fields,
    present_changed,
    present_kinds,
    present_many,
)
from tracker.web.access import me
from tracker.web.forms import form_key
from tracker.web.paging import address
from tracker.web.rendering import page
from tracker.web.return_to import came_from

MOST_TAGS = 500
PAGE, LONGEST = 100, 500
"""Rows that are shown at first, and at most."""
CHANGED = "changed"
"""What names the change in an address: its rows stay in view, whatever fits the filters now."""
SHOWN, AT_HAND = 5, 6
"""Rows of a change that no longer fit; tags that are put on in one tap."""


def own_tags() -> list[Tag]:
    """A person's own, by name."""
    return list(db.session().scalars(Tag.of(me().id).limit(MOST_TAGS)))


def render_many_page(
    filters: ManyFilters,
    form: ManyForm,
    problem: str = "",
    status: int = 200,
    otherwise: bool = False,
) -> Response:
    """The page; after a refusal with what was ticked and typed."""
    at, user, session = now(), me(), db.session()
    moment, today = whole_moment(session, user, at), day_of(at, user.zone)
    counts = filter_counts(session, user.id, filters, moment)
    most = min(whole_number(request.args.get("rows", ""), LONGEST) or PAGE, LONGEST)
    rows = first_rows(session, user.id, filters, moment, most)
    further, whole = min(counts.total, LONGEST), len(rows) == counts.total
    changed = change_of_address(session, user)
    fresh = {row["id"] for row in changed.rows} if changed else set()
    tagged, names = counts.by["tag"], [name for _, name in form.untag.choices[1:]]
    form.offer_only(tagged)
    from_tag = filters.tag and came_from().path.startswith("/tags/")
    return page(
        "board/many/index.html",
        status=status,
        filters=filters,
        hidden=hidden_fields(filters),
        fits=fits_all(filters),
        chosen=present_chosen(URL, vars(filters)) + sought(filters),
        kinds=present_kinds(filters, counts),
        total=counts.total,
        most=MOST,
        rows=present_many(rows, today, fresh, fits_all(filters)),
        step=STEP_NAMES.get(filters.step, ""),
        more_url=address(URL, vars(filters) | {"rows": further}) if further > len(rows) else None,
        further=further,
        ticked=ticked(rows, whole) if status == 200 else set(request.form.getlist("card")),
        ticked_all="all" in (request.form if whole or status != 200 else request.args)
        and not otherwise,
        form=form,
        outcomes=OUTCOMES,
        tags=names,
        at_hand=[name for name, _ in tagged.most_common(AT_HAND) if name != filters.tag],
        key=form_key(),
        seen_at=at.isoformat(),
        problem=problem,
        otherwise=otherwise,
        changes=BulkChange.any_of(session, user.id, at),
        changed=present_changed(changed) if changed else None,
        gone=no_longer_fitting(session, user.id, fresh - {row.id for row in rows}, moment, today),
        tag=Tag.alike(session, user.id, filters.tag) if from_tag else None,
        on_board=address("/board", vars(filters)),
        on_table=address("/board/table", vars(filters)),
        saving=saving_url(vars(filters)),
    )


def ticked(rows: Sequence[ChosenRow], whole: bool) -> set[str]:
    """Where the address asks for all: one by one while all are in view, else by the box for all."""
    return {str(row.id) for row in rows} if whole and "all" in request.args else set()


def sought(filters: ManyFilters) -> list[ActiveFilter]:
    """The words, which stand in a field that is folded here."""
    without = address(URL, vars(filters) | {"q": ""})
    return [ActiveFilter(f"“{filters.q}”", without, "q")] if filters.q else []


def change_of_address(session: Session, user: User) -> BulkChange | None:
    """The step that led here, unless it is undone."""
    number = whole_number(request.args.get(CHANGED, ""))
    found = session.get(BulkChange, number) if number else None
    return found if found and found.user_id == user.id and found.undone_at is None else None


def no_longer_fitting(
    session: Session, user_id: int, ids: Collection[int], moment: AsOf, today: date
) -> dict[str, Any]:
    """The first of those that the step changed and the list below has not, and how many more."""
    rows = these_rows(session, user_id, ids, moment, SHOWN) if ids else []
    shown = present_many(rows, today, ids)
    return {"rows": shown, "further": len(ids) - len(shown)}
