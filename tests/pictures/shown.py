"""Which pictures there are: of what page, how large, and what is open on it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page
from sqlalchemy import select

from tests.builders import Build
from tracker.extensions import db
from tracker.models import Application, User

PHONE, DESK = (390, 844), (1440, 900)
SHEET = Path(__file__).parents[1] / "data" / "messy-spreadsheet.csv"


class Picture(NamedTuple):
    """One file in docs/screenshots."""

    name: str
    size: tuple[int, int]
    open: Callable[[Page, User], None]
    dark: bool = False


def at(path: str) -> Callable[[Page, User], None]:
    """A page as it comes."""
    return lambda page, person: visit(page, path)


def visit(page: Page, path: str) -> None:
    """Go there, and wait until all of it has come."""
    page.goto(path)
    page.wait_for_load_state("networkidle")


def newest(person: User, stage: str) -> Application:
    """The application that got to that stage last."""
    of_stage = select(Application).where(
        Application.user_id == person.id,
        Application.stage == stage,
        Application.archived_at.is_(None),
        Application.deleted_at.is_(None),
    )
    found = db.session.scalars(of_stage.order_by(Application.stage_since.desc())).first()
    assert found is not None, f"nothing has got to {stage}"
    return found


def an_application(page: Page, person: User) -> None:
    """One that was rejected and whose feedback is known: most of the path is behind it."""
    visit(page, f"/applications/{newest(person, 'feedback_received').id}")


def after_a_no(page: Page, person: User) -> None:
    """What is offered once "They said no" is saved."""
    card = newest(person, "interview")
    visit(page, f"/applications/{card.id}/rejection")
    page.locator("main form .main").first.click()
    page.wait_for_url("**/after*")
    visit(page, f"/applications/{card.id}/after")


def rows_of_a_sheet(page: Page, person: User) -> None:
    """The second step of an import: every row, and nothing saved yet."""
    visit(page, "/imports")
    page.locator("[name=file]").set_input_files(SHEET)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Looks right").click()
    page.locator("#steps").wait_for()
    page.wait_for_load_state("networkidle")


def coachs_page(page: Page, person: User) -> None:
    """What opens behind a link, for somebody without an account."""
    _, token = Build().link(person)
    page.context.clear_cookies()
    visit(page, f"/s/{token}")


PICTURES = (
    Picture("today-phone", PHONE, at("/today")),
    Picture("today-desktop", DESK, at("/today")),
    Picture("board-phone", PHONE, at("/board")),
    Picture("board-phone-dark", PHONE, at("/board"), dark=True),
    Picture("board-desktop", DESK, at("/board")),
    Picture("board-desktop-dark", DESK, at("/board"), dark=True),
    Picture("application-phone", PHONE, an_application),
    Picture("insights-phone", PHONE, at("/insights")),
    Picture("import-phone", PHONE, rows_of_a_sheet),
    Picture("coach-desktop", DESK, coachs_page),
    Picture("after-a-no-phone", PHONE, after_a_no),
)
"""Those that change something come last."""
