"""Many at once: filters that combine, with counts; chosen, changed in one step, undone in one."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tests.many import copy_rows
from tests.sent import queries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, BulkChange, StageChange, Tag
from tracker.models.changes.many import MOST
from tracker.models.changes.stage import Stage, move
from tracker.values.days import day_of
from tracker.views.board import many, many_page
from tracker.views.board.filters_presenter import STANDINGS

CHOICE = re.compile(
    r'<a class="chip( on)?" href="([^"]+)"[^>]*>\s*<span dir="auto">([^<]+)</span>\s*'
    r"<small>([\d,]+)</small>"
)
KEYS = iter(range(10**6))


def choices(page: str) -> dict[str, tuple[bool, int, str]]:
    """Each choice of the filters: whether it is chosen, how many it shows, and its address."""
    return {
        html.unescape(name): (bool(on), int(many), html.unescape(to))
        for on, to, name, many in CHOICE.findall(page)
    }


def total(page: str) -> int:
    return int(re.search(r'name="seen" value="(\d+)"', page)[1]) if 'name="seen"' in page else 0


def sent(page: str, **more: Any) -> dict[str, Any]:
    """What the page's form sends besides what is chosen."""
    form = page.partition('id="many"')[2]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    given = {name: html.unescape(value) for name, value in fields if name != "csrf_token"}
    return given | {"key": f"many-{next(KEYS)}"} | more


def text(browser: Browser, answer: Any) -> str:
    """What the next page says of the change, and of who was left, in its toast."""
    page = browser.get(answer.location).text
    changed = page.partition('<h2 id="changed" dir="auto">')[2].partition("</h2>")[0]
    left = page.partition('<div class="toast')[2].partition("</p>")[0].rpartition(">")[2]
    return html.unescape(". ".join(filter(None, (changed, left))))


def silent(build: Build, browser: Browser, count: int, **facts: Any) -> list[Application]:
    on = day_of(now(), browser.user.zone) - timedelta(days=90)
    return [
        build.application(browser.user, role=f"Role {n}", applied_on=on, at=LONG_AGO, **facts)
        for n in range(count)
    ]


def stages(cards: list[Application]) -> list[str]:
    db.session.rollback()
    found = select(Application.stage).where(Application.id.in_([each.id for each in cards]))
    return list(db.session.scalars(found.order_by(Application.id)))


@pytest.mark.both_databases
def test_filters_combine_and_each_count_is_what_its_choice_shows(
    browser: Browser, build: Build
) -> None:
    today = day_of(now(), browser.user.zone)
    first = silent(build, browser, 3, source="Seek", workplace="remote")
    silent(build, browser, 2, source="Indeed", workplace="remote")
    with build.together():
        build.application(browser.user, applied_on=today, source="Seek", workplace="onsite")
        build.application(browser.user, stage="interview", source="Seek")
        no = build.application(browser.user, stage="rejected", source="Indeed")
        build.rejection(no, how="email")
        quiet = build.application(browser.user, stage="rejected", workplace="remote")
        build.rejection(quiet, how="silence")
        build.application(browser.user, archived_at=LONG_AGO, outcome="withdrawn", source="Seek")
        build.application(browser.user, deleted_at=LONG_AGO, source="Seek")
    build.application(build.user(), source="Seek")
    build.tag(browser.user, "Plan B", first[0], no)

    shown = cache(lambda to: total(browser.get(to).text))
    for asked in ("", "?standing=silent", "?source=Seek&tag=plan+b", "?stage=no_answer"):
        for name, (on, fit, to) in choices(browser.get(f"/board/many{asked}").text).items():
            assert on or shown(to) == fit, (asked, name)
    page = browser.get("/board/many").text
    assert total(page) == 9
    found = choices(page)
    assert sum(found[name][1] for name in STANDINGS.values() if name in found) == 9
    page = browser.get("/board/many?standing=silent&workplace=remote&source=Seek").text
    assert total(page) == 3
    assert [choices(page)[name][1] for name in ("Indeed", "Plan B")] == [2, 1]
    assert choices(page)["No reply for longer than usual"][0]  # taps off where it was tapped on
    assert page.count("Stop filtering by") == 2 and 'href="/board/many">Reset</a>' in page
    # the same filters on the board and in the table
    assert browser.get("/board?standing=silent&tag=Plan+B").text.count('class="card ') == 1
    table = browser.get("/board/table?standing=silent&workplace=remote").text
    assert table.count('<th scope="row"') == 5
    for nonsense in ("standing=x", "workplace=1", "stage=%00", "rows=-1", "rows=9999999"):
        assert total(browser.get(f"/board/many?{nonsense}").text) == 9
    page = browser.get("/board/many?tag=gone&q=words").text
    assert "Nothing is left here" in page
    assert 'href="/board/many?tag=gone" aria-label="Stop filtering by “words”"' in page


def test_the_page_asks_few_queries_and_views_and_tags_cost_the_board_none(
    browser: Browser, build: Build
) -> None:
    silent(build, browser, 4, source="Seek")
    for path in ("/board/many", "/board"):
        browser.get(path)
    few = queries(lambda: browser.get("/board"))
    build.tag(browser.user, "Plan B", *db.session.scalars(select(Application)).all())
    with build.together():
        for number in range(4):
            build.saved_view(browser.user, f"View {number}")

    assert queries(lambda: browser.get("/board/many")) <= 9
    assert queries(lambda: browser.get("/board")) == few


def test_all_that_a_filter_shows_are_closed_in_one_step_and_undone_in_one(
    browser: Browser, build: Build
) -> None:
    cards = silent(build, browser, 5)
    other = build.application(browser.user, role="Fresh")
    build.offer(cards[0])  # waits for an answer, so it is no silence any more
    page = browser.get("/board/many?standing=silent").text
    assert total(page) == 4 and "Choose all 4" in page
    whole = sent(page, all="1", do="no_answer", new_tag=" Old  ones ")

    answer = browser.post("/board/many", data=whole)

    said = text(browser, answer)
    assert said == "Marked as no answer, tagged “Old ones”: 4 applications"
    assert stages(cards) == ["applied", *["rejected"] * 4] and stages([other]) == ["applied"]
    # the same again, and a double tap, make nothing more
    assert browser.post("/board/many", data=whole).status_code == 303
    assert len(db.session.scalars(select(BulkChange)).all()) == 1
    undo = f"/board/many/{db.session.scalars(select(BulkChange.id)).one()}/reversal"
    assert undo in browser.get("/board/many/changes").text
    for came in ("http://[/", "http://localhost/board/many"):
        headers = {"Referer": came, "HX-Current-URL": came}
        assert browser.post(undo, data={"key": "undo"}, headers=headers).status_code == 303
    again = browser.post(
        undo, data={"key": "undo"}, headers={"HX-Current-URL": "http://[/"}, htmx=True
    )
    assert again.status_code == 200
    assert stages(cards) == ["applied"] * 5
    assert total(browser.get("/board/many?standing=silent").text) == 4
    assert undo not in browser.get("/board/many/changes").text


def test_closing_together_has_the_very_rows_of_todays_list_chosen_and_closes_all_of_them(
    browser: Browser, build: Build
) -> None:
    on = day_of(now(), browser.user.zone) - timedelta(days=400)
    old = [
        build.application(browser.user, role=f"Role {n}", applied_on=on, at=LONG_AGO, stage=stage)
        for n, stage in enumerate(("applied", "applied", "interview", "interview"))
    ]
    later = silent(build, browser, 2)
    listed = browser.get("/today/further?kind=close").text
    together = html.unescape(re.search(r'href="([^"]+)">Mark them as no answer', listed)[1])

    page = browser.get(together).text
    chosen = re.findall(r'name="card" value="(\d+)"[^>]* checked', page)
    assert {int(each) for each in chosen} == {each.id for each in old}
    assert set(re.findall(r'id="today-(\d+)"', listed)) == set(chosen)
    assert "Choose all 4" in page and not choices(page), "no other words for how they stand"
    assert 'href="/today/further?kind=close"><span class="vh">Back to </span>To close' in page
    assert 'data-likely="no_answer"><span>Mark' in page, "the likely button is in view"

    answer = browser.post("/board/many", data=sent(page, card=chosen, do="no_answer"))
    assert text(browser, answer) == "4 applications"
    assert stages(old) == ["rejected"] * 4 and stages(later) == ["applied"] * 2
    after = browser.get(answer.location).text
    assert ">Marked as no answer</h1>" in after and "Nothing more to close" not in after
    assert '<a href="/board/many/changes">What you changed at once</a>' in after
    assert '<a class="button main full" href="/today">Back to Today' in after
    undo = re.search(r'action="(/board/many/\d+/reversal)"', after)[1]
    headers = {"Referer": f"http://localhost{answer.location}"}
    back = browser.post(undo, data={"key": "undo"}, headers=headers)
    assert back.location.endswith("/board/many?step=close")
    assert stages(old) == ["applied", "applied", "interview", "interview"]
    assert total(browser.get(back.location).text) == 4


def test_of_more_to_close_than_are_in_view_all_are_chosen_by_one_box(
    browser: Browser, build: Build
) -> None:
    on = day_of(now(), browser.user.zone) - timedelta(days=400)
    copy_rows(browser.user, build.application(browser.user, applied_on=on, at=LONG_AGO), 120)

    page = browser.get("/board/many?step=close&all=1").text
    assert total(page) == 121 and 'name="all" value="1" checked' in page
    answer = browser.post("/board/many", data=sent(page, all="1", do="no_answer"))
    assert text(browser, answer) == "121 applications"


def test_what_changed_after_the_page_was_made_is_left_and_said_and_named_by_undo(
    browser: Browser, build: Build
) -> None:
    cards = silent(build, browser, 3)
    page = browser.get("/board/many?standing=silent").text
    with writing(browser.user) as session:
        session.get_one(Application, cards[1].id).touch(now())

    given = sent(page, all="1", do="no_answer")
    answer = browser.post("/board/many", data=given)

    assert "2 applications. Left as they were: 1 changed meanwhile." in text(browser, answer)
    assert stages(cards) == ["rejected", "applied", "rejected"]
    # another tab that was opened at the same time, too
    answer = browser.post("/board/many", data=given | {"key": "another tab"})
    said = text(browser, answer)
    assert "Nothing was changed. Left as they were: 2 no longer fit, 1 changed meanwhile." in said
    with writing(browser.user) as session:
        move(session, session.get_one(Application, cards[2].id), Stage.INTERVIEW, now())
    undo = f"/board/many/{db.session.scalars(select(BulkChange.id)).one()}/reversal"
    said = text(browser, browser.post(undo, data={"key": "back"}))
    assert "1 application as before. Changed since, so left as they are: Role 2." in said
    assert stages(cards) == ["applied", "applied", "interview"]


def test_the_first_button_is_filled_whatever_is_filtered_and_enter_in_a_field_closes_nothing(
    browser: Browser, build: Build
) -> None:
    silent(build, browser, 1)
    build.application(browser.user, role="Fresh", applied_on=day_of(now(), browser.user.zone))
    over = build.application(browser.user, role="Over", stage="rejected")
    build.rejection(over, how="silence")

    filled = r'<(button|summary)[^>]*class="(?:button )?main"[^>]*data-likely="(\w+)"(?! hidden)'
    for asked, likely in (
        ("", [("summary", "archive")]),
        ("?standing=waiting", [("summary", "archive")]),
        ("?standing=silent", [("button", "no_answer")]),
        ("?standing=no_answer", [("summary", "archive")]),
        ("?stage=no_answer", [("summary", "archive")]),
        ("?stage=applied", [("summary", "archive")]),
    ):
        form = browser.get(f"/board/many{asked}").text.partition('id="many"')[2]
        assert re.findall(filled, form) == likely, asked
        first = re.search(r"<button(?! form=)[^>]*>", form)
        assert first and 'name="do" value="rest"' in first[0], asked
    rows = re.findall(
        r'data-fits="(\w*)".*?<b dir="auto">(.*?)</b>', browser.get("/board/many").text, re.DOTALL
    )
    assert {name: fits for fits, name in rows} == {
        "Fresh": "", "Role 0": "no_answer", "Over": "archive"
    }  # fmt: skip


@pytest.mark.both_databases
def test_what_was_changed_stays_in_view_with_its_undo_until_it_is_undone(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    silent(build, browser, 8)
    build.tag(browser.user, "Plan B")
    page = browser.get("/board/many?standing=silent").text
    changed = browser.post("/board/many", data=sent(page, all="1", do="no_answer")).location

    page = browser.get(changed).text
    part = page.partition('class="just"')[2].partition('class="tools"')[0]
    assert part.count('href="/applications/') == 5 and "and 3 more" in part
    assert "data-undo" in part and "Marked as no answer: 8 applications" in part
    undo = re.search(r'action="([^"]+)"', part)[1]
    assert 'class="just"' not in sign_in().get(changed).text
    for wrong in ("x", "0", "9" * 40):
        assert 'class="just"' not in browser.get(f"/board/many?changed={wrong}").text
    back = browser.post(undo, data={"key": "u"}, headers={"Referer": f"http://localhost{changed}"})
    assert back.location == "/board/many?standing=silent"
    assert 'class="just"' not in browser.get(changed).text
    # what fits still is tinted where it stands; a tag at hand is one tap
    page = browser.get("/board/many").text
    one = re.search(r'name="card" value="(\d+)"', page)[1]
    page = browser.get(
        browser.post("/board/many", data=sent(page, card=one, put="Plan B")).location
    )
    assert page.text.count('class="fresh"') == 1 and "Tagged “Plan B”: 1 application" in page.text
    tinted = page.text.partition('class="fresh"')[2].partition("</li>")[0]
    assert f'value="{one}"' in tinted and "Plan B" in tinted
    answer = browser.post("/board/many", data=sent(page.text, card=one, put="never"))
    assert answer.status_code == 422


def test_more_that_fit_by_now_are_shown_before_anything_is_done(
    browser: Browser, build: Build
) -> None:
    cards = silent(build, browser, 2)
    page = browser.get("/board/many?standing=silent").text
    given = sent(page, all="1", do="no_answer") | {"seen": "1"}

    answer = browser.post("/board/many", data=given)

    assert answer.status_code == 409 and "Nothing was changed" in answer.text
    assert stages(cards) == ["applied"] * 2


def test_picked_one_by_one_they_are_archived_or_tagged(browser: Browser, build: Build) -> None:
    cards = silent(build, browser, 3)
    over = build.application(browser.user, stage="rejected", at=LONG_AGO)
    tag = build.tag(browser.user, "Plan B", cards[2])
    page = browser.get("/board/many").text
    picked = [str(cards[0].id), str(cards[0].id), str(over.id)]

    said = text(
        browser,
        browser.post("/board/many", data=sent(page, card=picked, do="rest", outcome="withdrawn")),
    )
    assert said == "Archived as “Withdrawn”: 2 applications"
    page = browser.get("/board/many").text
    picked = [str(each.id) for each in cards]
    both = {"new_tag": "plan b", "untag": str(tag.id)}
    refused(browser, page, 422, "both at once", card=picked, do="rest", **both)
    refused(browser, page, 422, "One at a time", card=picked, do="rest", new_tag="a, b")
    given = sent(page, card=picked, do="rest", new_tag="plan b")
    said = text(browser, browser.post("/board/many", data=given))
    assert "2 applications. Left as they were: 1 where there was nothing to change" in said
    db.session.rollback()
    assert db.session.scalars(select(Tag.name)).all() == ["Plan B"]
    assert "Archived" in browser.get("/board/archived").text


def refused(browser: Browser, page: str, status: int, words: str, **given: Any) -> None:
    answer = browser.post("/board/many", data=sent(page, **given))
    assert (answer.status_code, words in html.unescape(answer.text)) == (status, True), given


def test_what_makes_no_sense_is_refused_with_what_was_ticked_and_changes_nothing(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    cards = silent(build, browser, 2)
    mine, theirs = cards[0], build.application(sign_in().user, at=LONG_AGO)
    page = browser.get("/board/many").text

    refused(browser, page, 422, "Choose some first", do="no_answer")
    refused(browser, page, 422, "Type a tag, or choose one", card=str(mine.id), do="rest")
    answer = browser.post("/board/many", data=sent(page, card=str(mine.id), do="rest"))
    assert re.search(f'value="{mine.id}"[^>]* checked', answer.text)
    long = {"card": str(mine.id), "do": "rest", "new_tag": "x" * 501}
    refused(browser, page, 422, "Please shorten this by 1", **long)
    for wrong in ({"outcome": "offer_accepted"}, {"untag": "999"}, {"untag": str(2**63)}):
        refused(browser, page, 422, "one of these", card=str(mine.id), do="rest", **wrong)
    for card in (str(theirs.id), "0", "x", "9" * 30, "-1"):
        refused(browser, page, 404, "", card=[str(mine.id), card], do="no_answer")
    numbers = [str(number) for number in range(1, 50_001)]
    few = numbers[: MOST + 1]
    refused(browser, page, 422, f"up to {MOST:,} at once", card=few, do="no_answer")
    refused(browser, page, 413, "", card=numbers, do="no_answer")
    before_all = "0001-01-01T00:00:00+14:00"
    for moment in ("", "x", "2026-01-01", "2999-01-01T00:00:00+00:00", before_all):
        old = {"card": str(mine.id), "seen_at": moment}
        refused(browser, page, 422, "out of date", do="no_answer", **old)

    assert stages([*cards, theirs]) == ["applied"] * 3
    assert db.session.scalars(select(BulkChange)).all() == []
    change = build.bulk_change(browser.user, cards[1])
    undo = f"/board/many/{change.id}/reversal"
    assert sign_in().post(undo).status_code == 404
    assert stages(cards) == ["applied", "rejected"]
    for wrong_address in ("http://[/", "http://[1.2.3.4]/board/many"):
        answer = browser.post(undo, headers={"Referer": wrong_address})
        assert answer.location == "/board/many"


def test_tags_of_the_longest_names_are_told_in_a_line(browser: Browser, build: Build) -> None:
    [card] = silent(build, browser, 1)
    gone = build.tag(browser.user, "y" * 500, card)
    page = browser.get("/board/many").text
    given = {"card": str(card.id), "do": "rest", "new_tag": "w" * 500, "untag": str(gone.id)}

    assert browser.post("/board/many", data=sent(page, **given)).status_code == 303

    [change] = db.session.scalars(select(BulkChange))
    assert len(change.said) < 200


def test_so_many_at_a_time_and_the_rest_is_said(
    browser: Browser, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (many, many_page):
        monkeypatch.setattr(module, "MOST", 3)
    silent(build, browser, 5)
    page = browser.get("/board/many").text
    assert "Choose the first 3" in page

    given = sent(page, all="1", do="rest", new_tag="x")
    said = text(browser, browser.post("/board/many", data=given))

    assert "3 applications. 2 more fit: choose them next." in said


def test_a_step_of_more_than_thirty_days_ago_is_let_go(browser: Browser, build: Build) -> None:
    (card,) = silent(build, browser, 1)
    number = build.bulk_change(browser.user, card).id
    with writing(browser.user) as session:
        session.get_one(BulkChange, number).at = now() - timedelta(days=31)

    assert "Nothing to undo" in browser.get("/board/many/changes").text
    build.bulk_change(browser.user, build.application(browser.user))
    assert browser.post(f"/board/many/{number}/reversal").status_code == 404


def test_a_closed_one_reads_as_if_closed_by_hand(browser: Browser, build: Build) -> None:
    (card,) = silent(build, browser, 1)
    build.bulk_change(browser.user, card)

    page = browser.get(f"/applications/{card.id}").text
    assert "No answer" in page
    assert len(db.session.scalars(StageChange.of(card)).all()) == 2
