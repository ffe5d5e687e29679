"""The board."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from urllib.parse import parse_qsl

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import db, htmx
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.application_facts import WORKPLACES
from tracker.models.reads.board import LONGEST, SMALL, Board, BoardCursor
from tracker.models.reads.board_cards import PAGE
from tracker.models.reads.filters import Filters
from tracker.models.reads.next_waking import next_waking
from tracker.models.reads.standing import AsOf, Standing, as_of
from tracker.models.summary import asleep_too_long
from tracker.models.summary.before_commit import sweep
from tracker.models.user import User
from tracker.values.formatting import next_midnight
from tracker.values.text import clean_line
from tracker.values.whole_number import whole_number
from tracker.views.board import cards
from tracker.views.board.filters_presenter import present_filters
from tracker.web.access import device, me
from tracker.web.paging import cursor
from tracker.web.rendering import mark_page, page, unchanged
from tracker.web.urls import parts_of
from tracker.web.user_agent import in_hand

blueprint = Blueprint("board", __name__)


@blueprint.get("/board")
def index() -> ResponseReturnValue:
    """The five columns."""
    at, user = now(), me()
    same = unchanged(device(), at)
    if same is not None:
        return same
    session = db.session()
    good_until = wake(session, user, at)
    filters, first = read_filters(), at_first()
    reading = cards.ReadingTime(user.zone, good_until, at)
    moment = moment_of(session, user, filters, at)
    columns = Board(session, user.id, filters, read_lengths(), moment, first).columns()
    shown = page(
        "board/index.html",
        fragment="board/answer_filter.html",
        columns=[cards.present_column(read, reading, filters) for read in columns],
        filters=present_filters(session, user.id, filters),
        stages=[(stage.value, stage.label) for stage in Stage],
        at_first=first,
    )
    return mark_page(shown, device(), good_until)


@blueprint.get("/board/columns/<stage>")
def column(stage: str) -> ResponseReturnValue:
    """The next cards of one column; without script a page with that column from there on."""
    if stage not in list(Stage):
        abort(404)
    filters, user = read_filters(), me()
    moment = moment_of(db.session(), user, filters, now())
    board = Board(db.session(), user.id, filters, moment=moment)
    read = board.column(Stage(stage), cursor(BoardCursor))
    return page(
        "board/column.html",
        fragment="board/answer_more.html",
        column=cards.present_column(read, cards.ReadingTime(user.zone, None, now()), filters),
        stages=[(each.value, each.label) for each in Stage],
    )


def read_filters(given: Mapping[str, str] | None = None) -> Filters:
    """What an address asks for, this request's by default; what could match nothing is cut."""
    given = request.args if given is None else given
    return Filters(
        q=" ".join(clean_line(given.get("q", ""))[:200].split()),
        source=clean_line(given.get("source", ""))[:500],
        standing=one_of(Standing, given.get("standing", "")),
        workplace=one_of(WORKPLACES, given.get("workplace", "")),
        tag=clean_line(given.get("tag", ""))[:500],
    )


def one_of(known: Iterable[str], given: str) -> str:
    """What was asked for where there is such a choice; else nothing is asked."""
    return given if given in list(known) else ""


def moment_of(session: Session, user: User, filters: Filters, at: datetime) -> AsOf | None:
    """As of when it is asked how one stands; None where nobody asks: it costs a look at replies."""
    return whole_moment(session, user, at) if filters.standing else None


def whole_moment(session: Session, user: User, at: datetime) -> AsOf:
    """The moment, and the day before which who applied has been silent for longer than usual."""
    return as_of(at, user.zone, usual_silence(session, user, at))


def at_first() -> int:
    """How many cards of a column are shown at first: on a phone the first sight is the sooner."""
    return SMALL if in_hand(request.user_agent.string) else PAGE


def read_lengths() -> dict[str, int]:
    """How many cards the address asks for, of the columns of which it asks for more than usual."""
    first = at_first()
    asked = {each.value: whole_number(request.args.get(each.value, ""), 9_999) for each in Stage}
    whole = {stage: ((most or 0) + PAGE // 2) // PAGE * PAGE for stage, most in asked.items()}
    return {stage: min(length, LONGEST) for stage, length in whole.items() if length > first}


def board_address(session: Session, application: Application) -> str:
    """The address of the board at this card, or at its column where the card is too far down."""
    first = at_first()
    length = Board(session, application.user_id, first=first).shown_by(application)
    if length is None:
        return f"/board#column-{application.stage}"
    further = f"?{application.stage}={length}" if length > first else ""
    return f"/board{further}#card-{application.id}"


def filters_of_page() -> Filters:
    """The filters of the board that a fragment is for."""
    return read_filters(dict(parse_qsl(parts_of(htmx.current_url).query)))


def wake(session: Session, user: User, at: datetime) -> datetime:
    """Bring up to date what time alone has changed; says until when the board reads the same."""
    waking = next_waking(session, user.id)
    if waking is not None and waking <= at:
        ids = asleep_too_long(session, user.id, at)
        with optional_write(), writing(user, at) as writer:
            sweep(writer, ids)
        waking = next_waking(session, user.id)
    midnight = next_midnight(at, user.zone)
    return min(midnight, waking) if waking else midnight
