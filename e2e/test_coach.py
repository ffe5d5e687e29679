"""A link made on a phone, opened at a coach's desk, a note left there, and the link's end."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from e2e.conftest import DESK, PHONE, Server
from e2e.pages.barriers import NARROW, barriers
from e2e.pages.paper import comes_to_foot, fullness, has_two_columns, printed, reaches
from e2e.test_every_page import LONG, a_busy_person
from tests.builders import Build
from tracker.cli.demo import grow
from tracker.clock import now
from tracker.models import User
from tracker.sharing.selection import ONLY_NUMBERS, USUAL, Selection, SharedPart

OpenPage = Callable[..., Page]


def test_link_is_made_opened_answered_taken_up_and_ended(
    open_page: OpenPage, server: Server, person: User, build: Build
) -> None:
    card = build.application(person, role="Lion keeper", company="Wattle Zoo")
    build.interview(card, starts_at=now() + timedelta(days=2), people="Mary Wren")
    build.contact(person, "Mary Wren")
    build.point(build.feedback(card, "Your answers were long.\n\nMary Wren"), theme_id=None)

    # Four taps on the phone.
    phone = open_page(PHONE, user=person, path="/today")
    phone.get_by_role("button", name="More").tap()
    phone.get_by_role("link", name="Coach", exact=True).tap()
    phone.get_by_role("link", name="Make a link").tap()
    phone.get_by_role("button", name="Make the link").tap()
    shown = phone.get_by_label("The link for your coach")
    path = "/s/" + shown.input_value().rpartition("/")[2]
    expect(phone.get_by_role("img", name="QR code of the link")).to_be_visible()
    expect(phone.get_by_role("button", name="Copy")).to_be_visible()
    expect(phone.get_by_text("only be reached from your own network")).to_be_visible()

    # The coach, at a desk, without an account.
    coach = open_page(DESK, path=path)
    expect(coach.get_by_role("heading", name="Sam’s job search")).to_be_visible()
    expect(coach.get_by_text("Lion keeper, Wattle Zoo").first).to_be_visible()
    expect(coach.get_by_text("Mary")).to_have_count(0)
    assert coach.context.cookies() == []
    coach.emulate_media(media="print")
    expect(coach.get_by_role("button", name="Send")).to_be_hidden()
    expect(coach.get_by_role("link", name="Lion keeper").first).to_be_visible()
    coach.emulate_media(media="screen")
    coach.get_by_label("Your note").fill("Start with the lion.")
    coach.get_by_label("An action to suggest").fill("Practise the lion story")
    coach.get_by_label("Your name").fill("Ana")
    coach.get_by_role("button", name="Send").click()
    expect(coach.get_by_role("status")).to_contain_text("Saved.")
    coach.get_by_role("heading", name="Applications").click()
    coach.get_by_role("link", name="Lion keeper").click()
    coach.get_by_label("Your note").fill("This one suits you.")
    coach.get_by_role("button", name="Send").click()
    expect(coach.get_by_role("status")).to_contain_text("Saved.")
    assert coach.context.cookies() == []

    # The owner is told on Today, takes it up in one tap, and answers.
    phone.goto("/today")
    phone.get_by_role("link", name="2 notes from your coach and Ana").tap()
    phone.get_by_role("button", name="Plan it").tap()
    expect(phone.locator("#toast")).to_contain_text("Planned for")
    phone.get_by_role("link", name="Answer: Ana").tap()
    phone.get_by_label("Your answer").fill("I will, on Thursday.")
    phone.get_by_role("button", name="Save").tap()
    expect(phone.locator("#toast")).to_contain_text("Saved.")
    phone.goto("/actions")
    expect(phone.get_by_role("link", name="Practise the lion story")).to_be_visible()
    phone.goto(f"/applications/{card.id}")
    expect(phone.get_by_text("This one suits you.")).to_be_visible()

    coach.goto(path)
    expect(coach.get_by_text("I will, on Thursday.")).to_be_visible()
    expect(coach.locator("#notes").get_by_text("· planned")).to_be_visible()

    # Three taps, and it is over.
    phone.get_by_role("button", name="More").tap()
    phone.get_by_role("link", name="Coach", exact=True).tap()
    phone.get_by_role("button", name="Turn off link: My coach").tap()
    expect(phone.locator("#toast")).to_contain_text("Turned off.")
    coach.reload()
    expect(coach.get_by_role("heading", name="This link is not open")).to_be_visible()
    expect(coach.get_by_text("Ask the person who gave it to you")).to_be_visible()


def test_the_coachs_page_is_read_in_a_minute_on_a_phone_and_printed_whole(
    open_page: OpenPage, person: User, build: Build
) -> None:
    with build.together():
        for number in range(60):
            card = build.application(person, role=f"Keeper {number}", company="Wattle Zoo")
            build.interview(card, starts_at=now() - timedelta(days=1), went_well="I was calm.")
            build.rejection(card, words="Many good people applied. " * 9)
    _, token = build.link(person)
    phone = open_page(PHONE, path=f"/s/{token}", java_script_enabled=False)
    tall = "document.documentElement.scrollHeight"

    assert phone.evaluate(tall) < 4 * PHONE["viewport"]["height"]
    row = phone.get_by_role("link", name="Keeper 59").first
    expect(row).to_be_hidden()
    phone.get_by_role("link", name="The details").tap()
    phone.locator("summary:has(h3)", has_text="Applications").tap()
    expect(row).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    row.tap()
    expect(phone.get_by_label("Your note")).to_be_visible()

    phone.goto(f"/s/{token}#interviews")
    expect(phone.get_by_text("I was calm.").first).to_be_visible()
    sheets = PdfReader(BytesIO(phone.pdf(format="A4"))).pages
    assert len(sheets) <= 12
    words = " ".join(sheet.extract_text() for sheet in sheets)
    assert all(words.count(f"Keeper {number} ") == 3 for number in range(10, 60))
    phone.goto(f"/s/{token}")
    assert len(PdfReader(BytesIO(phone.pdf(format="A4"))).pages) == len(sheets)


def test_every_sheet_says_whose_it_is_and_of_how_many_and_what_its_list_is(
    open_page: OpenPage, build: Build
) -> None:
    name = '"; } body { display: none } <b>O\\27Brien</b>'
    hunter = build.user(name=name)
    grow(hunter, 1, 48)
    _, token = build.link(hunter)

    sheets = [sheet.extract_text() for sheet in printed(open_page(path=f"/s/{token}"))]
    assert len(sheets) > 4
    for number, words in enumerate(sheets, start=1):
        assert f"{name}’s job search" in words
        assert f"page {number} of {len(sheets)}" in words
    listed = [words for words in sheets if re.search(r"\d \w{3,4} 2\d{3} (LinkedIn|Seek)", words)]
    assert len(listed) > 1
    assert all("Applications 48 How it stands Applied on Found at" in words for words in listed)

    own = [s.extract_text() for s in printed(open_page(DESK, user=hunter, path="/insights"))]
    for number, words in enumerate(own, start=1):
        assert f"{name} · Insights · Last 90 days" in words
        assert f"page {number} of {len(own)}" in words


def test_the_drawings_of_a_long_search_fill_both_columns_of_their_sheets(
    open_page: OpenPage, person: User, build: Build
) -> None:
    grow(person, 1, 48)
    _, token = build.link(person)

    shared = open_page(path=f"/s/{token}")
    *sheets, _ = printed(shared)
    assert "Charts" in sheets[1].extract_text()
    assert [has_two_columns(sheet) for sheet in sheets[:3]] == [True] * 3
    assert [comes_to_foot(sheet) for sheet in sheets[3:]] == [True] * len(sheets[3:])

    own = open_page(DESK, user=person, path="/insights")
    first, second = printed(own)
    assert has_two_columns(first)
    assert all(begin < 0.15 for begin, _ in reaches(second))
    assert [has_two_columns(sheet) for sheet in printed(own, "Letter")] == [True] * 2
    assert [has_two_columns(sheet) for sheet in printed(shared, "Letter")[:3]] == [True] * 3

    own.emulate_media(media="print")
    heads = own.get_by_role("heading", name=re.compile("^(Rejections you|What happened)"))
    first, second = (head["y"] for each in heads.all() if (head := each.bounding_box()))
    assert abs(first - second) <= 1  # their lines are not of one height


@pytest.mark.parametrize("applications", [12, 48])
@pytest.mark.parametrize("parts", [USUAL, ONLY_NUMBERS], ids=["usual", "numbers"])
def test_no_sheet_is_a_stub(
    open_page: OpenPage, person: User, build: Build, applications: int, parts: frozenset[SharedPart]
) -> None:
    grow(person, 1, applications)
    _, token = build.link(person, choice=Selection(parts).as_json())
    shared = open_page(path=f"/s/{token}")

    for size in ("A4", "Letter"):
        *full, last = (fullness(sheet) for sheet in printed(shared, size))
        assert all(each > 2 / 3 for each in full), size
        assert last > 1 / 3, size
    assert parts is not ONLY_NUMBERS or len(printed(shared)) == 1


def test_on_paper_every_word_outside_a_drawing_has_nine_points(
    open_page: OpenPage, person: User, build: Build
) -> None:
    a_busy_person(build, person)
    _, token = build.link(person)
    sheet = open_page(path=f"/s/{token}")
    sheet.emulate_media(media="print")

    small = sheet.evaluate(
        """() => [...document.querySelectorAll("body *:not(svg *)")]
          .filter(part => [...part.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .filter(part => part.checkVisibility() && !part.closest(".vh"))
          .filter(part => parseFloat(getComputedStyle(part).fontSize) < 12)
          .map(part => part.outerHTML)"""
    )
    assert small == []


def test_what_is_typed_for_the_coach_is_kept_until_it_is_saved(
    open_page: OpenPage, person: User
) -> None:
    phone = open_page(PHONE, user=person, path="/coach")
    phone.get_by_label("What I would like help with").fill("How do I begin?")
    phone.reload()
    expect(phone.get_by_label("What I would like help with")).to_have_value("How do I begin?")
    phone.get_by_role("button", name="Save").tap()
    expect(phone.locator("#toast")).to_contain_text("Saved.")


def test_no_page_behind_a_link_has_a_barrier_a_sideways_scroll_or_a_tiny_target(
    open_page: OpenPage, person: User, build: Build
) -> None:
    numbers = a_busy_person(build, person)
    link, token = build.link(person)
    build.coach_note(link, LONG, by=LONG[:90], suggestion=LONG[:400], answer=LONG)
    place = f"/s/{token}"
    page = open_page(NARROW)
    faults: list[str] = []

    for address in (place, f"{place}/applications/{numbers['application_id']}", "/s/never"):
        page.goto(address)
        for part in page.locator("summary:has(h3)").all():
            part.click()
        faults += [f"{address}: {fault}" for fault in barriers(page)]

    assert not faults, "\n".join(faults)
