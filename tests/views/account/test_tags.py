"""My tags: on applications and off them, in search, under other names, and back by Undo."""

import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

from sqlalchemy import select

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tests.exports.made import made
from tests.exports.readers import EVERYTHING_IN
from tests.sent import form_of, undo_of
from tracker.clock import now
from tracker.exports.formats import FOR_OTHERS
from tracker.extensions import db
from tracker.models import ApplicationTag, Export, Tag
from tracker.sharing.selection import Selection, SharedPart
from tracker.values.days import day_of


def rename(browser: Browser, tag: Tag, name: str) -> int:
    """The status of the answer."""
    address = f"/tags/{tag.id}"
    form = form_of(browser.get(address).text, address)
    return browser.post(address, data=form | {"name": name}).status_code


def names() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Tag.name).order_by(Tag.name)))


def test_tags_are_typed_on_an_application_shown_there_searched_and_filtered(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, role="Baker")
    other = build.application(browser.user, role="Cook")
    address = f"/applications/{card.id}"
    form = form_of(browser.get(f"{address}/edit").text, address)
    form |= {"tags": ["Plan B, Überlegt", "plan b"]}
    assert browser.post(f"/applications/{card.id}", data=form).status_code == 303

    page = browser.get(f"/applications/{card.id}").text
    assert "Tags" in page and "Plan B" in page and "Überlegt" in page
    assert 'value="Plan B" checked' in browser.get(f"/applications/{card.id}/edit").text
    for q in ("plan b", "ÜBERLEGT"):
        found = browser.get("/board/table", query_string={"q": q}).text
        assert "Plan B, Überlegt" in found
        assert f"/applications/{card.id}" in found and f"/applications/{other.id}" not in found
    assert names() == ["Plan B", "Überlegt"]
    form = form_of(browser.get(f"{address}/edit").text, address)
    browser.post(address, data=form | {"tags": "Other"})
    assert f"/applications/{card.id}" not in browser.get("/board/table?q=plan").text


def test_a_tag_gets_another_name_and_two_of_one_name_become_one(
    browser: Browser, build: Build
) -> None:
    cards = [build.application(browser.user) for _ in range(3)]
    first = build.tag(browser.user, "Sydney", cards[0], cards[1])
    second = build.tag(browser.user, "Perth", cards[1], cards[2])
    assert 'id="tags"' in browser.get("/skills").text  # where they stood before leads on
    page = browser.get("/tags").text
    assert f'href="/tags/{first.id}"' in page and "Perth" in page
    assert not re.search(r'class="meta">0<', page)
    page = browser.get(f"/tags/{first.id}").text
    assert (
        len(re.findall(r'<a href="/applications/\d', page)) == 2
        and "<option>Perth</option>" in page
    )

    assert rename(browser, first, "sydney") == 303
    assert names() == ["Perth", "sydney"]
    assert browser.get("/board/table?q=sydney").text.count('<th scope="row"') == 2
    address = f"/tags/{first.id}"
    form = form_of(browser.get(address).text, address) | {"name": "PERTH"}
    joined = browser.post(address, data=form)

    assert names() == ["PERTH"] and joined.location == f"/tags/{second.id}"
    assert "Both are “PERTH” now" in browser.get(joined.location).text
    assert len(db.session.scalars(select(ApplicationTag.application_id)).all()) == 3
    assert browser.post(address, data=form).location == joined.location  # two taps
    assert browser.post(address, data=form | {"key": "another"}).status_code == 404
    for wrong in ("", "a, b", "x" * 501):
        assert rename(browser, second, wrong) == 422
    answer = browser.post("/tags", data={"tags": " , "})
    assert answer.status_code == 422 and "Type a word or two first." in answer.text
    browser.post("/tags", data={"tags": "perth, Hobart"})
    assert names() == ["Hobart", "PERTH"]


def test_figure_of_a_tag_is_what_its_link_opens(browser: Browser, build: Build) -> None:
    with build.together():
        live = [build.application(browser.user) for _ in range(2)]
        away = build.application(browser.user, archived_at=LONG_AGO, outcome="withdrawn")
        binned = build.application(browser.user, deleted_at=LONG_AGO)
        tag = build.tag(browser.user, "Plan B", *live, away, binned)

    build.tag(browser.user, "Unused")
    listed = browser.get("/tags").text
    assert re.findall(r'<span class="meta">(.+?)</span>', listed) == ["2", "not used yet"]
    page = browser.get(f"/tags/{tag.id}").text
    figures = re.findall(r'href="(/board/[^"]+)">(\d+) (?:on|archived)', page)
    led = {"Referer": f"http://localhost/tags/{tag.id}"}
    shown = [browser.get(href, headers=led).text for href, _ in figures]
    assert all(f'class="back" href="/tags/{tag.id}"' in each for each in shown)
    assert [many for _, many in figures] == ["2", "1"]
    assert 'name="seen" value="2"' in shown[0]
    assert shown[1].count('<th scope="row"') == 1


def test_a_tag_that_is_removed_comes_back_everywhere_even_where_it_was_made_anew(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    card = build.application(browser.user)
    tag = build.tag(browser.user, "Plan B", card)
    assert sign_in().post(f"/tags/{tag.id}/removal").status_code == 404
    gone = browser.post(f"/tags/{tag.id}/removal", data={"key": "a"})
    undo = undo_of(browser.get(gone.location).text)
    assert names() == []
    browser.post("/tags", data={"tags": "plan b"})

    assert browser.post(undo, data={"key": "b"}).status_code == 303

    assert names() == ["plan b"]
    assert db.session.scalars(select(ApplicationTag.application_id)).all() == [card.id]


def test_no_link_and_no_file_for_others_has_tags_but_a_table_where_they_are_ticked(
    visitor: Browser, browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, role="Baker", applied_on=day_of(now(), ZoneInfo("UTC")))
    build.tag(browser.user, "MARK-tag", card)
    _, token = build.link(browser.user, choice=Selection(frozenset(SharedPart)).as_json())
    assert "Baker" in visitor.get(f"/s/{token}").text
    for path in (f"/s/{token}", f"/s/{token}/applications/{card.id}"):
        assert "MARK-tag" not in visitor.get(path).text
    everything = Selection(frozenset(SharedPart), people=True)
    for name in set(FOR_OTHERS) - {"pdf"}:  # which is written from the report that Word gets
        shown = EVERYTHING_IN[name](made(browser.user, name, everything))
        assert ("MARK-tag" in shown) == (name in ("xlsx", "csv")), name
    assert "MARK-tag" not in EVERYTHING_IN["csv"](made(browser.user, "csv"))
    page = browser.get("/exports/new?format=csv").text
    assert 'value="tags"' in page and 'value="tags"' not in browser.get("/coach/links/new").text
    asked = browser.post("/exports", data={"format": "csv", "preset": "all", "companies": "names"})
    assert asked.status_code == 303
    db.session.rollback()
    kept = db.session.scalars(select(Export.choice)).one()
    assert "tags" not in str(kept)
