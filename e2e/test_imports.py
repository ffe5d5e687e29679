"""Bringing a spreadsheet in, as a person does it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.conftest import DESK, PHONE
from e2e.pages.barriers import NARROW, barriers
from tracker.imports.steps import batch_size, forecast, staging, work
from tracker.models import User

DATA = Path(__file__).parent.parent / "tests" / "data"


def choose(page: Page, file: Path) -> None:
    """Choose a file and send it."""
    page.goto("/imports")
    page.get_by_label("Your spreadsheet").set_input_files(file)
    page.get_by_role("button", name="Read it").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_spreadsheet_becomes_a_board_in_three_taps_and_can_be_taken_back(
    open_page: Callable[..., Page], person: User, scripts: bool
) -> None:
    page = open_page(PHONE, user=person, java_script_enabled=scripts)
    choose(page, DATA / "messy-spreadsheet.csv")

    expect(
        page.get_by_role("heading", name="83 applications, and 1 row needs a look")
    ).to_be_visible()
    expect(page.get_by_label("Day first: 3/4 is 3 April")).to_be_checked()
    noes = page.get_by_role(
        "group", name="Some notes speak of a rejection, but the status doesn't. Which is right?"
    )
    expect(noes.get_by_label("The notes: they said no")).to_be_checked()
    noes.get_by_label("Not sure").tap()
    if not scripts:
        page.get_by_role("button", name="Count again").last.tap()
    expect(
        page.get_by_role("heading", name="79 applications, and 5 rows need a look")
    ).to_be_visible()
    page.get_by_role("button", name="Looks right").tap()
    expect(page.get_by_role("heading", name="79 rows ready to add")).to_be_visible()
    page.get_by_role("button", name="Add 79 rows").tap()
    expect(page.get_by_role("heading", name="79 added, 5 need a look")).to_be_visible()

    page.get_by_role("link", name="Change: Retail Team Member").tap()
    page.get_by_label("Company").fill("Banksia Software")
    page.get_by_role("button", name="Save and add").tap()
    expect(page.get_by_role("heading", name="80 added, 4 need a look")).to_be_visible()
    expect(page.get_by_text("4 rows whose notes speak of a rejection")).to_be_visible()
    page.get_by_role("button", name="They said no").tap()
    expect(page.get_by_role("heading", name="84 added")).to_be_visible()
    page.get_by_role("link", name="See the board").tap()
    expect(page.locator("#count-rejected")).to_have_text("38")

    page.goto("/imports")
    page.get_by_role("link", name="messy-spreadsheet.csv").tap()
    page.get_by_role("button", name="Undo the import").tap()
    expect(page.get_by_role("heading", name="Import undone")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_question_names_what_it_is_about_anew_with_each_answer(
    open_page: Callable[..., Page], person: User, tmp_path: Path, scripts: bool
) -> None:
    file = tmp_path / "parked.csv"
    rows = "Acme,Clerk,,Applied\nBolt,Cook,,On ice\nKite,Cook,2026-03-02,Applied\n"
    file.write_text(f"Company,Role,Date applied,Status\n{rows}")
    page = open_page(PHONE, user=person, java_script_enabled=scripts)
    choose(page, file)
    hint = page.locator("#ask-undated-hint")

    def told(words: str, choice: str) -> None:
        page.get_by_label(f"What {words} means").select_option(choice)
        if not scripts:
            page.get_by_role("button", name="Count again").last.tap()

    told("On ice", "Applied")
    expect(page.get_by_role("heading", name="3 applications")).to_be_visible()
    expect(hint).to_contain_text("1 row: Clerk, Acme")
    page.locator("#rest summary").first.tap()
    told("Applied", "Interview")
    expect(hint).to_contain_text("No row is left for it.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_columns_that_nobody_knows_are_chosen_one_after_the_other_and_stay_so(
    open_page: Callable[..., Page], person: User, tmp_path: Path, scripts: bool
) -> None:
    file = tmp_path / "mine.csv"
    rows = (
        "2026-03-02,Acme,Scheduler,humming along,2026-03-09,Seek,near home\n"
        "2026-03-03,Bolt,Stock controller,Applied,,Seek,\n"
        "2026-03-04,Dell,Front of house,Rejected,,Indeed,far\n"
    )
    file.write_text(f"When,Who,What,Status now,Chat on,Found on,Note to self\n{rows}")
    page = open_page(PHONE, user=person, java_script_enabled=scripts)
    choose(page, file)
    company = page.get_by_label("Which column is the company?")
    role = page.get_by_label("Which column is the role?")
    meaning = page.get_by_label("What humming along means")

    def told(field: Locator, choice: str) -> None:
        field.select_option(choice)
        if not scripts:
            page.get_by_role("button", name="Count again").last.tap()

    told(meaning, "Withdrawn by me")
    told(company, "Who: Acme, Bolt, Dell")
    expect(company).to_have_count(0)
    expect(role).to_be_visible()
    page.reload()
    expect(company).to_have_count(0)
    expect(meaning).to_have_value("withdrawn")

    page.goto("/imports")
    page.go_back()
    expect(company).to_have_count(0)
    page.get_by_role("button", name="Looks right").tap()
    expect(page.get_by_role("alert")).to_contain_text("Which column is the role?")
    told(role, "What: Scheduler, Stock controller, Front of house")
    expect(page.get_by_role("heading", name="3 applications")).to_be_visible()
    page.get_by_role("button", name="Looks right").tap()
    expect(page.get_by_role("heading", name="3 rows ready to add")).to_be_visible()
    page.go_back()
    expect(meaning).to_have_value("withdrawn")
    expect(page.get_by_text("Which column is the")).to_have_count(0)


def test_a_long_sheet_shows_how_far_it_is_and_goes_on_by_itself(
    open_page: Callable[..., Page], person: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forecast, "LOOKED_AT", 200)
    monkeypatch.setattr(staging, "AT_ONCE", 60)
    monkeypatch.setattr(batch_size, "FIRST", 60)
    monkeypatch.setattr(work, "SLICE", 0)  # so a short one is as long as one of thousands
    file = tmp_path / "long.csv"
    file.write_text("Company,Role\n" + "".join(f"Company {n},Clerk\n" for n in range(250)))
    page = open_page(DESK, user=person)
    choose(page, file)
    page.get_by_label("Yes, I applied").check()
    expect(page.get_by_role("heading", name="200 applications")).to_be_visible()
    page.get_by_role("button", name="Looks right").click()

    expect(page.get_by_role("heading", name="250 rows ready to add")).to_be_visible()
    page.get_by_role("button", name="Add 250 rows").click()
    expect(page.get_by_role("heading", name="250 added")).to_be_visible()


def test_a_look_that_was_broken_off_goes_on_where_it_was_by_keyboard_alone(
    open_page: Callable[..., Page], person: User, tmp_path: Path
) -> None:
    file = tmp_path / "saved.csv"
    file.write_text("Company,Job title,Saved\nAcme,Clerk,2026-03-02\nBolt,Cook,2026-03-03\n")
    page = open_page(PHONE, user=person)
    choose(page, file)
    expect(page.get_by_role("heading", name="2 leads")).to_be_visible()
    page.get_by_label("No, they are saved openings").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", name="2 applications")).to_be_visible()

    page.goto("/imports")
    page.get_by_role("link", name="Go on with saved.csv").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 applications")).to_be_visible()
    expect(page.get_by_label("Yes, I applied")).to_be_checked()
    page.get_by_role("button", name="Looks right").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 rows ready to add")).to_be_visible()


def test_no_step_has_a_barrier_a_sideways_scroll_or_a_tiny_target(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(NARROW, user=person)
    faults: list[str] = []

    def look(step: str) -> None:
        faults.extend(f"{step}: {fault}" for fault in barriers(page))

    choose(page, DATA / "wide-spreadsheet.csv")
    expect(page.get_by_role("button", name="Looks right")).to_be_visible()
    page.locator("details.fold").evaluate_all(
        "folds => folds.forEach((fold) => { fold.open = true })"
    )
    look("columns")
    page.get_by_role("button", name="Looks right").click()
    expect(page.locator("#steps")).to_be_attached()
    look("rows")
    page.get_by_role("link", name="Change:").first.click()
    page.wait_for_url("**/rows/*")
    look("a row")
    page.get_by_role("link", name="Back").click()
    page.locator("#steps button").first.click()
    expect(page.get_by_role("link", name="See the board")).to_be_visible()
    look("added")
    page.goto(f"{page.url.split('?')[0].split('#')[0]}/reversal")
    look("reversal")

    assert not faults, "\n".join(faults)
