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
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Device
from tracker.models.reads.board import LONGEST, SMALL
from tracker.models.reads.board_cards import PAGE

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari"


def more_of(page: str) -> str:
    found = re.search(r'hx-get="(/board/columns/[^"]+)"', page)
    assert found is not None
    return html.unescape(found.group(1))


def test_board_without_applications_says_how_to_begin(browser: Browser) -> None:
    page = browser.get("/board").text

    assert 'href="/imports"' in page
    assert 'href="/applications/new"' in page


def test_board_shows_each_card_in_the_column_of_its_stage_and_an_open_offer_on_top(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    """Neither what is archived or deleted, nor what is another person's."""
    user, mine = browser.user, "O’Connor & Østberg"
    other = sign_in().user
    with build.together():
        card = build.application(user, role="Baker", company=mine, stage="rejected")
        build.application(user, company="Long gone", archived_at=now())
        build.application(user, company="Thrown away", deleted_at=now())
        build.application(other, company="Not Yours Ltd")
        offer = build.application(
            user, stage="interview", offer_received_on=now().date(), position=50
        )
        newer = build.application(user, stage="interview", position=-50)

    page = browser.get("/board").text
    column = page.partition('id="column-rejected"')[2].partition("</section>")[0]

    assert f'id="card-{card.id}"' in column
    assert ">Baker</a></h3>" in column and "<bdi>O’Connor &amp; Østberg</bdi>" in column
    for words in ("Long gone", "Thrown away", "Not Yours Ltd"):
        assert words not in page
    assert page.index(f'id="card-{offer.id}"') < page.index(f'id="card-{newer.id}"')


def test_first_sight_of_the_board_waits_for_one_sheet_of_its_own_and_cards_of_eight_elements(
    browser: Browser, build: Build
) -> None:
    build.application(browser.user, stage="applied")

    head, _, body = browser.get("/board").text.partition("</head>")
    card = body.partition("<article")[2].partition("</article>")[0]

    assert set(re.findall(r'rel="stylesheet" href="/static/css/(\w+)/', head)) <= {"board"}
    waited_for = [tag for tag in re.findall(r"<script[^>]*>", head) if not tag.endswith("defer>")]
    assert len(waited_for) == 1
    assert "/js/first/hold." in waited_for[0]  # holds the page until its style is there
    assert 1 + len(re.findall(r"<[a-z]", card)) <= 8


@pytest.mark.both_databases
def test_long_column_loads_on_where_it_stopped_and_is_a_page_without_script(
    browser: Browser, build: Build
) -> None:
    with build.together():
        ids = [build.application(browser.user, position=n).id for n in range(PAGE + 8)]

    first = browser.get("/board").text
    more = more_of(first)
    rest, page = browser.get(more, htmx=True).text, browser.get(more).text

    assert f'id="card-{ids[PAGE - 1]}"' in first
    assert f'id="card-{ids[PAGE]}"' not in first
    assert [n for n in ids if f'id="card-{n}"' in rest] == ids[PAGE:]
    assert "hx-get" not in rest
    assert page.startswith("<!doctype html>")
    assert page.count("<article") == 8


def test_column_shows_as_many_cards_as_its_address_asks_for(browser: Browser, build: Build) -> None:
    copy_rows(browser.user, build.application(browser.user, position=119), 119)

    def shown(query: str) -> int:
        return browser.get(f"/board?{query}").text.count("<article")

    assert shown("applied=75") == 75
    assert shown("applied=74") == shown("applied=76") == 75
    assert shown("applied=75&q=bank") == 75
    assert shown("applied=500") == shown("applied=9999") == 120
    assert shown("rejected=75") == PAGE
    for nonsense in ("", "-50", "99999999999", "٧٥"):
        assert shown(f"applied={nonsense}") == PAGE
    assert "after=0.74." in more_of(browser.get("/board?applied=75").text)


def test_phone_gets_fewer_cards_of_a_column_at_first_and_goes_on_as_everywhere(
    browser: Browser, build: Build
) -> None:
    with build.together():
        ids = [build.application(browser.user, position=n).id for n in range(SMALL + PAGE + 2)]

    def cards(path: str, **more: bool) -> list[int]:
        page = browser.get(path, headers={"User-Agent": PHONE}, **more).text
        return [int(each) for each in re.findall(r'<article[^>]* id="card-(\d+)"', page)]

    first = browser.get("/board", headers={"User-Agent": PHONE}).text
    assert cards("/board") == cards("/board?q=a") == ids[:SMALL]
    assert cards(more_of(first), htmx=True) == ids[SMALL : SMALL + PAGE]
    # An address names how far a column is loaded only where that is further than at first.
    assert f'data-first="{SMALL}"' in first
    assert cards("/board?applied=14") == ids[:PAGE]


def test_page_of_a_card_leads_back_to_it_however_far_down_it_is(
    browser: Browser, build: Build
) -> None:
    with build.together():
        cards = [build.application(browser.user, position=n) for n in range(60)]
        rejected = build.application(browser.user, stage="rejected")

    def back(card: Application, agent: str = "") -> str:
        page = browser.get(f"/applications/{card.id}", headers={"User-Agent": agent}).text
        found = re.search(r'class="back" href="([^"]+)"', page)
        assert found is not None
        return found[1]

    assert back(cards[14]) == f"/board#card-{cards[14].id}"
    assert back(cards[15]) == f"/board?applied=30#card-{cards[15].id}"
    assert back(cards[59]) == f"/board?applied=60#card-{cards[59].id}"
    assert back(rejected) == f"/board#card-{rejected.id}"

    assert back(cards[11], PHONE) == f"/board#card-{cards[11].id}"
    assert back(cards[12], PHONE) == f"/board?applied=15#card-{cards[12].id}"
    assert back(cards[15], PHONE) == f"/board?applied=30#card-{cards[15].id}"


def test_page_of_a_card_too_far_down_leads_back_to_its_column(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, position=LONGEST)
    copy_rows(browser.user, card, LONGEST)

    assert 'href="/board#column-applied"' in browser.get(f"/applications/{card.id}").text


def test_column_of_no_such_stage_is_not_found(browser: Browser) -> None:
    assert browser.get("/board/columns/hired").status_code == 404


def test_board_kept_by_a_device_of_the_same_number_is_not_shown(
    browser: Browser, build: Build
) -> None:
    build.application(browser.user)
    kept = {"If-None-Match": browser.get("/board").headers["ETag"]}
    with writing() as session:  # as after a restore: numbers are given again
        session.delete(session.get_one(Device, browser.device.id))
        session.flush()
        again = Device.sign_in(browser.user, "After a restore", now())
        again.id = browser.device.id
        session.add(again)
    browser.remember(again.token)

    assert browser.get("/board", headers=kept).status_code == 200


def test_board_is_sent_again_after_a_change(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    etag = browser.get("/board").headers["ETag"]
    assert browser.get("/board", headers={"If-None-Match": etag}).status_code == 304
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


def test_board_of_many_cards_asks_the_database_no_more_than_one_of_two(
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
        cards = [build.application(browser.user, stage=each) for each in ("rejected", "applied")]
    few = asked()
    for card in cards:
        copy_rows(browser.user, card, 30)

    assert asked() == few <= 6
