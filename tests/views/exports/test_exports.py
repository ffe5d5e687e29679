import re
import threading
import time
import uuid
from datetime import timedelta

import pytest
from flask import Flask
from jinja2 import nodes
from sqlalchemy import func, select

from tests.browser import Browser
from tests.exports.test_csv import files
from tests.sent import queries
from tracker.clock import now
from tracker.database import writing
from tracker.exports import csv, job
from tracker.exports.formats import FOR_OTHERS, FORMATS
from tracker.exports.request import CannotMake
from tracker.extensions import db
from tracker.models import Export
from tracker.models.export import LEASE, MOST, RETENTION
from tracker.paths import TEMPLATES
from tracker.sharing.selection import USUAL, Selection, SharedPart


def ask(browser: Browser, name: str = "csv", **typed):
    data = {
        "format": name,
        "parts": ["summary", "applications"],
        "companies": "names",
        "span": "all",
        "key": str(uuid.uuid4()),
    }
    return browser.post("/exports", data=data | typed)


def asked(browser: Browser, name: str = "csv", **typed) -> str:
    answer = ask(browser, name, **typed)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def only() -> Export:
    db.session.rollback()
    return db.session.scalars(select(Export)).one()


def count() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Export))


def change(export: Export, **facts) -> None:
    with writing() as session:
        row = session.get_one(Export, export.id)
        for name, value in facts.items():
            setattr(row, name, value)


def breaking(error: Exception):
    def make(*_):
        raise error

    return make


def test_a_file_is_asked_for_made_once_fetched_and_deleted(browser, build) -> None:
    """A download with a safe name, that no browser keeps; found again in the list."""
    build.application(browser.user, role="Baker")
    url = asked(browser)
    assert "being made" in browser.get("/exports").text
    waiting = browser.get(url).text
    browser.post(f"{url}/work")
    page, file, listed = (browser.get(each) for each in (url, f"{url}/file", "/exports"))

    assert 'hx-trigger="load' in waiting and "Make it now" in waiting
    assert f'href="{url}/file"' in page.text and "Make it now" not in page.text
    assert f'href="{url}"' in listed.text and f'href="{url}/file"' in listed.text
    assert list(files(file.data)) == [
        "README.txt", "summary.csv", "applications.csv", "offers.csv",
    ]  # fmt: skip
    assert "Baker" in files(file.data)["applications.csv"]

    named = file.headers["Content-Disposition"]
    assert named.startswith("attachment")
    assert re.search(r"filename=onward-tables-\d{4}-\d\d-\d\d\.zip$", named)
    assert file.headers["Cache-Control"] == "private, no-store"
    assert file.headers["Content-Type"] == "application/zip"
    assert file.headers["X-Content-Type-Options"] == "nosniff"

    before = only().taken_at
    browser.post(f"{url}/work")
    assert only().taken_at == before

    assert browser.post(f"{url}/deletion").headers["Location"] == "/exports"
    assert count() == 0


def test_every_format_says_what_it_is_for(browser) -> None:
    page = browser.get("/exports").text

    for name in [name for name in FORMATS if not name.startswith("log-")]:
        assert f'href="/exports/new?format={name}"' in page
        assert browser.get(f"/exports/new?format={name}").status_code == 200
    assert 'href="/work-search"' in page
    assert page.count('href="/exports/new?format=') == len(FORMATS) - 2  # the two logs


def test_no_format_stands_there_without_its_sentence(app: Flask) -> None:
    source = (TEMPLATES / "exports" / "index.html").read_text("utf-8")
    words = next(
        assigned.node.as_const()
        for assigned in app.jinja_env.parse(source).find_all(nodes.Assign)
        if assigned.target.name == "words"
    )

    assert set(words) == {name for name in FORMATS if not name.startswith("log-")}


def test_a_file_for_others_always_asks_for_names_and_parts(browser) -> None:
    for name in FOR_OTHERS:
        page = browser.get(f"/exports/new?format={name}").text
        assert all(f'name="{field}"' in page for field in ("companies", "people")), name


def test_a_format_that_is_not_offered_is_not_there(browser) -> None:
    for name in ("", "exe", "log-pdf", "../pdf"):
        assert browser.get("/exports/new", query_string={"format": name}).status_code == 404, name
        assert ask(browser, name).status_code == 404, name
        assert count() == 0, name


def test_private_writing_is_offered_for_the_persons_own_copy_only(browser) -> None:
    for name in ("pdf", "docx", "xlsx", "csv", "ics", "vcard"):
        assert 'value="private"' not in browser.get(f"/exports/new?format={name}").text
        assert 'name="private"' not in browser.get(f"/exports/new?format={name}").text
    assert 'name="private"' in browser.get("/exports/new?format=json").text


def test_private_writing_cant_be_asked_for_in_a_file_for_others(browser) -> None:
    answer = ask(browser, parts=["summary", "private"], private="y")

    assert answer.status_code == 422
    assert count() == 0


@pytest.mark.parametrize(("ticked", "in_it"), [({}, False), ({"private": "y"}, True)])
def test_everything_holds_private_writing_only_where_it_is_ticked(browser, ticked, in_it) -> None:
    browser.post("/exports", data={"format": "json"} | ticked)
    choice = job.request_of(only()).choice

    assert (SharedPart.PRIVATE in choice) is in_it
    assert set(SharedPart) - {SharedPart.PRIVATE} <= choice.parts
    assert choice.companies and choice.people


def test_the_usual_parts_are_ticked_at_first(browser) -> None:
    page = browser.get("/exports/new?format=xlsx").text
    ticked = set(re.findall(r'<input[^>]*checked[^>]*name="parts"[^>]*value="(\w+)"', page))

    assert ticked == {part.value for part in USUAL}


def test_what_was_chosen_is_kept_with_its_days(browser) -> None:
    asked(
        browser,
        "csv",
        parts=["notes"],
        companies="letters",
        people="y",
        span="dates",
        first_day="2026-03-01",
        last_day="2026-04-30",
        divider="semicolon",
    )
    wanted = job.request_of(only())

    assert wanted.choice == Selection(frozenset({SharedPart.NOTES}), companies=False, people=True)
    assert wanted.span.words == "Sun 1 Mar 2026 to Thu 30 Apr 2026"
    assert wanted.options == {"divider": "semicolon"}


def test_columns_are_divided_at_first_as_where_the_person_lives(sign_in, build) -> None:
    page = sign_in(build.user(country="DE")).get("/exports/new?format=csv").text

    assert '<option value="semicolon" selected>' in page


def test_what_needs_another_look_is_said_and_the_rest_kept(browser) -> None:
    for typed, words in (
        ({"parts": []}, "Tick at least one part."),
        ({"span": "dates"}, "Give at least one of the two days"),
        ({"span": "dates", "first_day": "soon"}, "Please write it like 2026-03-31"),
        ({"parts": ["shoes"]}, "shoes"),
    ):
        answer = ask(browser, **({"people": "y"} | typed))

        assert answer.status_code == 422, (typed, words)
        assert words in answer.text, (typed, words)
        assert re.search(r'checked[^>]*name="people"', answer.text), (typed, words)
        assert count() == 0, (typed, words)


def test_a_double_tap_asks_for_one_file(browser) -> None:
    assert asked(browser, key="one") == asked(browser, key="one")
    assert count() == 1


@pytest.mark.both_databases
def test_the_key_of_a_page_gone_back_to_asks_for_another_file(browser) -> None:
    assert asked(browser, key="one") != asked(browser, key="one", parts=["notes"])


def test_a_file_that_was_deleted_is_asked_for_anew_by_the_same_key(browser) -> None:
    url = asked(browser, key="one")
    browser.post(f"{url}/deletion")

    assert browser.get(asked(browser, key="one")).status_code == 200


@pytest.mark.both_databases
def test_two_that_come_at_once_make_it_once(app, browser, monkeypatch) -> None:
    begun, go_on, made = threading.Event(), threading.Event(), []

    def slow(session, user, wanted, at, told):
        made.append(1)
        begun.set()
        assert go_on.wait(60)
        return b"slow"

    monkeypatch.setattr(csv, "make", slow)
    url = asked(browser)
    first = threading.Thread(target=lambda: browser.post(f"{url}/work"))
    first.start()
    assert begun.wait(60)
    other = Browser.of(app)
    other.sign_in(browser.user)
    answer = other.post(f"{url}/work")
    meanwhile = other.get(url).text
    gone = other.get(f"{url}/file").status_code
    go_on.set()
    first.join(60)

    assert (answer.status_code, gone) == (303, 404)
    assert "See how far it is" in meanwhile
    assert made == [1]
    assert other.get(f"{url}/file").data == b"slow"


def test_one_that_was_killed_can_be_made_again_after_a_minute(browser) -> None:
    url = asked(browser)
    change(only(), state="working", taken_at=now() - timedelta(seconds=20))
    browser.post(f"{url}/work")
    assert only().state == "working"

    change(only(), taken_at=now() - LEASE - timedelta(seconds=1))
    assert "It stopped before it was finished." in browser.get(url).text
    browser.post(f"{url}/work")

    assert only().state == "made"


def test_whoever_was_overtaken_throws_its_work_away(browser, monkeypatch) -> None:
    def overtaken(session, user, wanted, at, told):
        session.rollback()
        change(only(), taken_at=now() + timedelta(seconds=1))
        return b"mine"

    monkeypatch.setattr(csv, "make", overtaken)
    browser.post(f"{asked(browser)}/work")

    assert only().state == "working"
    assert only().size == 0


def test_progress_is_told_while_it_is_read(browser, monkeypatch) -> None:
    seen = []

    def stepwise(session, user, wanted, at, told):
        session.execute(select(Export.id)).all()
        for done in (10, 60):
            told(done)
            with browser.application.app_context():
                seen.append(db.session.scalars(select(Export)).one().done)
        return b"done"

    monkeypatch.setattr(csv, "make", stepwise)
    monkeypatch.setattr(job, "EVERY", timedelta(0))
    browser.post(f"{asked(browser)}/work")

    assert seen == [10, 60]
    assert (only().state, only().done) == ("made", 100)


def test_progress_asks_for_the_page_anew_once_it_has_ended(browser) -> None:
    url = asked(browser)
    here = {"HX-Current-URL": f"http://localhost{url}"}
    change(only(), state="working", taken_at=now(), done=40)
    part = browser.get(f"{url}/progress", htmx=True, headers=here)
    change(only(), state="made", content=b"x", size=1)
    ended = browser.get(f"{url}/progress", htmx=True, headers=here)

    assert "40 %" in part.text and "<html" not in part.text
    assert ended.headers["HX-Refresh"] == "true"


def test_what_goes_wrong_is_told_kindly_and_can_be_tried_again(
    browser, monkeypatch, caplog
) -> None:
    url = asked(browser)
    for error, words in (
        (ValueError("MARK-words of the person"), job.BROKE),
        (OSError(28, "No space left on device"), job.FULL),
        (CannotMake("There is nobody to write down yet."), "There is nobody to write down yet."),
    ):
        caplog.clear()
        with monkeypatch.context() as patch:
            patch.setattr(csv, "make", breaking(error))
            answer = browser.post(f"{url}/work")
        page = browser.get(url).text

        assert answer.status_code == 303
        assert words in page and "Try again" in page
        assert "Traceback" not in page and "MARK" not in page
        assert only().state == "failed"
        faults = [each for each in caplog.records if each.levelname == "ERROR"]
        assert bool(faults) is not isinstance(error, CannotMake)

    browser.post(f"{url}/work")
    assert only().state == "made"


def test_a_file_is_gone_after_a_day(browser) -> None:
    url = asked(browser)
    browser.post(f"{url}/work")
    change(only(), created_at=now() - RETENTION - timedelta(seconds=1))

    assert browser.get(f"{url}/file").status_code == 404
    browser.get("/exports")
    assert count() == 0


def test_whoever_comes_lets_go_of_what_others_left(browser, build) -> None:
    build.export(build.user(), state="made", content=b"left")
    change(only(), created_at=now() - RETENTION - timedelta(seconds=1))
    browser.get("/exports")

    assert count() == 0


def test_the_oldest_make_room(browser, build) -> None:
    with build.together():
        first = build.export(browser.user).id
        for _ in range(MOST):
            build.export(browser.user)
    asked(browser)

    assert count() == MOST
    assert first not in db.session.scalars(select(Export.id)).all()


def test_another_persons_file_is_not_there(browser, build) -> None:
    url = f"/exports/{build.export(build.user(), state='made', content=b'theirs').id}"

    assert [browser.get(url + place).status_code for place in ("", "/file", "/progress")] == [
        404
    ] * 3
    assert [browser.post(url + place).status_code for place in ("/work", "/deletion")] == [404] * 2
    assert count() == 1


def test_the_list_asks_as_much_whatever_its_length(browser, build) -> None:
    build.export(browser.user)
    browser.get("/exports")
    few = queries(lambda: browser.get("/exports"))
    with build.together():
        for _ in range(8):
            build.export(browser.user, state="made", content=b"x" * 1000)

    assert queries(lambda: browser.get("/exports")) == few <= 5


def test_while_it_is_made_others_can_write(browser, build, monkeypatch) -> None:
    """The making holds no transaction open that others would wait for."""
    seconds = []

    def reading(session, user, wanted, at, told):
        session.execute(select(Export.id)).all()
        begun = time.monotonic()
        with browser.application.app_context():
            build.application(browser.user)
        seconds.append(time.monotonic() - begun)
        return b"read"

    monkeypatch.setattr(csv, "make", reading)
    browser.post(f"{asked(browser)}/work")

    assert only().state == "made"
    assert seconds[0] < 4


def test_a_file_tells_which_words_look_like_names_before_it_is_sent(browser, build) -> None:
    build.feedback(build.application(browser.user), "We thought that Dana would fit better.")
    hidden = Selection().as_json()
    export = build.export(browser.user, choice=hidden)
    named = build.export(browser.user, choice=hidden | {"people": True})
    own = build.export(browser.user, kind="json", choice=hidden)

    assert "will be shown:" in browser.get(f"/exports/{export.id}").text
    assert "will be shown:" not in browser.get(f"/exports/{named.id}").text
    assert "will be shown:" not in browser.get(f"/exports/{own.id}").text
