"""Taking a file away, as a person does it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from e2e.pages.barriers import NARROW, barriers
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.exports import job
from tracker.models import Export, User


def fetched(page: Page, folder: Path) -> Path:
    """The file behind the Download button."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Download", exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_workbook_in_three_taps_that_holds_what_was_ticked(
    open_page: Callable[..., Page], person: User, build: Build, tmp_path: Path, scripts: bool
) -> None:
    build.note(build.application(person, role="Baker"), "A note that stays here")
    page = open_page(PHONE, user=person, path="/exports", java_script_enabled=scripts)

    page.get_by_role("link", name="Excel workbook").tap()
    expect(page.get_by_label("Notes")).not_to_be_checked()
    page.get_by_role("button", name="Make it").tap()
    if not scripts:
        expect(page.get_by_text("Making it")).to_be_hidden()
        page.get_by_role("button", name="Make it now").tap()
    file = fetched(page, tmp_path)

    book = load_workbook(file)
    assert book["Applications"]["C2"].value == "Baker"
    assert "Notes" not in book.sheetnames
    page.goto("/exports")
    expect(page.get_by_role("heading", name="Made recently")).to_be_visible()
    expect(page.get_by_role("link", name=f"Download {file.name}")).to_be_visible()


def test_what_went_wrong_is_told_and_can_be_tried_again(
    open_page: Callable[..., Page], person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(NARROW, user=person, path="/exports/new?format=xlsx")

    def breaks(*_: object) -> bytes:
        raise ValueError

    with monkeypatch.context() as patch:
        patch.setattr(job, "_make", breaks)
        page.get_by_role("button", name="Make it").tap()
        expect(page.get_by_text(job.BROKE)).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("button", name="Try again").tap()
    expect(page.get_by_role("link", name="Download", exact=True)).to_be_visible()
    page.get_by_role("button", name="Delete it now").tap()
    expect(page.get_by_text("The file is gone from here.")).to_be_visible()
    expect(page.get_by_role("heading", name="Made recently")).to_have_count(0)


def test_one_that_is_being_made_can_be_left_and_comes_by_itself(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    facts = {"state": "working", "taken_at": now(), "done": 40, "filename": "x.xlsx"}
    export = build.export(person, "xlsx", **facts)
    page = open_page(PHONE, user=person, path=f"/exports/{export.id}")
    expect(page.get_by_text("Making it · 40 %")).to_be_visible()

    with writing() as session:
        file = session.get_one(Export, export.id)
        file.state, file.content, file.size = "made", b"made", 4

    expect(page.get_by_role("link", name="Download", exact=True)).to_be_visible()
