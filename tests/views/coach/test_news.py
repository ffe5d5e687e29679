"""On a second visit, what is new since the last is marked."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.loop.stage import Stage
from tracker.models import Offer, ShareLink, User
from tracker.models.application import Application
from tracker.models.changes.offer import add_round
from tracker.models.changes.stage import move, undo
from tracker.sharing.selection import USUAL, Selection, SharedPart
from tracker.views.coach import shared_page

NEW = "New since"


@pytest.fixture
def owner(build: Build) -> User:
    """Somebody whose coach has been here two days ago, and saw one application."""
    return build.user(name="Robin")


@pytest.fixture
def opens(
    app: Flask, build: Build, owner: User, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Open the link so many hours ago; what the page says."""
    _, token = build.link(owner, choice=Selection(USUAL).as_json())
    coach = Browser.of(app)

    def open_(hours_ago: float = 0) -> str:
        at = now() - timedelta(hours=hours_ago)
        monkeypatch.setattr(shared_page, "now", lambda: at)
        return coach.get(f"/s/{token}").text

    return open_


def panel(page: str) -> str:
    """What stands below "New since"."""
    _, _, after = page.partition('aria-labelledby="news"')
    return " ".join(
        re.sub(r"<[^>]+>", " ", after.partition(">")[2].partition("</section>")[0]).split()
    )


def sent_before(build: Build, owner: User, **facts: Any) -> Application:
    """An application that the coach has seen."""
    return build.application(owner, at=now() - timedelta(days=9), **facts)


def test_a_first_visit_marks_nothing(opens: Callable[..., str], build: Build, owner: User) -> None:
    build.application(owner)
    page = opens()

    assert NEW not in page
    assert "<b>New</b>" not in page


def test_a_second_visit_names_what_was_written_down_since_and_marks_it(
    opens: Callable[..., str], build: Build, owner: User
) -> None:
    sent_before(build, owner, role="Seen before", company="Acme")
    opens(48)
    with build.together():
        card = build.application(owner, role="Baker", company="Bright Bread")
        build.interview(card)
        build.rejection(card)
        build.action(owner, what="Practise aloud")
    page = opens()

    assert panel(page).startswith(NEW)
    for told in (
        "Sent 1 Baker, Bright Bread",
        "Interviews 1 Baker, Bright Bread",
        "They said no 1 Baker, Bright Bread",
        "Planned 1 Practise aloud",
    ):
        assert told in panel(page)
    assert "Seen before" not in panel(page)
    assert page.count("<b>New</b>") == 4
    assert "2 · 1 new</small>" in page.replace("\n", "")


def test_a_page_loaded_again_within_the_hour_is_the_same_visit(
    opens: Callable[..., str], build: Build, owner: User
) -> None:
    opens(48)
    build.application(owner, role="Baker", company="Bright Bread")
    first = panel(opens(0.9))

    assert "Baker" in first
    assert panel(opens(0.5)) == first
    assert panel(opens()) == first


def test_at_the_visit_after_that_it_is_new_no_more(
    opens: Callable[..., str], build: Build, owner: User
) -> None:
    opens(48)
    sent_before(build, owner, role="Baker")
    opens(24)

    assert "Nothing new since then." in panel(opens())


def test_a_move_is_told_unless_it_was_taken_back(
    opens: Callable[..., str], build: Build, owner: User
) -> None:
    on, back = sent_before(build, owner, role="Baker"), sent_before(build, owner, role="Miller")
    opens(48)
    with writing(owner) as session:
        move(session, session.get_one(Application, on.id), Stage.INTERVIEW, now())
        moved = session.get_one(Application, back.id)
        undo(session, moved, move(session, moved, Stage.INTERVIEW, now()), now())
    page = opens()

    assert "Moved 1 Baker" in panel(page) and "Waiting" in panel(page)
    assert "Miller" not in panel(page)
    assert page.count("<b>Moved</b>") == 1


def test_an_action_that_was_done_since_and_an_offer_are_told(
    opens: Callable[..., str], build: Build, owner: User
) -> None:
    old = now() - timedelta(days=9)
    today = now().date()
    build.action(owner, what="Done long ago", created_at=old, updated_at=old, done_on=old.date())
    opens(48)
    build.action(owner, what="Done since", created_at=old, updated_at=now(), done_on=today)
    card = build.application(owner, role="Baker", at=old)
    with writing(owner) as session:
        offered = session.get_one(Application, card.id)
        row = Offer.beside(offered, now())
        row.received_on = today
        add_round(session, offered, row)
        offered.touch(now())
    told = panel(opens())

    assert "Done 1 Done since" in told
    assert "Offers 1 Baker" in told
    assert "long ago" not in told and "Sent" not in told


@pytest.mark.parametrize("on", [date(2026, 3, 2), None])
def test_an_offer_is_news_when_it_was_written_down_whatever_its_day(
    opens: Callable[..., str], build: Build, owner: User, on: date | None
) -> None:
    sent_before(build, owner, role="Miller", offer_received_on=on, offer_note="Four days")
    card = sent_before(build, owner, role="Baker")
    opens(48)
    for _ in range(2):
        with writing(owner) as session:
            offered = session.get_one(Application, card.id)
            row = Offer.beside(offered, now())
            row.received_on = on
            add_round(session, offered, row)
    told = panel(opens())

    assert "Offers 1 Baker" in told
    assert "Miller" not in told


def test_a_card_that_is_merely_touched_makes_no_news_of_its_offer(
    opens: Callable[..., str], build: Build, owner: User
) -> None:
    card = sent_before(build, owner, role="Baker", offer_received_on=now().date())
    opens(48)
    with writing(owner) as session:
        session.get_one(Application, card.id).touch(now())

    assert "Offers" not in panel(opens())


def test_what_is_not_ticked_is_no_news(app: Flask, build: Build, owner: User) -> None:
    only = Selection(frozenset({SharedPart.SUMMARY})).as_json()
    _, token = build.link(owner, choice=only, opens=1, last_opened_at=now() - timedelta(days=2))
    build.application(owner, role="Baker")
    build.interview(build.application(owner))
    page = Browser.of(app).get(f"/s/{token}").text

    assert "Baker" not in page
    assert "Interviews" not in panel(page) and "Sent" not in panel(page)


def test_the_owner_sees_in_a_preview_what_will_be_new(
    build: Build, owner: User, sign_in: Callable[..., Browser]
) -> None:
    link, _ = build.link(owner, opens=1, last_opened_at=now() - timedelta(days=2))
    build.application(owner, role="Baker")
    page = sign_in(owner).get(f"/coach/links/{link.id}/preview").text

    assert "Baker" in panel(page)


def test_a_link_remembers_when_it_was_opened_and_when_the_time_before(
    build: Build, owner: User
) -> None:
    link, _ = build.link(owner)
    at = now()
    for hours in (0, 0.5, 30, 30.9):
        with writing() as session:
            ShareLink.opened(session, link.id, at + timedelta(hours=hours))
    with writing() as session:
        read = session.get_one(ShareLink, link.id, populate_existing=True)

        assert (read.opens, read.last_opened_at) == (2, at + timedelta(hours=30.9))
        assert read.seen_before_at == at + timedelta(hours=0.5)
        assert read.new_since(at + timedelta(hours=31)) == at + timedelta(hours=0.5)
        assert read.new_since(at + timedelta(hours=33)) == at + timedelta(hours=30.9)
