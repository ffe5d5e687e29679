"""How many taps each job takes on a phone, and how long it takes a script that doesn't think.

`bin/test -n 0 -s e2e/test_taps.py` prints the table of docs/guide.md: taps, characters typed,
seconds of the script (nothing between two taps but the program itself), and an estimate for a
person by the keystroke-level model (Card, Moran and Newell): for every tap 1.35 s to decide, 1.1 s
to point, 0.2 s to press; 0.33 s for every character (36 words a minute, usual on a phone); the
script's seconds as the program's own part.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from e2e.conftest import PHONE, until
from tests.builders import Build
from tests.many import copy_rows
from tracker.clock import now
from tracker.models import User
from tracker.values.days import day_of

DECIDE, POINT, PRESS, CHARACTER = 1.35, 1.1, 0.2, 0.33
STAGES = ["Applied", "Interview", "Feedback received", "Action taken"]
SAID = "You told us what the team did. We wanted to hear what you did yourself."
ON_TOP = """(name) => {
  const button = document.querySelector(`[aria-label="${name}"]`)
  const box = button.getBoundingClientRect()
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === button
}"""
"""Whether nothing lies over a button, such as the bar at the foot."""


class Hand:
    """A thumb that doesn't think."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps, self.characters = page, 0, 0

    def tap(self, name: str, role: str = "button", within: Locator | None = None) -> None:
        """Press what has this name."""
        where = within or self.page
        where.get_by_role(role, name=name).first.tap()  # type: ignore[arg-type]
        self.taps += 1

    def bar(self, name: str) -> None:
        """Press a link of the bar at the thumb."""
        self.tap(name, "link", self.page.get_by_role("navigation", name="Main"))

    def next(self) -> None:
        """The keyboard's own key for the next field, which no finger leaves the keyboard for."""
        self.page.keyboard.press("Tab")

    def type(self, label: str, text: str) -> None:
        """Fill in a field; that one taps into it first counts unless it has the focus already."""
        field = self.page.get_by_label(label).first
        if not field.evaluate("field => field === document.activeElement"):
            field.tap()
            self.taps += 1
        field.fill(text)
        self.characters += len(text)


class Count:
    """One job after another, each with the taps that it may take."""

    def __init__(self, page: Page) -> None:
        self.page, self.over = page, list[str]()

    @contextmanager
    def job(self, words: str, start: str, most: int) -> Iterator[Hand]:
        """Open where it starts, unless that is where one is; have it done, and count."""
        if start:
            self.page.goto(start)
        hand = Hand(self.page)
        begun = time.perf_counter()
        yield hand
        took = time.perf_counter() - begun
        person = took + hand.taps * (DECIDE + POINT + PRESS) + hand.characters * CHARACTER
        print(f"| {words} | {hand.taps} | {hand.characters} | {took:.1f} | {person:.0f} |")
        if hand.taps > most:
            self.over.append(f"{words}: {hand.taps} taps, and {most} were promised")


def test_jobs_of_every_day_take_no_more_taps_than_promised(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    noted = build.application(person, role="Cook")
    told = build.application(person, role="Baker")
    applied = [build.application(person, role=f"Clerk {n}") for n in range(3)]
    answered = build.application(person, role="Waiter", stage="feedback_received")
    for number in range(9):
        build.lead(person, role=f"Ranger {number}", company="Fern")
    build.action(person, what="Rewrite two stories", due_on=day_of(now(), person.zone))
    page = open_page(PHONE, user=person)
    count, toast, sheet = Count(page), page.locator("#toast"), page.locator("dialog[open]")

    with count.job("open Onward: what needs me today", "/", 0):
        expect(page.get_by_text("Rewrite two stories").first).to_be_in_viewport()

    for card, stage in (*zip(applied, STAGES[1:4], strict=True), (answered, "Applied")):
        start = f"/board#column-{answered.stage if card is answered else 'applied'}"
        with count.job(f"move a card to {stage}, and see it there", start, 2) as hand:
            move = page.locator(f"#card-{card.id}").get_by_role("button", name="Move")
            expect(move).to_be_in_viewport()
            hand.tap("Move", within=page.locator(f"#card-{card.id}"))
            hand.tap(stage, within=sheet)
            column = page.get_by_role("region", name=stage, exact=True)
            expect(column.locator(f"#card-{card.id}")).to_be_attached()
            expect(toast).to_contain_text(f"moved to {stage}.")
    with count.job("undo the last of them", "", 1) as hand:
        hand.tap("Undo")
        expect(page.locator(f"#column-{answered.stage} #card-{answered.id}")).to_be_visible()

    with count.job("they said no, saved, from the board", "/board", 2) as hand:
        hand.tap("Move", within=page.locator(f"#card-{told.id}"))
        hand.tap("They said no", within=sheet)
        expect(page.get_by_role("heading", name="I’m sorry")).to_be_visible()

    with count.job("add by hand: company and role", "/board", 2) as hand:
        hand.bar("Add")
        expect(page.get_by_label("Company")).to_be_focused()
        hand.type("Company", "Wattlebird")
        hand.next()
        hand.type("Role", "Analyst")
        hand.tap("Save")
        expect(page.get_by_text("Added Analyst at Wattlebird.")).to_be_visible()

    with count.job("a note on a card", "/board", 3) as hand:
        hand.tap("Cook", "link", page.locator(f"#card-{noted.id}"))
        hand.type("Note", "Ask about Tuesdays")
        hand.tap("Save note")
        expect(page.locator("#timeline")).to_contain_text("Ask about Tuesdays")

    with count.job("I applied, from the list of leads", "/leads", 1) as hand:
        page.locator("summary", has_text="···").nth(7).tap()
        until(page, f"({ON_TOP})('Not this one: Ranger 1')")
        hand.tap("I applied: Ranger 1")
        row = page.locator(".leads > li", has_text="Ranger 1")
        expect(row.get_by_text("On the board.")).to_be_visible()

    with count.job("a link for the coach, ready to share", "/today", 4) as hand:
        hand.tap("More")
        hand.tap("Coach", "link")
        hand.tap("Make a link", "link")
        hand.tap("Make the link")
        expect(page.get_by_label("The link for your coach")).to_be_visible()
    with count.job("that link turned off", "/today", 3) as hand:
        hand.tap("More")
        hand.tap("Coach", "link")
        hand.tap("Turn off link")
        expect(toast).to_contain_text("Turned off.")

    assert not count.over, "\n".join(count.over)


def test_jobs_after_a_no_take_no_more_taps_than_promised(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, role="Cook", stage="rejected")
    build.interview(card, starts_at=now() - timedelta(days=3), rating=3)
    build.part(card, build.contact(person, "Mary Chen", phone="0400 000 000"), "interviewer")
    build.rejection(card, on=day_of(now(), person.zone), how="email")
    page = open_page(PHONE, user=person)
    count = Count(page)

    with count.job("from Today to the call, its words in view", "/today", 3) as hand:
        hand.tap("Ask for advice: Cook", "link")
        hand.tap("Skip", "link", page.locator("main"))
        expect(page.get_by_role("list", name="What to say")).to_be_in_viewport()
        expect(page.get_by_role("link", name="Call Mary")).to_be_in_viewport()
        hand.taps += 1  # the call itself, which a test can't make

    at = f"/applications/{card.id}"
    with count.job("from the call to the email after a voicemail", f"{at}/ask", 2) as hand:
        hand.tap("What happened?", "link")
        hand.tap("I left a message")
        expect(page.get_by_label("Your email")).to_be_visible()

    answered = build.application(person, role="Waiter", stage="feedback_received")
    told = build.feedback(answered, "Your examples were too general.", specific=True)
    build.point(told, "Your examples were too general.")
    page.clock.install()
    with count.job("from a point to a spoken answer", f"/feedback/{told.id}/points", 2) as hand:
        hand.tap("Practise", "link")
        hand.tap("Start")
        expect(page.get_by_role("button", name="Done")).to_be_in_viewport()
        expect(page.locator("[data-clock]")).to_have_text(re.compile("0:0[1-9]"))
        page.clock.fast_forward("00:20")  # a few seconds are no answer
    page.get_by_role("button", name="Done").tap()
    expect(page.get_by_role("heading", name="That was")).to_be_visible()

    with count.job("their words, sorted, and an action", f"{at}/feedback/new", 4) as hand:
        hand.type("Their words", SAID)
        hand.tap("Save")
        hand.tap("Save the ticked ones")
        hand.tap("Act on it", "link")
        hand.tap("Save")
        expect(page.locator("#loop")).to_contain_text("You planned an action for")

    assert not count.over, "\n".join(count.over)


def test_200_silent_applications_are_settled_in_six_taps_with_one_undo(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    today = day_of(now(), person.zone)
    first = build.application(person, role="Clerk", applied_on=today - timedelta(days=90))
    build.application(person, role="Baker", applied_on=today - timedelta(days=1))
    copy_rows(person, first, 199)
    build.application(person, role="Cook", source="Seek")
    build.saved_view(person)
    page = open_page(PHONE, user=person)
    count = Count(page)

    with count.job("open a saved view", "/board", 2) as hand:
        page.locator("summary", has_text="View").tap()
        hand.taps += 1
        expect(page.get_by_role("link", name="Silent ones 200")).to_be_visible()
        hand.tap("Silent ones", "link")
        expect(page.get_by_role("link", name="Show all")).to_be_visible()
    with count.job("one source alone", "/board", 3) as hand:
        page.locator("summary", has_text="View").tap()
        hand.taps += 1
        source = page.get_by_label("Source")
        source.focus()
        source.select_option("Seek")
        hand.taps += 2  # the list, and the choice
        expect(page.locator("#said")).to_have_text("1 application")
        expect(source).to_be_focused()
        page.get_by_role("link", name="Change many at once").tap()
        expect(page.get_by_role("link", name="Stop filtering by Seek")).to_be_visible()

    with count.job("close 200 silent ones, archive them too", "/board", 6) as hand:
        page.locator("summary", has_text="View").tap()
        hand.taps += 1
        hand.tap("Change many at once", "link")
        hand.tap("No reply for longer than usual 200", "link")
        expect(page.get_by_role("button", name=re.compile("as no answer"))).to_have_count(0)
        hand.tap("Choose all 200", "checkbox")
        expect(page.locator("[data-chosen]")).to_have_text("200 chosen")
        expect(
            page.get_by_role("button", name="Mark them as no answer", exact=True)
        ).to_be_visible()
        page.locator("summary", has_text="Archive").tap()
        hand.taps += 1
        for choice in ("No answer", "Withdrawn", "Role closed"):
            choice_of = page.locator(".acts").get_by_role("button", name=choice, exact=True)
            expect(choice_of).to_be_in_viewport(ratio=1)
        hand.tap("No answer", within=page.locator(".acts"))
        expect(page.get_by_role("region", name="200 applications")).to_be_focused()
    with count.job("undo them all", "", 1) as hand:
        hand.tap("Undo")
        expect(page.locator("#toast")).to_contain_text("200 applications as before")
        expect(page.get_by_role("checkbox", name="Choose all 200")).to_be_visible()

    # the first button is filled, whatever is chosen
    page.goto("/board/many")
    filled = page.locator(".acts .main:visible")
    page.get_by_role("checkbox", name="Baker").check()
    expect(page.locator("[data-chosen]")).to_have_text("1 chosen")
    expect(filled).to_have_text("Archive")
    page.get_by_role("checkbox", name="Clerk").first.check()
    expect(filled).to_have_text("Archive")
    page.get_by_role("checkbox", name="Baker").uncheck()
    expect(filled).to_have_text("Mark as no answer")
    every = page.locator(".acts").get_by_role("button", name="Choose all 202")
    expect(every).to_be_hidden()  # the box on top is in view
    page.locator(".picks > :last-child").scroll_into_view_if_needed()
    every.tap()
    expect(page.get_by_role("button", name="Clear")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="Choose all 202")).to_be_focused()
    expect(page.locator(".acts")).to_be_hidden()

    assert not count.over, "\n".join(count.over)


def test_what_the_last_rows_dots_open_stands_above_the_bar(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    for number in range(12):
        build.lead(person, role=f"Ranger {number}", link="https://jobs.example.org/7")
    page = open_page(PHONE, user=person, path="/leads")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    page.locator(".leads summary").last.tap()

    last = page.locator(".leads .menu[open] button").last.get_attribute("aria-label")
    until(page, f"({ON_TOP})({last!r})")
