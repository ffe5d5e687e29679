"""One action for several applications: from what they keep saying, a point, or an action."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, ActionPoint, Application, FeedbackPoint, Theme
from tracker.values.days import day_of


@pytest.fixture
def theme(browser: Browser, build) -> Theme:
    return build.theme(browser.user, "Telling examples")


@pytest.fixture
def points(browser: Browser, build, theme) -> list[FeedbackPoint]:
    """The same thing said about three applications, the first the longest ago."""
    found = []
    with build.together():
        for company in ("Acme", "Banksia", "Cockatoo"):
            card = build.application(browser.user, stage="feedback_received", company=company)
            build.rejection(card, on=day_of(now(), browser.user.zone))
            feedback = build.feedback(card, f"Long answers at {company}.", specific=True)
            found.append(build.point(feedback, theme_id=theme.id))
    return found


def ticked(page: str) -> list[int]:
    return [int(each) for each in re.findall(r'name="point" value="(\d+)" checked', page)]


def offered(page: str) -> list[int]:
    return [int(each) for each in re.findall(r'name="point" value="(\d+)"', page)]


def numbers(points: list[FeedbackPoint]) -> list[int]:
    return [each.id for each in points]


def the_action(browser: Browser) -> Action:
    db.session.rollback()
    return db.session.scalars(Action.of(browser.user.id)).one()


def answered(browser: Browser) -> set[int]:
    db.session.rollback()
    return set(db.session.scalars(select(ActionPoint.point_id)))


def cards(points: list[FeedbackPoint]) -> list[Application]:
    db.session.rollback()
    return [
        db.session.get_one(Application, each.application_id, populate_existing=True)
        for each in points
    ]


@pytest.mark.both_databases
def test_what_they_keep_saying_becomes_one_action_that_closes_all_loops(
    browser, theme, points
) -> None:
    assert f"/actions/new?theme={theme.id}" in browser.get("/insights?span=all").text
    page = browser.get(f"/actions/new?theme={theme.id}").text
    assert ticked(page) == numbers(points)[::-1]
    sent = form_of(page, "/actions") | {"point": [str(each) for each in ticked(page)]}

    answer = browser.post("/actions", data=sent)

    action = the_action(browser)
    assert answer.headers["Location"] == f"/actions/{action.id}"
    assert answered(browser) == set(numbers(points))
    shown = browser.get(f"/actions/{action.id}").text
    assert all(each in shown for each in ("Acme", "Banksia", "Cockatoo", "for 3 applications"))
    browser.post(f"/actions/{action.id}/completion", data={"key": "done"})
    assert {each.stage for each in cards(points)} == {"action_taken"}
    assert all(each.loop_ended for each in cards(points))

    browser.post(undo_of(browser.get(f"/actions/{action.id}").text), data={"key": "undo"})

    assert {each.stage for each in cards(points)} == {"feedback_received"}
    assert not any(each.loop_ended for each in cards(points))


def test_theme_of_which_all_has_an_action_still_proposes_one(browser, build, theme, points) -> None:
    build.action(browser.user, *points)

    page = browser.get(f"/actions/new?theme={theme.id}").text

    assert "has an action already" in page
    assert form_of(page, "/actions")["what"] == "Practise one concrete example, aloud"
    assert offered(page) == []


def test_the_places_where_themes_are_read_lead_there(browser, theme, points) -> None:
    address = f'href="/actions/new?theme={theme.id}"'

    assert address in browser.get(f"/themes/{theme.id}").text
    look = browser.post("/step-back").headers["Location"]
    assert address in browser.get(look).text


@pytest.mark.both_databases
def test_a_point_offers_the_same_lesson_from_others_and_ticks_only_itself(browser, points) -> None:
    page = browser.get(f"/actions/new?point={points[0].id}").text

    assert "The same lesson from" in page
    assert ticked(page) == [points[0].id]
    assert offered(page) == [points[0].id, points[2].id, points[1].id]


def test_words_that_another_application_was_told_too_stand_once(browser, build, theme) -> None:
    with build.together():
        cards = [build.application(browser.user, company=each) for each in ("Acme", "Banksia")]
        points = [
            build.point(build.feedback(card, "Too long."), theme_id=theme.id) for card in cards
        ]

    page = browser.get(f"/actions/new?point={points[0].id}").text

    assert page.count("“Too long.”") == 1
    assert "Banksia</span>" in page
    assert browser.get(f"/actions/new?theme={theme.id}").text.count("“Too long.”") == 2


def test_finer_themes_belong_to_the_broad_one(browser, build, theme, points) -> None:
    with build.together():
        finer = build.theme(browser.user, "Too long", parent_id=theme.id)
        card = build.application(browser.user, stage="rejected")
        point = build.point(build.feedback(card, "Too long."), theme_id=finer.id)

    assert point.id in offered(browser.get(f"/actions/new?theme={theme.id}").text)


def test_what_is_answered_a_strength_in_the_bin_or_of_somebody_else_is_not_offered(
    browser, sign_in, build, theme, points
) -> None:
    with build.together():
        build.action(browser.user, points[1])
        card = build.application(browser.user, stage="rejected")
        build.point(build.feedback(card, "Good examples."), theme_id=theme.id, kind="strength")
        gone = build.application(browser.user, stage="rejected", deleted_at=now())
        build.point(build.feedback(gone, "Long."), theme_id=theme.id)
    build.point(build.feedback(build.application(sign_in().user), "Long."), theme_id=theme.id)

    page = browser.get(f"/actions/new?theme={theme.id}").text

    assert offered(page) == [points[2].id, points[0].id]


def test_an_action_takes_up_others_and_undo_leaves_them(browser, build, points) -> None:
    action = build.action(browser.user, points[0], application_id=points[0].application_id)
    place = f"/actions/{action.id}/points"
    assert f'href="{place}"' in browser.get(f"/actions/{action.id}").text
    page = browser.get(place).text
    assert (ticked(page), set(offered(page))) == ([points[0].id], set(numbers(points)))

    browser.post(place, data={"point": [str(each) for each in numbers(points)]})

    assert answered(browser) == set(numbers(points))
    assert [each.actions_open for each in cards(points)] == [1, 1, 1]
    page = browser.get(f"/actions/{action.id}").text
    assert "one action for 3 applications" in page
    browser.post(undo_of(page), data={"key": "u"})
    assert answered(browser) == {points[0].id}
    assert [each.actions_open for each in cards(points)] == [1, 0, 0]
    assert [each.points_open for each in cards(points)] == [0, 1, 1]


def test_one_that_is_done_takes_new_cards_along_and_undo_brings_them_back(
    browser, build, points
) -> None:
    done_on = day_of(now(), browser.user.zone) - timedelta(days=9)
    action = build.action(browser.user, points[0], done_on=done_on)
    place = f"/actions/{action.id}/points"

    browser.post(place, data={"point": [str(each) for each in numbers(points)]})

    assert [each.stage for each in cards(points)] == ["action_taken"] * 3
    page = browser.get(f"/actions/{action.id}").text
    assert page.count("Move it back") == 3
    browser.post(undo_of(page), data={"key": "u"})
    assert {each.stage for each in cards(points)} == {"feedback_received"}


def test_unticked_is_answered_no_more(browser, build, points) -> None:
    action = build.action(browser.user, *points)

    browser.post(f"/actions/{action.id}/points", data={"point": str(points[1].id)})

    assert answered(browser) == {points[1].id}
    assert [each.points_open for each in cards(points)] == [1, 0, 1]


@pytest.mark.both_databases
def test_among_six_hundred_a_word_a_role_or_a_company_finds_the_one(
    browser, build, theme, points
) -> None:
    with build.together():
        card = build.application(browser.user, stage="rejected", company="Wattle & Söhne")
        feedback = build.feedback(card, "Much was said.")
        wanted = build.point(feedback, "Bring 100% of your numbers.", theme_id=theme.id)
        many = build.application(browser.user, stage="rejected", company="Many")
        said = build.feedback(many, "Said again and again.")
        for number in range(20):
            build.point(said, f"Said {number}", theme_id=theme.id)
        action = build.action(browser.user, points[0])
    place = f"/actions/{action.id}/points"

    page = browser.get(place).text
    assert len(offered(page)) == 13
    assert wanted.id not in offered(page)
    assert "There are earlier ones." in page

    for words in ("100%", "numbers wattle", "bring"):
        address = f"{place}?q={words.replace('%', '%25')}&point={points[0].id}&point={points[2].id}"
        found = browser.get(address).text
        assert wanted.id in offered(found), words
        assert set(ticked(found)) == {points[0].id, points[2].id}
    assert "Nothing fits" in browser.get(f"{place}?q=100_").text


def test_for_a_new_action_the_ticks_come_along_from_looking(browser, theme, points) -> None:
    page = browser.get(f"/actions/points?theme={theme.id}&point={points[0].id}&q=cockatoo").text

    assert set(offered(page)) == {points[0].id, points[2].id}
    assert 'formaction="/actions/new"' in page
    form = browser.get(f"/actions/new?theme={theme.id}&point={points[2].id}&q=").text
    assert ticked(form) == [points[2].id]


def test_refused_form_keeps_its_ticks(browser, theme, points) -> None:
    answer = browser.post(
        "/actions", data={"what": "", "theme": theme.id, "point": str(points[1].id), "key": "k"}
    )

    assert answer.status_code == 422
    assert ticked(answer.text) == [points[1].id]
    assert form_of(answer.text, "/actions")["theme"] == str(theme.id)


def test_somebody_elses_point_theme_or_move_is_not_found(browser, sign_in, build, points) -> None:
    stranger = sign_in().user
    with build.together():
        theirs = build.point(build.feedback(build.application(stranger)))
        action = build.action(browser.user, points[0])
    place = f"/actions/{action.id}/points"

    assert browser.post(place, data={"point": str(theirs.id)}).status_code == 404
    assert browser.get(f"/actions/points?point={theirs.id}").status_code == 404
    theme = build.theme(stranger)
    assert browser.get(f"/actions/new?theme={theme.id}").status_code == 404
    assert browser.post(f"{place}/reversal?was={theirs.id}").status_code == 404
    assert browser.post(f"{place}/reversal?moved=999999").status_code == 404
    assert answered(browser) == {points[0].id}


def test_more_points_than_one_action_can_answer_are_refused(browser, build, points) -> None:
    action = build.action(browser.user, points[0])
    many = [str(number) for number in range(1, 102)]

    assert browser.post(f"/actions/{action.id}/points", data={"point": many}).status_code == 422
    assert answered(browser) == {points[0].id}


def test_choosing_asks_few_queries_however_much_there_is(browser, build, theme, points) -> None:
    action = build.action(browser.user, points[0])
    browser.get(f"/actions/{action.id}/points")
    few = queries(lambda: browser.get(f"/actions/{action.id}/points"))
    with build.together():
        many = build.application(browser.user, stage="rejected")
        said = build.feedback(many, "Said again.")
        for number in range(9):
            build.point(said, f"Said {number}", theme_id=theme.id)

    assert queries(lambda: browser.get(f"/actions/{action.id}/points")) == few


def test_a_coach_reads_for_how_many_it_is(browser, build, visitor, points) -> None:
    build.action(browser.user, *points, application_id=points[0].application_id)
    _, token = build.link(browser.user)

    page = visitor.get(f"/s/{token}").text

    assert "and 2 other applications" in page


def test_an_action_that_answers_no_point_offers_no_same_lesson(browser, build, points) -> None:
    action = build.action(browser.user, application_id=points[0].application_id, kind="other")

    page = browser.get(f"/actions/{action.id}").text

    assert "The same lesson" not in page
    assert "· Other" not in page
    assert '<button class="main full" form="done">Done</button>' in page
    lesson = build.action(browser.user, points[0])
    assert "The same lesson from" in browser.get(f"/actions/{lesson.id}").text
