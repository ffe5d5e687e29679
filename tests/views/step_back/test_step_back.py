"""Stepping back on the screen: offered calmly, kept, finished, read again."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.sent import form_of, queries, undo_of
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, StepBack
from tracker.values.days import day_of
from tracker.views.actions.points import chooser_address
from tracker.views.step_back.step_back import STEPS

MARK = "Marked-Words-Of-Mine"


def looks() -> list[StepBack]:
    db.session.rollback()
    return list(db.session.scalars(select(StepBack).order_by(StepBack.id)))


def five_noes(build, user) -> None:
    with build.together():
        for ago in range(5):
            card = build.application(user, stage="rejected", source="SEEK")
            build.rejection(card, on=day_of(now(), user.zone) - timedelta(ago), how="email")


@pytest.fixture
def place(browser) -> str:
    return browser.post("/step-back").headers["Location"]


def test_today_says_nothing_of_it_before_the_fifth(browser, build) -> None:
    assert 'id="turn"' not in browser.get("/today").text
    five_noes(build, browser.user)
    page = browser.get("/today").text
    assert "Looking for a pattern, not judging you." in page
    assert "It may help to look for a pattern." in browser.get("/step-back").text
    assert "in a row" not in page + browser.get("/step-back").text
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + timedelta(days=2))
    assert 'id="turn"' not in browser.get("/today").text, "no time for it"


def test_not_now_puts_it_off_and_is_never_listed_as_a_look(browser, build) -> None:
    five_noes(build, browser.user)
    for _ in range(2):
        answer = browser.post("/step-back/postponement", data={"key": "k"})
        assert answer.headers["Location"] == "/today"
    assert 'id="turn"' not in browser.get("/today").text
    assert len(looks()) == 1
    assert 'id="before"' not in browser.get("/step-back").text


def test_looking_at_nothing_yet_says_what_will_show_here(browser, place) -> None:
    assert browser.post("/step-back").headers["Location"] == place, "it is never doubled"
    assert len(looks()) == 1
    page = browser.get(place).text
    for words in (
        "which skills they ask for",
        "on the page of each application",
        "You can ask someone to review it",
    ):
        assert words in page
    assert "<table" not in page and "%" not in page


def test_what_is_seen_are_whole_numbers(browser, build, place) -> None:
    five_noes(build, browser.user)
    paper = build.document(browser.user, label="Résumé v7")
    build.application(
        browser.user,
        stage="interview",
        applied_on=day_of(now(), browser.user.zone) - timedelta(80),
        resume_id=paper.id,
    )
    build.application(browser.user, applied_on=day_of(now(), browser.user.zone), resume_id=paper.id)
    page = browser.get(place).text
    assert "7 applications of the last 90 days; 1 came to an interview." in page
    assert "Résumé v7" in page and "SEEK" in page and "%" not in page
    assert "“Résumé v7”: 1 of 1 came to an interview." in page
    assert "Not counted, because an answer may still come: 1 application of" in page


@pytest.mark.both_databases
def test_words_are_kept_and_lead_on_to_a_plan(browser, place) -> None:
    form = form_of(browser.get(place).text, place)
    answer = browser.post(place, data=form | {"fit": MARK, "then": "search_focus"})
    assert answer.headers["Location"] == f"{place}/actions/new?kind=search_focus"
    assert looks()[0].fit == MARK
    assert "Look more where" in browser.get(answer.headers["Location"]).text


def test_one_step_is_shown_at_a_time_and_what_was_typed_in_any_goes_on_with_it(
    browser, place
) -> None:
    page = browser.get(place).text
    assert re.findall(r"<h([12]) id=\"(\w+)-head\">", page) == [
        ("2" if at else "1", step) for at, step in enumerate(STEPS)
    ]
    assert len(re.findall(r"<section[^>]* hidden>", page)) == len(STEPS) - 1
    answer = browser.post(place, data=form_of(page, place) | {"fit": MARK, "then": "step-themes"})
    assert answer.headers["Location"] == f"{place}?step=themes"
    page = browser.get(answer.headers["Location"]).text
    assert 'aria-labelledby="themes-head">' in page and 'aria-labelledby="fit-head" hidden>' in page
    browser.post(place, data=form_of(page, place) | {"themes": "More", "then": "later"})
    assert (looks()[0].fit, looks()[0].themes) == (MARK, "More")
    assert browser.get(f"{place}?step=nowhere").status_code == 200


def test_the_buttons_lead_where_they_say_and_nowhere_else(browser, place) -> None:
    for then, leads in (
        ("ask-linkedin", "/reviews/new?subject=linkedin&ask=1&look="),
        ("note-social", "/reviews/new?subject=social&look="),
        ("ask-https://evil.example", "/step-back/"),
        ("//evil.example", "/step-back/"),
        ("step-//evil.example", "/step-back/"),
    ):
        form = form_of(browser.get(place).text, place)
        assert (
            browser.post(place, data=form | {"then": then}).headers["Location"].startswith(leads)
        ), (then, leads)


def test_two_tabs_get_both_versions(browser, place) -> None:
    form = form_of(browser.get(place).text, place)
    browser.post(place, data=form | {"themes": "Theirs here"})
    answer = browser.post(f"{place}/ending", data=form | {"themes": MARK})
    assert answer.status_code == 409
    assert MARK in answer.text and "Theirs here" in answer.text
    assert not re.search(r"<section[^>]* hidden>", answer.text)
    assert looks()[0].ended_at is None


def test_words_that_are_too_long_keep_one_at_the_step_that_has_them(
    browser, place, monkeypatch
) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    long = "Again. " * 300
    form = form_of(browser.get(place).text, place)
    answer = browser.post(place, data=form | {"sources": long, "others": long, "fit": MARK})

    assert answer.status_code == 413 and MARK in answer.text
    shown = re.findall(r'<section[^>]* aria-labelledby="(\w+)-head">', answer.text)
    assert shown == ["sources"]


def test_up_to_three_actions_come_of_it_and_then_none_is_offered(browser, place) -> None:
    address = f"{place}/actions"
    answer = browser.post(address, data={"what": " ", "cue": MARK})
    assert answer.status_code == 422 and MARK in answer.text
    for number in range(3):
        form = form_of(browser.get(f"{address}/new?kind=resume").text, address)
        assert form["kind"] == "resume" and form["due_on"]
        sent = form | {"what": f"Thing {number}", "cue": "Saturday"}
        for _ in range(2):
            answer = browser.post(address, data=sent)
        assert answer.headers["Location"] == f"{place}?step=outcome#outcome"
    db.session.rollback()
    actions = db.session.scalars(select(Action)).all()
    assert [each.step_back_id for each in actions] == [looks()[0].id] * 3
    page = browser.get(place).text
    assert "Thing 2" in page and "That is plenty." in page and 'value="search_focus"' not in page
    assert f'href="{place}"' in browser.get(f"/actions/{actions[0].id}").text


def test_a_finished_one_is_read_again_reopened_deleted_and_brought_back(browser, place) -> None:
    form = form_of(browser.get(place).text, place)
    words = f"I like small teams. {MARK}"
    answer = browser.post(f"{place}/ending", data=form | {"others": words})
    assert answer.headers["Location"] == place
    page = browser.get(place).text
    assert MARK in page and "<textarea" not in page
    assert "“I like small teams.”" in page.partition("panel finding")[2].partition("</div>")[0]
    assert f'href="{place}/actions/new">Plan one thing' in page
    before = browser.get("/step-back").text
    assert place in before and MARK in before

    browser.post(f"{place}/ending/reversal")
    assert MARK in form_of(browser.get(place).text, place)["others"]

    browser.post(f"{place}/removal", data={"key": "k"})
    undo = undo_of(browser.get("/step-back").text)
    assert looks() == [] and browser.get(place).status_code == 404
    browser.post(undo)
    assert looks()[0].others == words


def test_with_nothing_typed_it_ends_with_what_was_seen_thanks_and_a_plan_that_answers_it(
    browser, build, place
) -> None:
    browser.post(f"{place}/ending", data=form_of(browser.get(place).text, place))
    page = browser.get(place).text
    assert "Thank you for looking" in page and page.count("Sometimes looking is enough.") == 1
    assert f'href="{place}/actions/new">Plan one thing' in page

    five_noes(build, browser.user)
    page = browser.get(place).text
    assert "5 applications of the last 90 days." in page and "“SEEK”" not in page  # no interview
    assert "Rework the top third of my résumé" in page

    told = build.feedback(build.application(browser.user), "Vague.")
    theme = build.theme(browser.user)
    for _ in range(2):
        build.point(told, "Vague.", theme_id=theme.id)
    page = browser.get(place).text
    assert "“Examples” comes up most: 2 times." in page and "Sometimes" not in page
    there = f"/actions/new?theme={theme.id}&amp;look={looks()[0].id}"
    assert f'href="{there}">Plan one thing' in page and "<progress" not in page
    assert "“Examples” came up 2 times. If you like:" in page and "Finished today." in page
    chooser = browser.get(chooser_address([], None, theme, looks()[0])).text
    assert f'name="look" value="{looks()[0].id}"' in chooser  # it stays the look's own plan

    form = form_of(browser.get(there.replace("&amp;", "&")).text, "/actions")
    assert form["what"] == "Practise one concrete example, aloud"  # no quotation
    assert browser.post("/actions", data=form).headers["Location"] == place
    page = browser.get(place).text
    assert "What came of it" in page and "Plan one thing" not in page


def test_a_plan_is_proposed_only_where_it_says_by_itself_what_it_is_about(
    browser, build, place
) -> None:
    five_noes(build, browser.user)
    told = build.feedback(build.application(browser.user), "Tools.")
    tools = build.theme(browser.user, name="Tools and systems", slug="skills.tools")
    why = build.theme(browser.user, name="Why this job", slug="motivation")
    for theme in (tools, tools, tools, why, why):
        build.point(told, "They spoke of it.", theme_id=theme.id)
    browser.post(f"{place}/ending", data=form_of(browser.get(place).text, place))

    page = browser.get(place).text
    assert "with the tool" not in page
    assert "“Why this job” came up 2 times and has no plan yet. If you like:" in page
    assert "Write two sentences on why this job" in page


def test_its_words_are_in_no_search_and_kept_by_no_shared_browser(browser, place) -> None:
    browser.post(place, data=form_of(browser.get(place).text, place) | {"fit": MARK})
    assert browser.get(place).headers["Cache-Control"] == "private, no-store"
    assert "/step-back/" not in browser.get(f"/search?q={MARK}").text


def test_the_page_asks_as_much_however_much_there_is(browser, build, place) -> None:
    five_noes(build, browser.user)
    bare = queries(lambda: browser.get(place))
    for _ in range(3):
        five_noes(build, browser.user)
        build.review(browser.user)
    assert queries(lambda: browser.get(place)) == bare == 8
