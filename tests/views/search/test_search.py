"""The search page, and what it answers as one types."""

import re
from collections.abc import Callable
from datetime import date
from itertools import cycle

import pytest
from sqlalchemy import event

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.extensions import db
from tracker.values.days import day_of
from tracker.values.formatting import plain_day


def statements(browser: Browser, path: str) -> int:
    """How many queries a page asks, once the process has read what it remembers."""
    browser.get(path)
    asked: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert browser.get(path).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(asked)


def test_search_without_words_says_what_can_be_sought(browser: Browser) -> None:
    page = browser.get("/search").text

    assert "Part of a word is enough" in page
    assert 'aria-current="page"' in page.partition("Search</a>")[0].rpartition("<a")[2]


@pytest.mark.both_databases
def test_search_shows_what_it_found_and_where(browser: Browser, build: Build) -> None:
    with build.together():
        card = build.application(
            browser.user, role="Baker", company="Wattle & Co.", stage="rejected"
        )
        build.note(card, "A long day.\n\nThey asked about sourdough & <i>rye</i>.")
        build.part(card, build.contact(browser.user, "Sourabh Rao", title="Head baker"))

    page = browser.get("/search?q=sour").text

    assert f'href="/applications/{card.id}?from=%2Fsearch%3Fq%3Dsour"' in page
    assert "Wattle &amp; Co." in page
    assert "Rejected" in page
    assert "<mark>sour</mark>dough &amp; &lt;i&gt;rye&lt;/i&gt;." in page
    assert "<mark>Sour</mark>abh Rao, Head baker" in page


def test_what_is_shown_around_a_word_begins_and_ends_with_whole_words(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, role="Baker", company="Wattle & Co.")
    said = " ".join(f"number{each:03}" for each in range(40))
    build.note(card, f"{said} sourdough {said}")

    page = browser.get("/search?q=sourdough").text
    around = re.search(r"…([^…]*)<mark>sourdough</mark>([^…]*)…", page)

    assert around is not None
    for words in around.groups():
        assert words.split() and all(re.fullmatch(r"number\d{3}", each) for each in words.split())


def test_a_note_is_shown_without_its_signs(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, role="Baker", company="Wattle & Co.")
    build.note(
        card, "## Next\n- [x] Ring about the *rye*\n- [ ] **45 minutes** of sourdough, 2 * 3"
    )

    page = browser.get("/search?q=sourdough").text

    assert "Next Ring about the rye 45 minutes of <mark>sourdough</mark>, 2 * 3" in page


def test_a_name_that_says_it_all_needs_no_link_beside_it(browser: Browser, build: Build) -> None:
    link = "https://wattle.example/careers/4112"
    build.application(browser.user, role="Baker", company="Wattle & Co.", link=link)

    page = browser.get("/search?q=wattle").text

    assert "<mark>Wattle</mark> &amp; Co." in page and "careers/4112" not in page


def groups(page: str) -> dict[str, list[str]]:
    """What was found of each kind: the addresses, under their headings."""
    return {
        title: re.findall(r'<a href="([^"?]+)\?from=[^"]+" dir', found)
        for title, found in re.findall(r"<h2>(\w+) <small>.*?</h2>(.*?)</section>", page, re.DOTALL)
    }


def test_search_tells_applications_people_notes_and_leads_apart(
    browser: Browser, build: Build
) -> None:
    with build.together():
        named = build.application(browser.user, company="Quillwort")
        met, noted = build.application(browser.user), build.application(browser.user)
        quill = build.contact(browser.user, "Dée Quill", title="Head baker")
        build.part(met, quill)
        build.note(noted, "Ask about the quill pens.")
        lead = build.lead(browser.user, role="Quill maker")
        build.contact(browser.user, "Mary Chen")

    page = browser.get("/search?q=quill").text

    found = groups(page)
    assert {title: set(hrefs) for title, hrefs in found.items()} == {
        "Applications": {f"/applications/{named.id}", f"/applications/{met.id}"},
        "People": {f"/people/{quill.id}"},
        "Notes": {f"/applications/{noted.id}"},
        "Leads": {f"/leads/{lead.id}"},
    }
    assert "Applications <small>2</small>" in page
    assert "5 results" in page
    assert groups(browser.get("/search?q=DEE+bak").text)["People"] == [f"/people/{quill.id}"]


def test_search_marks_words_however_they_were_typed(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="Straße<b>", company="Café O’Neill")

    page = browser.get("/search?q=STRASSE+cafe+o'neill").text

    assert "<mark>Straße</mark>&lt;b&gt;" in page
    assert "<mark>Café</mark> <mark>O’Neill</mark>" in page


def test_search_never_puts_what_was_asked_into_the_page_as_html(browser: Browser) -> None:
    page = browser.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_search_marks_what_is_archived(browser: Browser, build: Build) -> None:
    build.application(browser.user, archived_at=now(), outcome="withdrawn")

    assert "Withdrawn · Archived" in browser.get("/search?q=banksia").text


def test_search_finds_leads_too(browser: Browser, build: Build) -> None:
    lead = build.lead(browser.user, role="Barista", company="Bean 100%", notes="Near the quay")
    keen = build.lead(browser.user, role="Roaster", sparks="cold brew, small team")

    page = browser.get("/search?q=quay+100%25").text

    assert f'href="/leads/{keen.id}?from=' in browser.get("/search?q=small+brew").text
    assert f'href="/leads/{lead.id}?from=' in page
    assert "Near the <mark>quay</mark>" in page
    assert "<h2>Leads <small>1</small></h2>" in page


def test_search_finds_actions_by_their_plan_and_proof_and_open_ones_first(
    browser: Browser, build: Build
) -> None:
    with build.together():
        done = build.action(
            browser.user, what="Rewrite the résumé", done_on=date(2026, 3, 2),
            proof="The **kitchen** story is in it.",
        )  # fmt: skip
        planned = build.action(
            browser.user, what="Tell the story aloud", plan="tell it to the kitchen clock",
            due_on=date(2026, 3, 9),
        )  # fmt: skip
        build.action(browser.user, what="Kitchen, dropped", dropped_at=now())

    page = browser.get("/search?q=kitchen").text
    assert groups(page) == {"Actions": [f"/actions/{planned.id}", f"/actions/{done.id}"]}
    assert "tell it to the <mark>kitchen</mark> clock" in page and "To do by 9 Mar 2026" in page
    assert "The <mark>kitchen</mark> story" in page and "Done 2 Mar 2026" in page
    assert groups(browser.get("/search?q=resume").text) == {"Actions": [f"/actions/{done.id}"]}


def test_search_leaves_out_leads_that_became_applications_or_were_deleted(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, company="Elsewhere")
    build.lead(browser.user, role="Barista one", application_id=card.id)
    build.lead(browser.user, role="Barista two", deleted_at=now())

    assert "Nothing found" in browser.get("/search?q=barista").text


def test_search_that_finds_nothing_says_what_to_try(browser: Browser) -> None:
    assert "Try fewer words" in browser.get("/search?q=zebra").text


def test_search_is_answered_in_parts_while_typing(browser: Browser, build: Build) -> None:
    build.application(browser.user)

    response = browser.get("/search?q=bank", htmx=True)

    assert "<html" not in response.text
    assert 'id="results"' in response.text
    assert '<hx-partial hx-target="#found">1 result' in response.text
    assert "HX-Request-Type" in response.headers["Vary"]


def test_search_never_shows_what_is_another_persons(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    other = sign_in().user
    with build.together():
        theirs = build.application(other, company="Wombat Works")
        build.note(theirs, "wombat note")
        build.part(theirs, build.contact(other, "Wombat Warner"))
        build.lead(other, role="Wombat keeper")
        build.action(other, what="Ring the wombat")
        build.contact(other, "Wombat Walker")

    page = browser.get("/search?q=wombat").text

    assert "Nothing found" in page
    assert "Wombat" not in page


def test_private_words_never_come_up(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    build.note(card, "banksia in secret", private=True)

    assert "in secret" not in browser.get("/search?q=banksia").text


ODD = ["%22", "%27%22", "%00", "%ed%a0%80", "*", "%25", "_", "NEAR(a%20b)", "%F0%9F%9A%80", "%5C"]


@pytest.mark.both_databases
def test_search_takes_any_signs(browser: Browser) -> None:
    """Each in one of the places, in turn, and all of them in Search; and ten thousand."""
    for q, path in zip(ODD, cycle(("/board", "/board/table", "/board/archived")), strict=False):
        assert browser.get(f"{path}?q={q}").status_code == 200, (path, q)
        assert browser.get(f"/search?q={q}").status_code == 200, q
    for words in ("x" * 10_000, "x+" * 5_000, "任" * 10_000):
        assert browser.get(f"/search?q={words}").status_code == 200


def test_search_asks_as_much_for_fifty_results_as_for_one(browser: Browser, build: Build) -> None:
    with build.together():
        for number in range(3):
            card = build.application(browser.user, company=f"Wattle {number}")
            build.note(card, "sourdough")
    few = statements(browser, "/search?q=sourdough")
    with build.together():
        for number in range(20):
            card = build.application(browser.user, company=f"Wattle {number}")
            build.note(card, "sourdough")

    assert statements(browser, "/search?q=sourdough") == few == 7


def test_words_of_the_facts_alone_need_no_look_at_the_notes(browser: Browser, build: Build) -> None:
    build.application(browser.user)

    assert statements(browser, "/search?q=banksia") == 5


def test_whole_words_stand_before_beginnings_and_those_before_parts_of_words(
    browser: Browser, build: Build
) -> None:
    with build.together():
        whole = build.application(browser.user, role="Baker", source="Dee told me")
        person = build.application(browser.user, role="Clerk", source="Indeed")
        build.part(person, build.contact(browser.user, "Dee Quill"))
        begins = build.application(browser.user, role="Deep-sea diver")
        part = build.application(browser.user, role="Carpenter", source="Indeed")

    page = browser.get("/search?q=dee").text

    found = re.findall(r'href="/applications/(\d+)\?from=[^"]+" dir', page)
    if db.engine.dialect.name == "postgresql":  # its index knows no parts of words
        assert found == [str(each.id) for each in (person, whole, begins)]
    else:
        assert found == [str(each.id) for each in (person, whole, begins, part)]


def test_results_of_one_name_are_told_apart_by_their_day(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="Baker", applied_on=date(2025, 3, 2))
    build.application(browser.user, role="Baker", applied_on=None)
    build.application(browser.user, role="Baker’s hand", applied_on=date(2025, 4, 2))

    page = browser.get("/search?q=bak").text

    assert "Applied 2 Mar 2025" in page
    assert f"added {plain_day(day_of(now(), browser.user.zone))}" in page
    assert "2 Apr 2025" not in page


def order(page: str) -> list[str]:
    """The headings of what was found, from the top."""
    return re.findall(r"<h2>(\w+) <small>", page)


def test_a_persons_name_has_the_people_first_and_a_role_the_applications(
    browser: Browser, build: Build
) -> None:
    with build.together():
        card = build.application(browser.user, role="Clerk", company="Wattle")
        build.part(card, build.contact(browser.user, "Priya Rao", title="Baker", company="Wattle"))
        build.note(card, "Priya rang about the clerk.")
        build.note(build.application(browser.user, role="Cook"), "Priya rang here, too.")
        build.contact(browser.user, "Apriyanto Bey")

    page = browser.get("/search?q=priya").text
    assert order(page) == ["People", "Applications", "Notes"]
    assert page.index("</mark> Rao") < page.index("nto Bey")
    assert order(browser.get("/search?q=wattle").text) == ["People", "Applications"]
    assert order(browser.get("/search?q=clerk").text) == ["Applications"]
    build.application(browser.user, role="Baker")
    assert order(browser.get("/search?q=baker").text)[:2] == ["Applications", "People"]


def test_a_line_below_a_result_is_of_one_field_and_is_said_once(
    browser: Browser, build: Build
) -> None:
    with build.together():
        card = build.application(browser.user, role="Clerk", company="Wattle")
        build.interview(
            card,
            place="Canberra ACT",
            people="Mei Sourdust",
            preparation="- Story: the sourdough\n- Ask them",
        )
        build.part(card, build.contact(browser.user, "Mei Sourdust", company="Wattle"))

    page = browser.get("/search?q=sour").text
    lines = re.findall(r'<p dir="auto">(.*?)</p>', page)

    assert lines == [
        "Mei <mark>Sour</mark>dust",
        "- Story: the <mark>sour</mark>dough - Ask them",
    ]


def test_the_day_of_one_that_waits_says_applied_once(browser: Browser, build: Build) -> None:
    for day in (2, 3):
        build.application(browser.user, role="Baker", applied_on=date(2025, 3, day))

    page = browser.get("/search?q=baker").text

    assert "· Applied 2 Mar 2025" in page and "applied 2 Mar" not in page


@pytest.mark.both_databases
def test_move_on_a_filtered_board_counts_what_the_filter_leaves(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, role="Baker")
    build.application(browser.user, role="Carpenter")

    answer = browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "interview", "version": card.version, "key": "one"},
        headers={"HX-Current-URL": "http://localhost/board?q=bak"},
        htmx=True,
    )

    assert answer.status_code == 200
    assert re.search(r'#count-applied"[^>]*>0<', answer.text)
    assert re.search(r'#count-interview"[^>]*>1<', answer.text)
