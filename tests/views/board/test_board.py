"""The board: what it shows, what it costs, and when it need not be sent again."""

import html
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.browser import Browser
from tests.builders import Build
from tests.many import copy_rows
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application
from tracker.models.reads.board import LONGEST


def more_of(page: str) -> str:
    found = re.search(r'hx-get="(/board/columns/[^"]+)"', page)
    assert found is not None
    return html.unescape(found.group(1))


def test_board_sends_a_stranger_to_the_sign_in_page(visitor: Browser) -> None:
    response = visitor.get("/board")

    assert response.status_code in (302, 303)
    assert response.headers["Location"].startswith("/login")


def test_board_without_applications_says_how_to_begin(browser: Browser) -> None:
    page = browser.get("/board").text

    assert 'href="/imports"' in page
    assert 'href="/applications/new"' in page


def test_board_shows_each_card_in_the_column_of_its_stage(browser: Browser, build: Build) -> None:
    card = build.application(
        browser.user, role="Baker", company="O’Connor & Østberg", stage="rejected"
    )

    page = browser.get("/board").text
    column = page.partition('id="column-rejected"')[2].partition("</section>")[0]

    assert f'id="card-{card.id}"' in column
    assert ">Baker</a></h3>" in column and "<bdi>O’Connor &amp; Østberg</bdi>" in column


def test_board_never_shows_the_cards_of_another_person(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    build.application(sign_in().user, company="Not Yours Ltd")
    build.application(browser.user, company="Mine")

    page = browser.get("/board").text

    assert "Mine" in page
    assert "Not Yours Ltd" not in page


def test_board_leaves_out_what_is_archived_or_deleted(browser: Browser, build: Build) -> None:
    build.application(browser.user, company="Still here")
    build.application(browser.user, company="Long gone", archived_at=now())
    build.application(browser.user, company="Thrown away", deleted_at=now())

    page = browser.get("/board").text

    assert "Still here" in page
    assert "Long gone" not in page
    assert "Thrown away" not in page


def test_board_pins_an_open_offer_on_top_of_its_column(browser: Browser, build: Build) -> None:
    offer = build.application(
        browser.user, stage="interview", offer_received_on=now().date(), position=50
    )
    newer = build.application(browser.user, stage="interview", position=-50)

    page = browser.get("/board").text

    assert page.index(f'id="card-{offer.id}"') < page.index(f'id="card-{newer.id}"')


def test_long_column_loads_on_where_it_stopped(browser: Browser, build: Build) -> None:
    with build.together():
        ids = [build.application(browser.user, position=n).id for n in range(30)]

    first = browser.get("/board").text
    more = more_of(first)
    rest = browser.get(more, htmx=True).text

    assert f'id="card-{ids[24]}"' in first
    assert f'id="card-{ids[25]}"' not in first
    assert [n for n in ids if f'id="card-{n}"' in rest] == ids[25:]
    assert "hx-get" not in rest


@pytest.mark.both_databases
def test_further_cards_of_a_column_are_a_page_without_script(
    browser: Browser, build: Build
) -> None:
    with build.together():
        for n in range(27):
            build.application(browser.user, position=n)
    first = browser.get("/board").text
    more = more_of(first)

    page = browser.get(more).text

    assert page.startswith("<!doctype html>")
    assert page.count("<article") == 2


def test_column_shows_as_many_cards_as_its_address_asks_for(browser: Browser, build: Build) -> None:
    copy_rows(browser.user, build.application(browser.user, position=119), 119)

    def shown(query: str) -> int:
        return browser.get(f"/board?{query}").text.count("<article")

    assert shown("applied=75") == 75
    assert shown("applied=74") == shown("applied=76") == 75
    assert shown("applied=75&q=bank") == 75
    assert shown("applied=500") == shown("applied=9999") == 120
    assert shown("rejected=75") == 25
    for nonsense in ("", "0", "-50", "x", "99999999999", "٧٥", "7.5"):
        assert shown(f"applied={nonsense}") == 25
    assert "after=0.74." in more_of(browser.get("/board?applied=75").text)


def test_page_of_a_card_leads_back_to_it_however_far_down_it_is(
    browser: Browser, build: Build
) -> None:
    with build.together():
        cards = [build.application(browser.user, position=n) for n in range(60)]
        rejected = build.application(browser.user, stage="rejected")

    def back(card: Application) -> str:
        page = browser.get(f"/applications/{card.id}").text
        found = re.search(r'class="back" href="([^"]+)"', page)
        assert found is not None
        return found[1]

    assert back(cards[24]) == f"/board#card-{cards[24].id}"
    assert back(cards[25]) == f"/board?applied=50#card-{cards[25].id}"
    assert back(cards[59]) == f"/board?applied=75#card-{cards[59].id}"
    assert back(rejected) == f"/board#card-{rejected.id}"


def test_page_of_a_card_too_far_down_leads_back_to_its_column(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, position=LONGEST)
    copy_rows(browser.user, card, LONGEST)

    assert 'href="/board#column-applied"' in browser.get(f"/applications/{card.id}").text


def test_column_of_no_such_stage_is_not_found(browser: Browser) -> None:
    assert browser.get("/board/columns/hired").status_code == 404


def test_unchanged_board_is_not_sent_again(browser: Browser, build: Build) -> None:
    build.application(browser.user)
    etag = browser.get("/board").headers["ETag"]

    assert browser.get("/board", headers={"If-None-Match": etag}).status_code == 304


def test_board_is_sent_again_after_a_change(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    etag = browser.get("/board").headers["ETag"]
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )

    response = browser.get("/board", headers={"If-None-Match": etag})

    assert response.status_code == 200


def test_board_is_sent_again_when_an_interview_has_passed(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + timedelta(hours=1))
    etag = browser.get("/board").headers["ETag"]
    until = int(etag.rstrip('"').rpartition("-")[2])

    assert until <= (now() + timedelta(hours=3)).timestamp()


def test_board_of_a_hundred_cards_asks_the_database_no_more_than_one_of_ten(
    browser: Browser, build: Build
) -> None:
    def asked() -> int:
        statements: list[str] = []

        def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
            statements.append(statement)

        browser.get("/board")  # the base address is asked for again every few seconds
        event.listen(db.engine, "before_cursor_execute", note)
        browser.get("/board")
        event.remove(db.engine, "before_cursor_execute", note)
        return len([s for s in statements if s.startswith("SELECT")])

    with build.together():
        for n in range(10):
            build.application(browser.user, stage="rejected" if n % 2 else "applied")
    few = asked()
    with build.together():
        for n in range(90):
            build.application(browser.user, stage="rejected" if n % 2 else "applied")

    assert asked() == few <= 6
