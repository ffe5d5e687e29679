"""The owner's side: links made, shown once and ended; notes read, answered, hidden, taken up."""

import re
from datetime import timedelta
from html import unescape

import pytest
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of, queries, undo_of
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Action, CoachNote, ShareLink, User
from tracker.models.server.setting import BASE_URL, Setting
from tracker.sharing.selection import BEHIND_LINKS, ONLY_NUMBERS, USUAL, Selection, SharedPart
from tracker.values.days import day_of, days_after
from tracker.views.coach import links as coach_links
from tracker.web.security import forget_base_url

SHOWN = re.compile(r">(http[^<]*/s/([\w-]{32}))<")


def links(user: User) -> list[ShareLink]:
    return list(db.session.scalars(ShareLink.of(user.id)))


def make(browser: Browser, **other: object) -> TestResponse:
    """The form of a new link, sent as it stands but for what is told."""
    page = browser.get("/coach/links/new").text
    sent: dict[str, object] = dict(form_of(page, "/coach/links"))
    boxes = re.findall(r'<input [^>]*name="parts"[^>]*>', page)
    ticked = [box for box in boxes if " checked" in box]
    sent["parts"] = re.findall(r'value="(\w+)"', "".join(ticked))
    return browser.post("/coach/links", data=sent | other)


def secret(page: TestResponse) -> str:
    found = SHOWN.search(page.text)
    assert found, "no link shown"
    return found[2]


def reread(row: CoachNote) -> CoachNote:
    return db.session.get_one(CoachNote, row.id)


@pytest.fixture
def note(browser: Browser, build: Build) -> CoachNote:
    """A note with a suggestion, not read yet."""
    link, _ = build.link(browser.user)
    return build.coach_note(link, "Look at it.", by="Ana", suggestion="Learn SQL joins by heart")


# Making a link


def test_the_form_as_it_stands_makes_a_link_of_the_usual_parts_for_thirty_days(
    browser: Browser,
) -> None:
    answer = make(browser)
    (link,) = links(browser.user)

    assert (answer.status_code, answer.headers["Location"]) == (303, f"/coach/links/{link.id}")
    assert Selection.from_json(link.choice) == Selection(USUAL, companies=True, people=False)
    assert link.span == "all"
    assert abs(link.expires_at - now() - timedelta(days=30)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"preset": "numbers"}, ONLY_NUMBERS),
        ({"preset": "all"}, frozenset(BEHIND_LINKS)),
        ({"preset": "all", "companies": "letters"}, {*BEHIND_LINKS} - {SharedPart.LETTER}),
        ({"preset": "ticked", "parts": ["summary"]}, {SharedPart.SUMMARY}),
    ],
)
def test_one_word_chooses_what_is_shown_in_the_link_and_in_its_preview(
    browser: Browser, facts: dict[str, object], shown: set[SharedPart]
) -> None:
    make(browser, **facts)
    sent = form_of(browser.get("/coach/links/new").text, "/coach/links") | facts
    place = browser.post("/coach/preview", data=sent).headers["Location"]

    assert Selection.from_json(links(browser.user)[0].choice).parts == shown
    assert SharedPart.PRIVATE not in shown
    assert set(re.findall(r"parts=(\w+)", place)) == set(shown)


def test_a_word_that_is_none_of_the_three_is_refused(browser: Browser) -> None:
    assert make(browser, preset="private").status_code == 422
    assert not links(browser.user)


def test_a_link_is_shown_once_with_its_code_and_only_its_hash_is_kept(
    browser: Browser, visitor: Browser
) -> None:
    place = make(browser).headers["Location"]
    page = browser.get(place)
    token = secret(page)

    assert "data:image/svg+xml" in page.text
    assert "<copy-text " in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    assert visitor.get(f"/s/{token}").status_code == 200
    assert not SHOWN.search(browser.get(place).text)
    assert token not in str([vars(link) for link in links(browser.user)])


def test_a_double_tap_makes_one_link_whose_secret_is_shown(
    browser: Browser, visitor: Browser
) -> None:
    page = browser.get("/coach/links/new").text
    sent = form_of(page, "/coach/links") | {"parts": "summary"}
    first = browser.post("/coach/links", data=sent)
    again = browser.post("/coach/links", data=sent)
    (link,) = links(browser.user)

    assert first.headers["Location"] == again.headers["Location"]
    assert visitor.get(f"/s/{secret(browser.get(f'/coach/links/{link.id}'))}").status_code == 200


def test_a_double_tap_whose_first_answer_was_lost_shows_a_secret_that_opens(
    browser: Browser, visitor: Browser
) -> None:
    page = browser.get("/coach/links/new").text
    sent = form_of(page, "/coach/links") | {"parts": "summary"}
    browser.post("/coach/links", data=sent)
    with browser.session_transaction() as cookie:
        cookie.pop(coach_links.ONCE)  # as if its cookie had never arrived
    place = browser.post("/coach/links", data=sent).headers["Location"]

    assert len(links(browser.user)) == 1
    assert visitor.get(f"/s/{secret(browser.get(place))}").status_code == 200


def test_a_secret_that_was_shown_stays_good_when_its_form_is_sent_again(
    browser: Browser, visitor: Browser
) -> None:
    page = browser.get("/coach/links/new").text
    sent = form_of(page, "/coach/links") | {"parts": "summary"}
    place = browser.post("/coach/links", data=sent).headers["Location"]
    token = secret(browser.get(place))
    assert browser.post("/coach/links", data=sent).headers["Location"] == place

    assert not SHOWN.search(browser.get(place).text)
    assert visitor.get(f"/s/{token}").status_code == 200


def test_a_form_that_was_sent_and_then_changed_asks_before_it_makes_another(
    browser: Browser,
) -> None:
    page = browser.get("/coach/links/new").text
    sent = form_of(page, "/coach/links") | {"parts": "summary"}
    browser.post("/coach/links", data=sent)
    answer = browser.post("/coach/links", data=sent | {"label": "Ana"})

    assert answer.status_code == 409
    again = form_of(answer.text, "/coach/links") | {"parts": "summary"}
    assert again["label"] == "Ana"
    assert browser.post("/coach/links", data=again).status_code == 303
    assert [link.label for link in links(browser.user)] == ["Ana", "My coach"]


def test_what_was_chosen_is_what_is_kept(browser: Browser) -> None:
    day = days_after(day_of(now(), browser.user.zone), 3)
    answer = make(
        browser,
        label="Ana at the job centre",
        parts=["summary", "pay", "private", "made-up"],
        companies="letters",
        people="y",
        span="dates",
        first_day="2026-03-01",
        last_day="2026-02-01",
        lasts="day",
        last_open_day=day.isoformat(),
    )
    assert answer.status_code == 422  # private writing can't even be asked for
    answer = make(
        browser, parts=["summary", "pay"], companies="letters", people="y", span="30",
        lasts="day", last_open_day=day.isoformat(),
    )  # fmt: skip
    link = links(browser.user)[0]

    assert answer.status_code == 303
    assert Selection.from_json(link.choice) == Selection(
        frozenset({SharedPart.SUMMARY, SharedPart.PAY}), companies=False, people=True
    )
    assert link.span == "30"
    assert day_of(link.expires_at - timedelta(seconds=1), browser.user.zone) == day
    assert day_of(link.expires_at, browser.user.zone) == days_after(day, 1)


def test_a_link_that_can_not_be_made_says_why(browser: Browser) -> None:
    for facts, said in (
        ({"parts": []}, "Tick at least one part."),
        ({"lasts": "day", "last_open_day": ""}, "Choose the last day"),
        ({"lasts": "day", "last_open_day": "2020-01-01"}, "Choose a day from today on"),
        ({"lasts": "day", "last_open_day": "2190-01-01"}, "up to a year ahead"),
        ({"lasts": "999999"}, "Please choose one of these."),
        ({"span": "dates"}, "Give at least one of the two days"),
        ({"label": "x" * 501}, "Please shorten this by 1"),
    ):
        answer = make(browser, **facts)

        assert answer.status_code == 422, (facts, said)
        assert said in unescape(answer.text), (facts, said)
        assert not links(browser.user), (facts, said)


def test_a_server_that_only_its_own_network_reaches_says_so(browser: Browser) -> None:
    assert (
        "only be reached from your own network"
        in browser.get(make(browser).headers["Location"]).text
    )
    with writing() as session:
        Setting.write(session, BASE_URL, "https://onward.example.org")
    forget_base_url()
    page = browser.get(make(browser).headers["Location"]).text

    assert "https://onward.example.org/s/" in page
    assert "own network" not in page


# Ending it


def test_a_link_is_ended_at_once_and_a_slip_can_be_taken_back_for_a_while(
    browser: Browser, visitor: Browser, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, token = build.link(browser.user)
    browser.post(f"/coach/links/{link.id}/revocation")
    assert visitor.get(f"/s/{token}").status_code == 404
    undo = undo_of(browser.get("/coach").text)

    assert browser.post(undo).status_code == 303
    assert visitor.get(f"/s/{token}").status_code == 200

    browser.post(f"/coach/links/{link.id}/revocation")
    for distance in (timedelta(minutes=11), timedelta(days=-1), timedelta(days=31)):
        at = now() + distance
        monkeypatch.setattr(coach_links, "now", lambda at=at: at)
        assert browser.post(undo).status_code == 409
    assert visitor.get(f"/s/{token}").status_code == 404


def test_a_link_past_its_day_is_no_slip_and_stays_ended(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    link, token = build.link(browser.user, expires_at=now() - timedelta(minutes=1))
    page = browser.get("/coach").text

    assert "1 link no longer open" in page
    assert db.session.get_one(ShareLink, link.id).revoked_at is not None
    assert browser.post(f"/coach/links/{link.id}/revocation/reversal").status_code == 409
    assert visitor.get(f"/s/{token}").status_code == 404


def test_openings_within_an_hour_are_one_visit_and_are_not_called_once(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    _, token = build.link(browser.user)
    for _ in range(3):
        assert visitor.get(f"/s/{token}").status_code == 200
    page = browser.get("/coach").text

    assert "Opened today" in page
    assert "Opened once" not in page


def test_the_page_says_how_often_a_link_was_opened_and_until_when_it_is(
    browser: Browser, build: Build
) -> None:
    build.link(browser.user, label="For Ana", opens=3, last_opened_at=now())
    build.link(browser.user, label="For Bo")
    page = browser.get("/coach").text

    assert "3 visits, the last today" in page
    assert "Not opened yet" in page
    assert "Open until" in page


# Looking first


def test_a_choice_is_seen_before_a_link_is_made(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, role="Lion keeper", company="Wattle Zoo")
    page = browser.get("/coach/links/new").text
    sent = form_of(page, "/coach/links") | {"parts": ["applications"], "companies": "letters"}
    answer = browser.post("/coach/preview", data=sent)
    place = answer.headers["Location"]
    shown = browser.get(place)

    assert answer.status_code == 303
    assert "csrf" not in place
    assert "This is what your coach sees." in shown.text
    assert "Lion keeper" in shown.text
    assert "Wattle Zoo" not in shown.text
    assert "Company A" in shown.text
    further = unescape(re.findall(r'href="(/coach/preview/applications[^"]+)"', shown.text)[0])
    assert f"/{card.id}?" in further
    assert "Wattle Zoo" not in browser.get(further).text
    assert not links(browser.user)


def test_a_preview_of_nothing_or_nonsense_is_no_page(browser: Browser) -> None:
    assert browser.get("/coach/preview").status_code == 200
    assert browser.get("/coach/preview?parts=private").status_code == 404
    assert browser.post("/coach/preview", data={"key": "k"}).status_code == 422
    assert browser.get("/coach/preview/applications/999").status_code == 404


def test_a_preview_shows_what_the_coach_sees_and_is_kept_by_nobody(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    build.application(browser.user, role="Lion keeper")
    link, token = build.link(browser.user)
    mine = browser.get(f"/coach/links/{link.id}/preview")
    theirs = visitor.get(f"/s/{token}").text

    assert "no-store" in mine.headers["Cache-Control"]
    for head in re.findall(r"<h2[^>]*>[^<]+", theirs):
        assert head in mine.text
    assert "<form" not in mine.text


# What I would like help with


def test_what_i_would_like_help_with_stands_on_top_for_the_coach(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    _, token = build.link(browser.user)
    first = form_of(browser.get("/coach").text, "/coach/help")
    browser.post("/coach/help", data=first | {"help_wanted": "My first lines."})
    assert "My first lines." in visitor.get(f"/s/{token}").text

    both = browser.post("/coach/help", data=first | {"help_wanted": "Something else"})
    assert both.status_code == 409
    assert form_of(both.text, "/coach/help")["help_wanted"] == "Something else"
    long = browser.post("/coach/help", data=first | {"help_wanted": "x" * 4001})
    assert long.status_code == 422
    assert db.session.get_one(User, browser.user.id).help_wanted == "My first lines."


# Notes


def test_today_says_who_left_a_note_until_it_is_read(browser: Browser, note: CoachNote) -> None:
    page = browser.get("/today").text
    assert "Ana left a note" in page
    assert "Look at it." in browser.get("/coach").text

    browser.post(f"/coach/notes/{note.id}/reading")
    assert "left a note" not in browser.get("/today").text


def test_today_is_sent_afresh_when_a_note_comes(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    _, token = build.link(browser.user, label="My coach")
    build.application(browser.user)
    mark = {"If-None-Match": browser.get("/today").headers["ETag"]}
    assert browser.get("/today", headers=mark).status_code == 304
    visitor.post(f"/s/{token}/notes", data={"body": "Well done"})

    answer = browser.get("/today", headers=mark)
    assert answer.status_code == 200
    assert "Your coach left a note" in answer.text


def test_a_note_without_a_name_is_by_whom_its_link_is_for_and_only_its_owner_reads_that(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    link, token = build.link(browser.user, label="Dana at Workforce")
    build.coach_note(link, "Well done.", application_id=card.id)
    build.coach_note(link, "Signed.", by="D. Cho")

    for place in ("/today", "/coach", f"/applications/{card.id}"):
        assert "Dana at Workforce" in browser.get(place).text, place
    page = browser.get("/coach").text
    assert "D. Cho" in page and "Your coach" not in page
    shown = visitor.get(f"/s/{token}").text
    assert "Well done." in shown and "Dana" not in shown


def test_a_note_stands_on_the_page_of_its_application(
    browser: Browser, build: Build, note: CoachNote
) -> None:
    card = build.application(browser.user)
    link = db.session.get_one(ShareLink, note.link_id)
    build.coach_note(link, "This one reads well.", application_id=card.id)
    build.coach_note(link, "Hidden one", application_id=card.id, hidden_at=now())
    page = browser.get(f"/applications/{card.id}").text

    assert "This one reads well." in page
    assert "Hidden one" not in page
    assert "Look at it." not in page


def test_a_suggestion_becomes_an_action_once_on_a_day_that_suits(
    browser: Browser, build: Build, note: CoachNote
) -> None:
    for _ in range(2):
        browser.post(f"/coach/notes/{note.id}/action")
    (action,) = db.session.scalars(Action.of(browser.user.id))

    assert action.what == "Learn SQL joins by heart"
    assert action.due_on is not None
    assert action.due_on > day_of(now(), browser.user.zone)
    assert reread(note).action_id == action.id
    assert "Planned for" in browser.get("/coach").text
    assert "left a note" not in browser.get("/today").text

    browser.post(f"/coach/notes/{note.id}/action/reversal")
    assert not list(db.session.scalars(Action.of(browser.user.id)))
    assert "Plan it" in browser.get("/coach").text


def test_a_suggestion_that_was_let_go_may_be_taken_up_later(
    browser: Browser, note: CoachNote
) -> None:
    browser.post(f"/coach/notes/{note.id}/reading")
    page = browser.get("/coach").text

    assert "Not for me" not in page
    assert "Plan it" in page


def test_a_note_without_a_suggestion_becomes_no_action(
    browser: Browser, build: Build, note: CoachNote
) -> None:
    plain = build.coach_note(db.session.get_one(ShareLink, note.link_id), "Just words")

    assert browser.post(f"/coach/notes/{plain.id}/action").status_code == 404


def test_an_answer_is_read_through_the_same_link_and_two_tabs_do_not_overwrite(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    link, token = build.link(browser.user)
    note = build.coach_note(link, "Look at it.")
    place = f"/coach/notes/{note.id}"
    first = form_of(browser.get(place).text, f"{place}/answer")
    browser.post(f"{place}/answer", data=first | {"answer": "I will."})
    both = browser.post(f"{place}/answer", data=first | {"answer": "I won’t."})

    assert both.status_code == 409
    assert form_of(both.text, f"{place}/answer")["answer"] == "I won’t."
    assert "I will." in visitor.get(f"/s/{token}").text
    assert reread(note).read_at is not None
    assert browser.post(f"{place}/answer", data={"answer": "x" * 4001}).status_code == 422


def test_a_hidden_note_is_seen_by_nobody_until_it_is_shown_again(
    browser: Browser, visitor: Browser, build: Build
) -> None:
    link, token = build.link(browser.user)
    note = build.coach_note(link, "Rather rude")
    browser.post(f"/coach/notes/{note.id}/hiding")
    page = browser.get("/coach").text

    assert "Hidden ·" in page
    assert "Rather rude" not in visitor.get(f"/s/{token}").text
    assert "left a note" not in browser.get("/today").text
    browser.post(undo_of(page))
    assert "Rather rude" in visitor.get(f"/s/{token}").text


def test_a_deleted_note_comes_back_by_undo(browser: Browser, note: CoachNote) -> None:
    browser.post(f"/coach/notes/{note.id}/removal")
    page = browser.get("/coach").text
    assert "Look at it." not in page

    browser.post(undo_of(page), data={"key": "u"})
    assert "Look at it." in browser.get("/coach").text
    back = reread(note)
    assert (back.by, back.suggestion) == ("Ana", "Learn SQL joins by heart")


def test_removal_of_another_noun_is_not_put_back_here(browser: Browser, build: Build) -> None:
    removal = build.removal(build.application(browser.user))

    assert browser.post(f"/coach/notes/removals/{removal.id}/reversal").status_code == 404


@pytest.mark.both_databases
def test_earlier_notes_are_a_page_further(browser: Browser, build: Build) -> None:
    link, _ = build.link(browser.user)
    with build.together():
        for number in range(32):
            build.coach_note(link, f"Note number {number}.")
    page = browser.get("/coach").text
    more = unescape(re.findall(r'href="(/coach\?before=\d+)#notes"', page)[0])

    assert "Note number 31." in page
    assert "Note number 1." not in page
    assert "Note number 1." in browser.get(more).text
    assert browser.get("/coach?before=x").status_code == 200


def test_page_asks_as_many_queries_whatever_there_is(browser: Browser, build: Build) -> None:
    def filled(count: int) -> None:
        for _ in range(count):
            link, _ = build.link(browser.user)
            card = build.application(browser.user)
            action = build.action(browser.user)
            build.coach_note(link, application_id=card.id, action_id=action.id)

    filled(1)
    browser.get("/coach")
    few = queries(lambda: browser.get("/coach"))
    filled(4)

    assert queries(lambda: browser.get("/coach")) == few == 5


def test_a_preview_tells_which_words_look_like_names_and_will_be_shown(
    browser: Browser, build: Build
) -> None:
    build.feedback(build.application(browser.user), "We thought that Dana would fit better.")
    shown = browser.get("/coach/preview?parts=feedback&companies=names&span=all").text
    named = browser.get("/coach/preview?parts=feedback&companies=names&span=all&people=y").text
    _, token = build.link(browser.user)

    assert "These look like names and will be shown:" in shown
    assert "Dana" in shown.partition("These look like names")[2].partition("</div>")[0]
    assert "These look like names" not in named
    assert "These look like names" not in browser.get(f"/s/{token}").text


def test_a_first_link_asks_what_help_is_wanted_with_and_a_later_one_shows_it(
    browser: Browser,
) -> None:
    def wanted() -> str:
        return db.session.get_one(User, browser.user.id, populate_existing=True).help_wanted

    filled = form_of(browser.get("/coach/links/new").text, "/coach/links")
    browser.post("/coach/links", data=filled | {"help_wanted": "How do I begin?"})
    again = browser.get("/coach/links/new").text

    assert wanted() == "How do I begin?"
    assert '“<span dir="auto">How do I begin?</span>”' in again
    assert 'name="help_wanted"' not in again
    browser.post("/coach/links", data=form_of(again, "/coach/links"))
    assert wanted() == "How do I begin?"
    browser.post("/coach/links", data=filled | {"help_wanted": "And the gap?", "key": "other"})
    assert wanted() == "How do I begin?\n\nAnd the gap?"


def test_a_wish_for_help_that_is_too_long_is_there_still(browser: Browser) -> None:
    filled = form_of(browser.get("/coach/links/new").text, "/coach/links")
    answer = browser.post("/coach/links", data=filled | {"help_wanted": "Long. " * 800})

    assert answer.status_code == 422
    assert "Please shorten this by" in answer.text and "Long. Long." in answer.text
