"""The board as a table, and what has been put away."""

from collections.abc import Mapping

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.reads import listing
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.listing import Sort
from tracker.models.skill import Tag
from tracker.views.board import table_presenter
from tracker.views.board.board import moment_of, one_of, read_filters
from tracker.views.board.filters_presenter import STAGES, present_filters
from tracker.web.access import me
from tracker.web.paging import next_url, page_number
from tracker.web.rendering import page

blueprint = Blueprint("table", __name__, url_prefix="/board")


@blueprint.get("/table")
def index() -> ResponseReturnValue:
    """Everything that stands on the board."""
    return render_table_page("All applications", "/board/table", archived=False)


@blueprint.get("/archived")
def archived() -> ResponseReturnValue:
    """What has been put away; it is taken back from its own page."""
    return render_table_page("Archived", "/board/archived", archived=True)


def render_table_page(title: str, url: str, archived: bool) -> ResponseReturnValue:
    """One page of the table."""
    user, session, at = me(), db.session(), now()
    filters, sort, number = (
        filters_of_address(),
        Sort.parse(request.args.get("sort", "")),
        page_number(),
    )
    moment = moment_of(session, user, filters, at)
    rows, more = listing.rows(session, user.id, filters, archived, sort, number, moment)
    tagged = any(row.tags for row in rows)
    kept = vars(filters) | {"sort": sort_query(sort)}
    return page(
        "board/table.html",
        fragment="board/answer_filter.html",
        title=title,
        archived=archived,
        tag=Tag.alike(session, user.id, filters.tag) if archived and filters.tag else None,
        heads=table_presenter.present_heads(url, filters, archived, sort, tagged),
        sorts=table_presenter.present_sorts(url, filters, archived, sort),
        rows=table_presenter.present_rows(rows, archived, at, user.zone, tagged),
        previous_url=next_url(url, "page", number - 1, kept),
        more_url=next_url(url, "page", number + 1 if more else None, kept),
        filters=present_filters(session, user.id, filters, url, sort_query(sort)),
    )


def filters_of_address(given: Mapping[str, str] | None = None) -> TableFilters:
    """What the address asks for, or what else is given."""
    given = request.args if given is None else given
    return TableFilters(
        **vars(read_filters(given)), stage=one_of(dict(STAGES), given.get("stage", ""))
    )


def sort_query(sort: Sort) -> str:
    """How it is sorted as an address says it: not at all where it is as usual."""
    return "" if sort == Sort() else str(sort)
