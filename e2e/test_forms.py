"""Forms that show what is needed now."""

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.clock import now
from tracker.models import User


def test_day_is_asked_for_once_it_is_chosen_to_name_one(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, stage="rejected")
    build.rejection(card)
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}/check-in#step-3")
    expect(page.get_by_label("Which day")).to_be_hidden()
    page.locator("select[name=look_again]").select_option("day")
    expect(page.get_by_label("Which day")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Which day")).to_be_visible()

    page.goto("/coach/links/new")
    expect(page.get_by_label("Its last day")).to_be_hidden()
    page.get_by_label("It works").select_option("day")
    expect(page.get_by_label("Its last day")).to_be_visible()


def test_save_is_the_widest_button_of_its_row_on_a_narrow_phone(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE | {"viewport": {"width": 320, "height": 640}}, user=person)
    page.goto("/applications/new")
    save = page.get_by_role("button", name="Save", exact=True).bounding_box()
    cancel = page.get_by_role("link", name="Cancel").bounding_box()
    assert save and cancel
    assert save["width"] >= cancel["width"]


def test_save_of_a_preparation_is_in_reach_and_leaves_one_at_the_notes(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, stage="interview", posting="We look for patience.\n" * 60)
    build.interview(card, starts_at=now() + timedelta(days=1))
    address = f"/applications/{card.id}/interviews/coming"
    page = open_page(PHONE, user=person, path=address)
    notes, save = page.get_by_label("What to ask and tell"), page.get_by_role("button", name="Save")
    toast = page.locator("#toast")
    expect(save).to_be_in_viewport(ratio=1)
    expect(page.locator("main .main").filter(visible=True)).to_have_count(1)
    notes.fill("Ask about the team.\n" * 30)
    page.goto("/board")
    page.goto(address)

    expect(toast).to_contain_text("What you typed before is back.")
    save.tap()
    expect(toast).to_contain_text("Notes saved.")
    expect(notes).to_be_in_viewport()
    expect(save).to_be_in_viewport(ratio=1)


def test_a_box_stands_beside_the_first_line_of_long_words_of_theirs(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, stage="feedback_received")
    said = build.feedback(card, words="All of it.")
    build.point(said, quote="Your answers went round the houses before you came to the point. " * 2)
    page = open_page(PHONE, user=person, path=f"/actions/new?application={card.id}")
    box = page.get_by_role("checkbox", name=re.compile("round the houses")).bounding_box()
    words = page.get_by_text("round the houses").bounding_box()
    assert box and words and words["height"] > 60
    assert abs((box["y"] + box["height"] / 2) - (words["y"] + 12)) < 4


def test_parts_of_a_form_say_what_is_in_them_and_open_for_what_can_not_be(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person)
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}/edit")
    page.get_by_text("The job").tap()
    page.get_by_label("Part time").tap()
    page.get_by_label("Remote").tap()
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page.locator("#toast")).to_contain_text("Saved.")
    page.goto(f"/applications/{card.id}/edit")
    expect(page.locator("summary", has_text="The job")).to_contain_text("Part time · Remote")

    page.goto(f"/applications/{card.id}/interviews/new")
    length = page.locator("summary", has_text="How long")
    length.tap()
    page.get_by_label("Minutes").fill("9999")
    length.tap()
    expect(page.get_by_label("Minutes")).to_be_hidden()
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page.get_by_label("Minutes")).to_be_focused()


def test_a_document_that_is_too_big_is_refused_before_it_is_sent(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/documents")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    file = page.get_by_label("File")
    name, pdf = "big.pdf", "application/pdf"
    file.set_input_files({"name": name, "mimeType": pdf, "buffer": b"x" * (10 * 1024 * 1024 + 1)})
    page.get_by_label("What do you call it?").fill("Résumé")
    page.get_by_role("button", name="Save").tap()

    expect(page.get_by_role("alert")).to_contain_text("over 10 MB")
    expect(file).to_have_attribute("aria-invalid", "true")
    expect(file).to_have_accessible_description(re.compile("over 10 MB"))
    expect(file).to_be_focused()
    assert "POST" not in sent
    file.set_input_files({"name": name, "mimeType": pdf, "buffer": b"%PDF-1.4\n"})
    expect(page.get_by_role("alert")).to_have_count(0)
    assert file.evaluate("field => field.validationMessage") == ""
