"""The whole loop on a phone, from Applied to Action taken, with every tap counted."""

import re
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.conftest import PATIENCE, PHONE, until
from e2e.pages.barriers import NARROW, barriers
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Attempt, User
from tracker.values.days import day_of, days_after

GENERAL = "It was a very strong field and we went with the best fit. We wish you all the best."
SPECIFIC = (
    "Your examples were good, but you told us what the team did. "
    "We wanted to hear what you did yourself. Your questions at the end were excellent."
)


WATCH = """
if (+sessionStorage.leaving !== performance.timeOrigin) delete sessionStorage.leaving
const leave = (event, to) => { if (to && !event.defaultPrevented) sessionStorage.leaving = performance.timeOrigin }
addEventListener("click", () => { sessionStorage.taps = +(sessionStorage.taps ?? 0) + 1 }, true)
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]")
  leave(event, link?.protocol.startsWith("http") && link.href.split("#")[0] !== location.href.split("#")[0])
})
addEventListener("submit", (event) => leave(event, event.target.method !== "dialog"))
"""
"""Notes how many taps the page has seen, and whether the last one leads to another page."""
ANSWERED = """
+(sessionStorage.taps ?? 0) >= {taps} && !sessionStorage.leaving && document.readyState === "complete"
&& !document.querySelector("form[aria-busy], .htmx-request")
"""


class Hand:
    """One thumb: taps are counted; typing and reading are not."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.ever = 0

    def tap(self, name: str, role: str = "button", within: Locator | None = None) -> None:
        """Press what has this name."""
        where = within or self.page
        self.press(where.get_by_role(role, name=name).first)  # type: ignore[arg-type]

    def press(self, what: Locator) -> None:
        """Press this, and wait until it has been answered."""
        what.tap()
        self.taps += 1
        self.ever += 1
        until(self.page, ANSWERED.format(taps=self.ever))

    def follow(self, name: str, within: Locator | None = None) -> None:
        """Go where a link leads."""
        self.tap(name, "link", within)

    def count(self) -> int:
        """Taps since the last count."""
        taps, self.taps = self.taps, 0
        return taps


@pytest.fixture
def hand(open_page: Callable[..., Page], person: User) -> Hand:
    page = open_page(PHONE, user=person)
    page.add_init_script(WATCH)
    page.goto("/today")
    return Hand(page)


@pytest.fixture
def today(person: User) -> date:
    return day_of(now(), person.zone)


@pytest.fixture
def mary(build: Build, person: User) -> Callable[[Application], None]:
    def meets(card: Application) -> None:
        contact = build.contact(
            person, "Mary Chen", phone="0400 000 000", email="mary.chen@example.org"
        )
        build.part(card, contact, "interviewer")

    return meets


def expect_stage(page: Page, card: Application, stage: str) -> None:
    """Where the card stands, once the answer to the last tap is here."""
    give_up = time.monotonic() + PATIENCE
    while db.session.get_one(Application, card.id, populate_existing=True).stage != stage:
        assert time.monotonic() < give_up, f"never came to {stage}"
        page.wait_for_timeout(20)
        db.session.rollback()


def days_pass(person: User, card: Application, days: int) -> None:
    """As if what was tried had been tried so many days earlier."""
    db.session.expire_all()
    with writing(person) as session:
        for row in session.scalars(Attempt.of(card)):
            row.on = days_after(row.on, -days)
            row.follow_up_on = row.follow_up_on and days_after(row.follow_up_on, -days)


def path_part(page: Page) -> Locator:
    return page.locator("#loop")


def test_email_rejection_after_two_interviews_becomes_something_used(
    hand: Hand, build: Build, person: User, today: date, mary: Callable[[Application], None]
) -> None:
    page = hand.page
    card = build.application(
        person, role="Data Analyst", company="Tideline", stage="interview",
        applied_on=days_after(today, -20),
    )  # fmt: skip
    for ago in (9, 4):
        build.interview(card, starts_at=now() - timedelta(days=ago), rating=4, went_well="Calm")
    mary(card)
    place = f"/applications/{card.id}"

    # They said no: two taps from the board, and it rests.
    page.goto("/board#column-interview")
    hand.tap("Move", within=page.locator(f"#card-{card.id}"))
    hand.tap("They said no")
    assert hand.count() == 2
    expect(page.get_by_text("Paused until tomorrow").first).to_be_visible()
    expect_stage(page, card, "rejected")
    page.goto("/today")
    expect(page.get_by_text("Nothing needs you today.")).to_be_visible()
    expect(page.get_by_text("Paused · 1")).to_be_visible()

    # Their words, later, because one wants to.
    page.goto(place)
    expect(path_part(page)).to_contain_text("Take a moment")
    page.goto(f"{place}/after")
    hand.follow("Save what they wrote")
    page.get_by_label("How").select_option("email")
    page.get_by_label("Their words").fill("We went with somebody with more experience.")
    hand.tap("Save")
    page.goto(f"{place}/after")
    hand.press(page.get_by_text("Pause until another time"))
    hand.tap("Continue now")
    hand.count()

    # Ask: three taps to the call with its words in view, two more to the email.
    page.goto("/board#column-rejected")
    hand.follow("Today", page.get_by_role("navigation", name="Main"))
    hand.follow("Ask for advice: Data Analyst")
    expect(page.get_by_role("link", name="Call Mary")).to_be_in_viewport()
    assert hand.count() <= 3
    hand.follow("What happened?")
    hand.tap("I left a message")
    expect(page.get_by_label("Your email")).to_be_visible()
    assert hand.count() == 2
    hand.tap("I sent it")
    expect(page.get_by_text("Nothing to do before").first).to_be_visible()
    page.goto(place)
    expect(path_part(page)).to_contain_text("Ask for advice")

    # They answer, and it is very general: one more question.
    hand.follow("Did they answer?", path_part(page))
    hand.tap("They answered")
    page.get_by_label("Their words").fill(GENERAL)
    hand.tap("Save")
    expect(page.get_by_text("This is very general")).to_be_visible()
    expect_stage(page, card, "feedback_received")
    hand.follow("Ask one more question")
    hand.tap("I sent it")
    hand.count()

    # The second answer says something: sentences are taken, one becomes an action.
    page.goto(f"{place}/feedback/new")
    page.get_by_label("Their words").fill(SPECIFIC)
    hand.tap("Save")
    hand.tap("Save the ticked ones")
    assert hand.count() == 2
    hand.follow("Act on it")
    hand.tap("Save")
    assert hand.count() == 2
    page.goto(place)
    expect(path_part(page)).to_contain_text("Act on it")
    expect_stage(page, card, "feedback_received")

    # Done: the card moves on by itself, and can be left where it was.
    hand.follow("Actions", page.get_by_role("navigation", name="Main"))
    hand.tap("Done", within=page.locator("main"))
    assert hand.count() == 2
    expect_stage(page, card, "action_taken")
    expect(page.get_by_text("Moved to Action taken").first).to_be_visible()
    page.get_by_role("link", name="Note how it went").tap()
    page.get_by_label(re.compile("line|link", re.IGNORECASE)).first.fill("Five stories, rewritten")
    hand.tap("Save")

    # The next application uses it.
    page.goto("/today")
    hand.follow("Add", page.get_by_role("navigation", name="Main"))
    page.get_by_label("Company").fill("Wattlebird")
    page.get_by_label("Role").fill("Reporting Analyst")
    hand.press(page.locator("main summary", has_text="What you learnt"))
    page.get_by_role("group", name="What did you use here?").get_by_role("checkbox").first.check()
    hand.tap("Save")
    page.goto(place)
    expect(page.locator("#loop")).to_contain_text("Used in 1 later application")
    story = page.locator("#timeline")
    for told in ("You did it", "They answered", "You asked one more question", "They said no"):
        expect(story).to_contain_text(told)
    page.goto("/today")
    expect(
        page.get_by_text("You learnt something from 1 rejection in the last 90 days.")
    ).to_be_visible()


def test_silence_is_nudged_once_and_then_ends_without_blame(
    hand: Hand, build: Build, person: User, today: date, mary: Callable[[Application], None]
) -> None:
    page = hand.page
    card = build.application(
        person, role="Clerk", company="Tideline", applied_on=days_after(today, -40),
        at=now() - timedelta(days=40),
    )  # fmt: skip
    mary(card)
    place = f"/applications/{card.id}"
    page.reload()

    hand.follow("Follow up: Clerk")
    hand.follow("Mark as no answer")
    hand.tap("Mark as no answer")
    assert hand.count() == 3
    expect_stage(page, card, "rejected")
    hand.follow("Back to Today")
    expect(page.get_by_text("Paused")).to_have_count(0)
    expect(page.get_by_text("Clerk")).to_have_count(0)

    page.goto(place)
    hand.follow("Ask for advice")
    hand.follow("What happened?")
    hand.tap("No answer")
    hand.tap("I sent it")
    days_pass(person, card, 18)
    page.goto("/today")
    expect(page.get_by_text("A reminder to send.")).to_be_visible()
    hand.follow("Send one reminder: Clerk")
    hand.tap("I sent it")
    days_pass(person, card, 18)

    page.goto(f"{place}/ask")
    expect(page.get_by_text("says nothing about you").first).to_be_visible()
    page.goto(place)
    hand.follow("Choose your own next step")
    hand.tap("Nothing to act on")
    page.goto(place)
    expect(page.locator("#loop")).to_contain_text("Nothing to act on here")
    page.goto("/today")
    expect(page.get_by_role("heading", level=1, name=re.compile("Good|Hello"))).to_be_visible()
    expect(page.get_by_text("learnt something")).to_have_count(0)  # silence is no rejection


def test_phone_rejection_is_asked_about_in_the_very_call(
    hand: Hand, build: Build, person: User, mary: Callable[[Application], None]
) -> None:
    page = hand.page
    card = build.application(person, role="Cook", company="Quandong", stage="interview")
    build.interview(card, starts_at=now() - timedelta(days=3), rating=4)
    mary(card)

    page.goto("/board#column-interview")
    hand.tap("Move", within=page.locator(f"#card-{card.id}"))
    hand.tap("They said no")
    hand.follow("Ask in this call")
    assert hand.count() == 3
    expect(page.get_by_role("list", name="What to say")).to_be_visible()
    hand.press(page.locator("#happened button[value=spoke]"))
    page.get_by_label("Their words").fill(SPECIFIC)
    hand.tap("Save")
    expect_stage(page, card, "feedback_received")

    hand.tap("Save the ticked ones")
    expect(page.get_by_role("link", name="Act on it").first).to_be_visible()
    page.goto(f"/applications/{card.id}")
    expect(page.locator("#timeline")).to_contain_text("We spoke")


def test_why_this_opens_without_a_pointer_and_stays_readable_on_the_smallest_phone(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, stage="rejected")
    build.rejection(card, on=now().date(), how="email")
    page = open_page(NARROW, user=person, path=f"/applications/{card.id}")
    page.get_by_text("All six steps").press("Enter")
    why = page.locator("#loop summary", has_text="Ask for advice")
    limit = page.get_by_text("Those studies were not about applicants who were turned down.")
    expect(limit).to_be_hidden()

    why.press("Enter")

    expect(limit).to_be_visible()
    why.press("Enter")
    expect(limit).to_be_hidden()
    assert not barriers(page)
    page.eval_on_selector_all("#loop details", "all => all.forEach((one) => { one.open = true })")
    assert not barriers(page)
