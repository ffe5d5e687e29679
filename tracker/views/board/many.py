"""Many at once: filtered with counts, chosen, and changed in one step with one Undo."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.many import MOST, change_many, loaded
from tracker.models.many.bulk_change import BulkChange
from tracker.models.reads.filters import ManyFilters, TableFilters
from tracker.models.reads.many.filtered import how_many_of, read_filtered
from tracker.models.user import User
from tracker.values.whole_number import whole_number
from tracker.views.board.board import moment_of
from tracker.views.board.many_form import ManyForm
from tracker.views.board.many_page import CHANGED, own_tags, render_many_page
from tracker.views.board.many_presenter import STEPS, URL, left_words
from tracker.views.board.table import filters_of_address
from tracker.web.access import me
from tracker.web.idempotency import once
from tracker.web.paging import address
from tracker.web.rendering import see_other
from tracker.web.toasts import say

blueprint = Blueprint("many", __name__, url_prefix="/board/many")
NOBODY = "Choose some first, or all of them."
NOTHING = "Type a tag, or choose one to take off."


class Picked(NamedTuple):
    """Whom the form is about, as of when they were seen."""

    ids: list[int]
    left: Counter[str]
    further: int = 0


class Otherwise(Exception):
    """More fit by now than were seen: nothing is done before somebody has looked."""


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The choices of each filter, and those that fit, with a box each."""
    return render_many_page(
        read_many_filters(request.args), ManyForm.offering(own_tags(), formdata=None)
    )


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Do it, in one transaction; who was changed since the page was made is left out."""
    at, user = now(), me()
    filters, form = read_many_filters(request.form), ManyForm.offering(own_tags())
    cards, seen_at = sent_cards(), sent_moment(at)
    valid = form.validate()
    wanted = form.wanted(db.session()) if valid else None
    problem = " ".join(form.outcome.errors) if cards or "all" in request.form else NOBODY
    if len(cards) > MOST:
        problem = f"Choose up to {MOST:,} at once."
    elif valid and not wanted:
        form.new_tag.errors = (NOTHING,)
    if problem or not wanted:
        return render_many_page(filters, form, problem, 422)
    left: Counter[str] = Counter()
    further = 0
    try:
        with writing(user, at) as session:

            def make() -> int:
                nonlocal left, further
                picked = pick(session, user, filters, cards, seen_at, at)
                further = picked.further
                done = change_many(
                    session, user, loaded(session, user.id, picked.ids), form.wanted(session), at
                )
                left = done.left + picked.left
                return done.change.id if done.change is not None else 0

            change_id, _ = once(session, user, at, make, anew=True)
            change = session.get(BulkChange, change_id) if change_id else None
    except Otherwise:
        return render_many_page(filters, form, "", 409, otherwise=True)
    said = left_words(left, further)
    if change is None:
        said = f"Nothing was changed. {said}"
    if said:
        say(said.strip())
    return see_other(address(URL, vars(filters) | {CHANGED: change_id}))


def read_many_filters(given: Mapping[str, str]) -> ManyFilters:
    """Those of a list, or all that Today lists to close or to follow up."""
    step = STEPS.get(given.get("step", ""), "")
    return ManyFilters(**vars(filters_of_address(given)), step=step)


def sent_cards() -> list[int]:
    """Those that were ticked one by one, each once; a 404 for what is no number."""
    if "all" in request.form:
        return []
    numbers = [whole_number(each) for each in dict.fromkeys(request.form.getlist("card"))]
    if None in numbers:
        abort(404)
    return [each for each in numbers if each is not None]


def sent_moment(at: datetime) -> datetime:
    """When the page was made, as it says."""
    try:
        said = datetime.fromisoformat(request.form.get("seen_at", ""))
        found = said.astimezone(UTC) if said.tzinfo else None
    except (ValueError, OverflowError):
        found = None
    if found is None or found > at:
        abort(422, description="This page is out of date. Open it again, and choose once more.")
    return found


def pick(
    session: Session,
    user: User,
    filters: TableFilters,
    cards: list[int],
    seen_at: datetime,
    at: datetime,
) -> Picked:
    """The numbers of those it is about; a 404 where one is not the person's own."""
    if "all" not in request.form:
        if how_many_of(session, user.id, cards) != len(cards):
            abort(404)
        there = loaded(session, user.id, cards)
        same = [each.id for each in there if each.updated_at <= seen_at]
        return Picked(same, Counter(meanwhile=len(cards) - len(same)))
    ids, meanwhile = read_filtered(
        session, user.id, filters, moment_of(session, user, filters, at), seen_at
    )
    seen = whole_number(request.form.get("seen", ""), 10**7) or 0
    if len(ids) > seen:
        raise Otherwise
    gone = max(seen - len(ids) - meanwhile, 0)
    return Picked(ids[:MOST], Counter(meanwhile=meanwhile, gone=gone), len(ids[MOST:]))
