"""How many taps each job takes on a phone, and how long it takes a script that doesn't think.

`bin/test -n 0 -s e2e/test_taps.py` prints the table of docs/guide.md: taps, characters typed,
seconds of the script (nothing between two taps but the program itself), and an estimate for a
person by the keystroke-level model (Card, Moran and Newell): for every tap 1.35 s to decide, 1.1 s
to point, 0.2 s to press; 0.33 s for every character (36 words a minute, usual on a phone); the
script's seconds as the program's own part.
"""

import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.clock import now
from tracker.models import Application, User
from tracker.values.days import day_of

DECIDE, POINT, PRESS, CHARACTER = 1.35, 1.1, 0.2, 0.33
SAID = "You told us what the team did. We wanted to hear what you did yourself."


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

    def type(self, label: str, text: str) -> None:
        """Fill in a field; that one taps into it first counts unless it has the focus already."""
        field = self.page.get_by_label(label).first
        if not field.evaluate("field => field === document.activeElement"):
            field.tap()
            self.taps += 1
        field.fill(text)
        self.characters += len(text)


class Job(NamedTuple):
    """What is to be done, from where, and how many taps it may take."""

    words: str
    start: str
    do: Callable[[Hand, Application], None]
    most: int


def said_no(hand: Hand, card: Application) -> None:
    hand.tap("Move", within=hand.page.locator(f"#card-{card.id}"))
    hand.tap("They said no")
    expect(hand.page.get_by_role("heading", name="I’m sorry")).to_be_visible()


def moved(hand: Hand, card: Application) -> None:
    hand.tap("Move", within=hand.page.locator(f"#card-{card.id}"))
    hand.tap("Interview", within=hand.page.locator("dialog[open]"))
    expect(hand.page.locator("#toast").get_by_text("Moved to Interview")).to_be_visible()


def moved_and_back(hand: Hand, card: Application) -> None:
    moved(hand, card)
    hand.tap("Undo")
    expect(hand.page.locator(f"#column-applied #card-{card.id}")).to_be_visible()


def added(hand: Hand, card: Application) -> None:
    hand.bar("Add")
    expect(hand.page.get_by_label("Company")).to_be_focused()
    hand.type("Company", "Wattlebird")
    hand.type("Role", "Analyst")
    hand.tap("Save")
    expect(hand.page.get_by_text("Added Analyst at Wattlebird.")).to_be_visible()


def noted(hand: Hand, card: Application) -> None:
    hand.page.locator(f"#card-{card.id} a").first.tap()
    hand.taps += 1
    hand.type("Note", "Ask about Tuesdays")
    hand.tap("Save note")
    expect(hand.page.locator("#timeline")).to_contain_text("Ask about Tuesdays")


def called(hand: Hand, card: Application) -> None:
    hand.tap("Ask for advice: Cook", "link")
    hand.tap("Skip", "link", hand.page.locator("main"))
    expect(hand.page.get_by_role("list", name="What to say")).to_be_in_viewport()
    expect(hand.page.get_by_role("link", name="Call Mary")).to_be_in_viewport()
    hand.taps += 1  # the call itself, which a test can't make


def wrote(hand: Hand, card: Application) -> None:
    hand.tap("What happened?", "link")
    hand.tap("I left a message")
    expect(hand.page.get_by_label("Your email")).to_be_visible()


def acted(hand: Hand, card: Application) -> None:
    hand.type("Their words", SAID)
    hand.tap("Save")
    hand.tap("Save the ticked ones")
    hand.tap("Act on it", "link")
    hand.tap("Save")
    expect(hand.page.locator("#loop")).to_contain_text("You planned this for")


JOBS = [
    Job("move a card, seen", "/board", moved, 2),
    Job("the same, and undo it", "/board", moved_and_back, 3),
    Job("“they said no”, kept, from the board", "/board", said_no, 2),
    Job("add by hand: company and role", "/board", added, 3),
    Job("a note on a card", "/board", noted, 3),
    Job("from Today to the call, its words in view", "/today", called, 3),
    Job("from the call to the email after a voicemail", "/applications/{}/ask", wrote, 2),
    Job("their words, sorted, and an action with a day", "/applications/{}/feedback/new", acted, 4),
]


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.do.__name__)
def test_a_job_takes_no_more_taps_than_promised(
    open_page: Callable[..., Page], build: Build, person: User, job: Job
) -> None:
    after = job.do in (called, wrote, acted)
    card = build.application(person, role="Cook", stage="rejected" if after else "applied")
    if after:
        build.interview(card, starts_at=now() - timedelta(days=3), rating=3)
        build.part(card, build.contact(person, "Mary Chen", phone="0400 000 000"), "interviewer")
        build.rejection(card, on=day_of(now(), person.zone), how="email")
    page = open_page(
        PHONE | {"reduced_motion": "reduce"}, user=person, path=job.start.format(card.id)
    )
    hand = Hand(page)

    begun = time.perf_counter()
    job.do(hand, card)
    took = time.perf_counter() - begun

    person_takes = took + hand.taps * (DECIDE + POINT + PRESS) + hand.characters * CHARACTER
    words = re.sub(r"\s+", " ", job.words)
    print(f"| {words} | {hand.taps} | {hand.characters} | {took:.1f} | {person_takes:.0f} |")
    assert hand.taps <= job.most
