"""What a card is drawn from, and the statements that read cards."""

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, select, tuple_, union_all

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.summary import FACTS, facts_of

PAGE = 15
"""Cards of a column that are shown at first, and at each further step."""

CARD: tuple[Any, ...] = (
    Application.id,
    Application.version,
    Application.role,
    Application.company,
    Application.pinned,
    Application.position,
    *FACTS,
)
"""What a card is drawn from; row_at_hand() gives the same."""
ORDER = (Application.pinned.desc(), Application.position, Application.id)
CardRow = Row[*tuple[Any, ...]]


def row_at_hand(application: Application) -> tuple[Any, ...]:
    """What a card is drawn from, of an application that is loaded."""
    return (
        application.id,
        application.version,
        application.role,
        application.company,
        application.pinned,
        application.position,
        *facts_of(application),
    )


MINE = (
    Application.user_id == bindparam("user_id"),
    Application.live,
)


def _cards(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(*CARD).where(*MINE, *where).order_by(*ORDER).limit(PAGE + 1)


def _count(stage: Stage) -> ColumnElement[int]:
    return select(func.count()).where(*MINE, Application.stage == stage).scalar_subquery()


IN_STAGE = Application.stage == bindparam("stage")
PLACE = tuple_(Application.position, Application.id)
THIS_PLACE = tuple_(bindparam("position"), bindparam("card"))


def _ahead(pinned: bool) -> Select[int]:
    """How many cards of its column stand before one; by what its index finds at once."""
    mine = select(func.count()).where(*MINE, IN_STAGE)
    before = mine.where(Application.pinned.is_(pinned), PLACE < THIS_PLACE).scalar_subquery()
    first = mine.where(Application.pinned.is_(True)).scalar_subquery()
    return select(before) if pinned else select(first + before)


def _beyond(pinned: bool) -> ColumnElement[bool]:
    further = PLACE > THIS_PLACE
    if pinned:
        return Application.pinned.is_(False) | (Application.pinned.is_(True) & further)
    return Application.pinned.is_(False) & further


# Put together once: doing so for each page took longer than the database did to answer.
COUNTS = select(*(_count(stage).label(stage) for stage in Stage))
FIRST_OF_ALL = union_all(*(select(_cards(Application.stage == each).subquery()) for each in Stage))
FIRST_OF_ONE = _cards(IN_STAGE)
FIRST_MANY = FIRST_OF_ONE.limit(bindparam("many"))
AHEAD = {pinned: _ahead(pinned) for pinned in (False, True)}
FURTHER = {pinned: _cards(IN_STAGE, _beyond(pinned)) for pinned in (False, True)}
THESE_CARDS = (
    select(*CARD).where(Application.id.in_(bindparam("cards", expanding=True))).order_by(*ORDER)
)
ANY_CARDS = select(Application.id, Application.stage).where(*MINE)
