"""Actions: planned from a point in two taps, done, shown, moved, dropped; each with its undo."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import (
    Action,
    ActionPoint,
    ActionUse,
    Application,
    Feedback,
    FeedbackPoint,
    Rejection,
)
from tracker.values.days import day_of

LONG = "Your examples were too long."


@pytest.fixture
def card(browser: Browser, build) -> Application:
    with build.together():
        card = build.application(browser.user, stage="feedback_received")
        build.rejection(card, on=today(browser))
    return card


@pytest.fixture
def feedback(build, card) -> Feedback:
    return build.feedback(card, LONG, specific=True)


@pytest.fixture
def point(build, feedback) -> FeedbackPoint:
    return build.point(feedback, LONG)


def today(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


def actions(browser: Browser) -> list[Action]:
    db.session.rollback()
    return list(db.session.scalars(Action.of(browser.user.id).order_by(Action.id)))


def plan(browser: Browser, point: FeedbackPoint, **changed: object) -> Action:
    sent = form_of(browser.get(f"/actions/new?point={point.id}").text, "/actions")
    browser.post("/actions", data=sent | changed)
    return actions(browser)[-1]


@pytest.mark.parametrize("field", ["point", "application"])
def test_another_persons_row_named_in_the_body_is_not_found(
    browser, sign_in, build, field: str
) -> None:
    theirs = build.point(build.feedback(build.application(sign_in().user)))
    number = theirs.id if field == "point" else theirs.application_id

    assert browser.post("/actions", data={"what": "Spy", field: number}).status_code == 404
    assert browser.get(f"/actions/new?{field}={number}").status_code == 404
    assert actions(browser) == []


def test_point_that_is_no_number_of_a_row_is_not_found(browser) -> None:
    for number in ("x", "0", "-1", str(2**70), "1e3"):
        assert browser.post("/actions", data={"what": "X", "point": number}).status_code == 404, (
            number
        )


def test_another_persons_document_as_proof_is_not_found(browser, sign_in, build) -> None:
    action = build.action(browser.user, done_on=today(browser))
    theirs = build.document(sign_in().user)

    answer = browser.post(f"/actions/{action.id}/proof", data={"proof_document_id": theirs.id})

    assert answer.status_code == 404
    assert actions(browser)[0].proof_document_id is None


def test_another_persons_action_named_as_used_is_not_found(browser, sign_in, build, card) -> None:
    theirs = build.action(sign_in().user, done_on=today(browser))

    assert (
        browser.post(f"/applications/{card.id}/uses", data={"used": theirs.id}).status_code == 404
    )
    added = browser.post("/applications", data={"company": "A", "role": "B", "used": theirs.id})
    assert added.status_code == 404
    assert db.session.scalar(select(func.count(ActionUse.id))) == 0


def test_action_without_words_is_asked_for_some_and_the_rest_is_kept(browser, point) -> None:
    answer = browser.post(
        "/actions", data={"what": " ", "cue": "Saturday", "point": point.id, "key": "k"}
    )

    assert answer.status_code == 422
    again = form_of(answer.text, "/actions")
    assert (again["cue"], again["point"]) == ("Saturday", f"{point.id}")
    assert actions(browser) == []


def test_two_taps_make_a_plan_from_a_point(browser, build, card, point) -> None:
    page = browser.get(f"/feedback/{point.feedback_id}/points").text
    assert f"/actions/new?point={point.id}" in page
    plan_page = browser.get(f"/actions/new?point={point.id}").text
    assert plan_page.count("Your examples were too long") == 1  # once, above the field
    assert plan_page.index("Your examples were too long") < plan_page.index('name="what"')
    sent = form_of(plan_page, "/actions")

    answer = browser.post("/actions", data=sent)

    action = actions(browser)[0]
    assert answer.headers["Location"] == f"/applications/{card.id}"
    assert (action.kind, action.application_id) == ("interview_practice", card.id)
    assert action.what == "Practise one answer in two minutes, by the timer"
    assert action.due_on is not None
    assert action.due_on > today(browser) + timedelta(days=1)
    assert (fresh(card).points_open, fresh(card).actions_open) == (0, 1)
    assert fresh(card).action_due_on == action.due_on


def test_one_action_answers_several_points(browser, build, card, feedback, point) -> None:
    other = build.point(feedback, "You seemed nervous.")
    sent = form_of(browser.get(f"/actions/new?point={point.id}").text, "/actions")
    browser.post("/actions", data=sent | {"point": [str(point.id), str(other.id)]})

    links = db.session.scalars(select(ActionPoint.point_id).order_by(ActionPoint.point_id)).all()
    assert list(links) == [point.id, other.id]
    assert fresh(card).points_open == 0


def test_sent_twice_is_one_action(browser, point) -> None:
    sent = form_of(browser.get(f"/actions/new?point={point.id}").text, "/actions")
    for _ in range(2):
        assert browser.post("/actions", data=sent).status_code == 303

    assert len(actions(browser)) == 1


def test_plan_changed_after_it_was_saved_is_asked_about_and_kept(browser, point) -> None:
    sent = form_of(browser.get(f"/actions/new?point={point.id}").text, "/actions")
    browser.post("/actions", data=sent)

    answer = browser.post("/actions", data=sent | {"what": "Something else"})

    assert answer.status_code == 409
    assert form_of(answer.text, "/actions")["what"] == "Something else"
    assert len(actions(browser)) == 1


def test_plan_reads_as_a_sentence_on_its_page(browser, build) -> None:
    action = build.action(browser.user, cue="Saturday after breakfast", plan="record two answers")

    page = browser.get(f"/actions/{action.id}").text

    assert "Saturday after breakfast: I will record two answers." in page


def test_done_moves_the_card_and_says_so(browser, card, point) -> None:
    action = plan(browser, point)

    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})

    assert fresh(card).stage == "action_taken"
    assert (fresh(card).actions_open, fresh(card).loop_ended) == (0, True)
    page = browser.get(f"/actions/{action.id}").text
    assert "Done. Junior Developer moved to Action taken." in page
    assert "Note how it went?" in page
    assert actions(browser)[0].done_on == today(browser)


def test_what_is_ticked_in_the_list_stays_there_with_a_line_for_proof_until_one_goes_on(
    browser, card, point, build
) -> None:
    action, other = plan(browser, point), build.action(browser.user, what="Another")
    here, done = {"Referer": "http://localhost/actions"}, []

    for each in (action, other):
        done.append(browser.post(f"/actions/{each.id}/completion", headers=here).location)
        here = {"Referer": f"http://localhost{done[-1]}"}

    page = browser.get(done[-1]).text
    assert done[0] == f"/actions?ticked={action.id}#action-{action.id}"
    assert page.count('aria-pressed="true"') == 2
    assert f'href="/actions/{action.id}?note=1#shown">Note how it went?' in page
    assert "Junior Developer moved to Action taken." in page
    assert '<i class="tick"' not in page  # nor among those done before
    assert "Note how it went?" not in browser.get("/actions").text

    undone = browser.post(f"/actions/{action.id}/completion/reversal", headers=here)
    assert undone.location == f"/actions?ticked={other.id}#action-{action.id}"
    assert actions(browser)[0].done_on is None

    here = {"Referer": f"http://localhost/applications/{card.id}/actions"}
    place = browser.post(f"/actions/{action.id}/completion", headers=here).location
    assert f'<li id="action-{action.id}" class="ticked">' in browser.get(place).text


def test_a_tick_by_script_answers_with_its_row_and_says_it(browser, build, card, point) -> None:
    action = plan(browser, point)
    here = {"Referer": "http://localhost/actions", "HX-Request": "true"}

    done = browser.post(f"/actions/{action.id}/completion", headers=here).text

    assert f'<hx-partial hx-target="#action-{action.id}" hx-swap="outerHTML">' in done
    assert f'hx-post="/actions/{action.id}/completion/reversal"' in done
    assert "Done. Junior Developer moved to Action taken.</hx-partial>" in done
    undone = browser.post(f"/actions/{action.id}/completion/reversal", headers=here).text
    assert f'hx-post="/actions/{action.id}/completion"' in undone
    assert "aria-pressed" not in undone

    away = build.application(browser.user, applied_on=today(browser) + timedelta(days=3))
    early = build.action(browser.user, application_id=away.id)
    asked = browser.post(f"/actions/{early.id}/completion", headers=here)
    assert "before you applied" in browser.get(asked.headers["HX-Redirect"]).text


def test_another_day_of_done_has_a_button_of_its_own(browser, card, point) -> None:
    action = plan(browser, point)
    page = browser.get(f"/actions/{action.id}").text
    fold = page.partition("I did it on another day")[2].partition("</details>")[0]
    assert "<button>Done on this day</button>" in fold

    day = today(browser) - timedelta(days=1)
    browser.post(f"/actions/{action.id}/completion", data={"key": "k", "done_on": f"{day}"})

    assert actions(browser)[0].done_on == day
    assert "Save the day" in browser.get(f"/actions/{action.id}").text


def test_undo_of_the_move_keeps_the_action_done(browser, card, point) -> None:
    action = plan(browser, point)
    browser.post(f"/actions/{action.id}/completion")
    page = browser.get(f"/actions/{action.id}").text
    start = page.index(f'action="/applications/{card.id}/stage/')
    reversal = page[start:].split('"')[1]

    browser.post(reversal, data={"key": "u"})

    assert fresh(card).stage == "feedback_received"
    assert actions(browser)[0].done_on is not None
    assert "Move it back" not in browser.get(f"/actions/{action.id}").text


def test_undo_of_done_puts_the_card_back_too(browser, card, point) -> None:
    action = plan(browser, point)
    browser.post(f"/actions/{action.id}/completion")

    browser.post(undo_of(browser.get(f"/actions/{action.id}").text), data={"key": "u"})

    assert fresh(card).stage == "feedback_received"
    assert actions(browser)[0].done_on is None
    assert fresh(card).actions_open == 1


def test_undo_leaves_a_card_that_another_done_action_holds(browser, build, card, point) -> None:
    first = plan(browser, point)
    build.action(browser.user, application_id=card.id, done_on=today(browser))
    browser.post(f"/actions/{first.id}/completion")

    browser.post(f"/actions/{first.id}/completion/reversal")

    assert fresh(card).stage == "action_taken"


def test_every_card_whose_point_it_answers_moves_but_those_put_away_or_open(
    browser, build, card, point
) -> None:
    cards = {
        "rejected": build.application(browser.user, stage="rejected"),
        "away": build.application(
            browser.user, stage="rejected", archived_at=now(), outcome="withdrawn"
        ),
        "interview": build.application(browser.user, stage="interview"),
    }
    points = [build.point(build.feedback(each), LONG) for each in cards.values()]
    action = build.action(browser.user, point, *points, application_id=card.id)

    browser.post(f"/actions/{action.id}/completion")

    assert fresh(card).stage == "action_taken"
    stages = {name: fresh(each).stage for name, each in cards.items()}
    assert stages == {"rejected": "action_taken", "away": "rejected", "interview": "interview"}
    assert "2 cards moved to Action taken" in browser.get("/actions").text


def test_done_twice_is_done_once(browser, card, point) -> None:
    action = plan(browser, point)
    for key in ("a", "b"):
        browser.post(f"/actions/{action.id}/completion", data={"key": key})

    assert fresh(card).stage == "action_taken"
    assert len(actions(browser)) == 1


def test_proof_is_a_line_a_link_or_a_document_and_may_be_left_out(browser, build) -> None:
    action = build.action(browser.user, done_on=today(browser))
    address = f"/actions/{action.id}/proof"
    document = build.document(browser.user, label="Résumé v2")
    page = browser.get(f"/actions/{action.id}").text
    assert 'href="/actions">Skip' in page

    sent = form_of(page, address)
    browser.post(
        address,
        data=sent | {"proof": "https://example.org/talk", "proof_document_id": document.id},
    )

    page = browser.get(f"/actions/{action.id}").text
    assert 'href="https://example.org/talk"' in page
    assert "Résumé v2" in page


def test_proof_is_never_a_link_that_runs_something(browser, build) -> None:
    action = build.action(browser.user, done_on=today(browser), proof="javascript:alert(1)")

    assert 'href="javascript' not in browser.get(f"/actions/{action.id}").text


def test_proof_written_in_two_tabs_shows_both(browser, build) -> None:
    action = build.action(browser.user, done_on=today(browser))
    address = f"/actions/{action.id}/proof"
    first = form_of(browser.get(f"/actions/{action.id}").text, address)
    browser.post(address, data=first | {"proof": "From the phone"})

    answer = browser.post(address, data=first | {"proof": "From the laptop"})

    assert answer.status_code == 409
    assert "From the phone" in answer.text
    assert form_of(answer.text, address)["proof"] == "From the laptop"


def test_day_that_is_none_is_refused(browser, build) -> None:
    action = build.action(browser.user)

    for due_on in ("", "soon", "9999-99-99", "0001-01-01"):
        assert (
            browser.post(f"/actions/{action.id}/day", data={"due_on": due_on}).status_code == 422
        ), due_on


def test_day_moves_in_one_tap_and_back(browser, build, card, point) -> None:
    action = build.action(browser.user, point, due_on=today(browser))
    assert "Tomorrow" in browser.get("/actions").text
    tomorrow = today(browser) + timedelta(days=1)

    browser.post(f"/actions/{action.id}/day", data={"due_on": f"{tomorrow}"})
    assert fresh(card).action_due_on == tomorrow
    browser.post(undo_of(browser.get("/actions").text), data={"key": "u"})

    assert actions(browser)[0].due_on == today(browser)
    assert fresh(card).action_due_on == today(browser)


def test_change_is_kept_and_its_application_knows_the_new_day(browser, build, card, point) -> None:
    action = build.action(browser.user, point, due_on=today(browser))
    address = f"/actions/{action.id}"
    sent = form_of(browser.get(address).text, address)

    browser.post(address, data=sent | {"what": "Record three answers", "due_on": ""})

    assert (actions(browser)[0].what, actions(browser)[0].due_on) == ("Record three answers", None)
    assert fresh(card).action_due_on is None


def test_changed_in_two_tabs_shows_both_versions(browser, build) -> None:
    address = f"/actions/{build.action(browser.user).id}"
    first = form_of(browser.get(address).text, address)
    browser.post(address, data=first | {"what": "From the phone"})

    answer = browser.post(address, data=first | {"what": "From the laptop"})

    assert answer.status_code == 409
    assert "From the phone" in answer.text
    again = form_of(answer.text, address)
    assert again["what"] == "From the laptop"
    assert browser.post(address, data=again).status_code == 303


def test_dropped_action_opens_its_point_again_until_undo(browser, build, card, point) -> None:
    action = build.action(browser.user, point)
    browser.post(f"/actions/{action.id}/removal")
    assert (actions(browser), fresh(card).points_open) == ([], 1)
    assert "Practise two answers" not in browser.get("/actions/new").text

    browser.post(f"/actions/{action.id}/removal/reversal")

    assert len(actions(browser)) == 1
    assert fresh(card).points_open == 0


def test_list_shows_due_later_and_done_and_goes_on(browser, build) -> None:
    build.action(browser.user, what="Due one", due_on=today(browser))
    build.action(browser.user, what="Later one", due_on=today(browser) + timedelta(days=3))
    build.action(browser.user, what="Undated one")
    for number in range(23):
        build.action(browser.user, what=f"Done {number:02}", done_on=today(browser))
    page = browser.get("/actions").text
    assert page.index("Due one") < page.index("Later one") < page.index("Undated one")
    assert page.count(">Done ") >= 20
    assert "Done 02" not in page

    start = page.index('href="/actions?after=')
    more = browser.get(page[start:].split('"')[1]).text

    assert "Done 02" in more
    assert "Done 03" not in more
    assert "Due one" not in more


def test_list_opens_on_what_is_to_do_with_another_day_behind_three_dots(browser, build) -> None:
    build.action(browser.user, what="Due one", due_on=today(browser))
    build.action(browser.user, what="Done one", done_on=today(browser))
    page = browser.get("/actions").text

    assert re.search(r'<details class="fold">\s*<summary><h2>Done · <span data-many>1<', page)
    assert re.search(r'<button class="tick"[^>]*>\s*<span class="vh">Done: Due one</span>', page)
    menu = page.partition('aria-label="Another day: Due one"')[2].partition("</details>")[0]
    assert menu.count('name="due_on"') == 2


def test_odd_place_in_the_list_begins_at_the_top(browser, build) -> None:
    build.action(browser.user, what="Done one", done_on=today(browser))

    for after in ("x", "2026-03-02", "2026-03-02.x", ".", "2026-03-02." + "9" * 40):
        assert "Done one" in browser.get(f"/actions?after={after}").text, after


def test_empty_list_says_what_to_do(browser) -> None:
    assert "Plan an action" in browser.get("/actions").text


def test_list_asks_few_queries_however_much_there_is(browser, build, card) -> None:
    for _ in range(6):
        build.action(browser.user, application_id=card.id, due_on=today(browser))
        build.action(browser.user, application_id=card.id, done_on=today(browser))
    browser.get("/actions")

    assert queries(lambda: browser.get("/actions")) == 4


def test_card_leads_to_the_one_that_is_due(browser, build, card, point) -> None:
    build.action(browser.user, application_id=card.id, due_on=today(browser) + timedelta(days=9))
    due = build.action(browser.user, point, due_on=today(browser))

    answer = browser.get(f"/applications/{card.id}/actions")

    assert answer.headers["Location"] == f"/actions/{due.id}"


def test_card_shows_its_own_actions_only(browser, build, card, point) -> None:
    build.action(browser.user, point, what="Mine here")
    build.action(browser.user, what="Elsewhere")

    page = browser.get(f"/applications/{card.id}/actions").text

    assert "Mine here" in page
    assert "Elsewhere" not in page


def test_own_lesson_becomes_an_action_without_a_point(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, would_change="Ask about the team.\nSleep more.")
    address = f"/applications/{card.id}/lesson"
    sent = form_of(browser.get(address).text, "/actions")
    assert sent["what"] == "Ask about the team"
    browser.post("/actions", data=sent)

    action = actions(browser)[0]
    browser.post(f"/actions/{action.id}/completion")

    assert action.application_id == card.id
    assert fresh(card).stage == "action_taken"


def test_nothing_to_act_on_is_recorded_and_taken_back(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser))
    address = f"/applications/{card.id}/nothing-to-act-on"
    browser.post(address, data={"key": "k"})
    assert fresh(card).loop_ended
    assert fresh(card).stage == "rejected"

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    assert not fresh(card).loop_ended


def test_nothing_to_act_on_asks_for_a_no(browser, build) -> None:
    card = build.application(browser.user, stage="interview")

    assert browser.post(f"/applications/{card.id}/nothing-to-act-on").status_code == 409
    assert db.session.scalar(Rejection.of(card)) is None


def test_application_says_on_adding_what_it_used(browser, build) -> None:
    done = build.action(browser.user, what="Record two answers", done_on=today(browser))
    build.action(browser.user, what="Not done yet")
    page = browser.get("/applications/new").text
    assert "Record two answers" in page
    assert "Not done yet" not in page

    sent = {"company": "Acme", "role": "Clerk", "used": done.id, "key": "k"}
    for _ in range(2):
        browser.post("/applications", data=sent)

    used = db.session.scalars(ActionUse.of(done)).all()
    assert [each.company for each in used] == ["Acme"]
    assert "Clerk, Acme" in browser.get(f"/actions/{done.id}").text


def test_what_was_used_stays_ticked_where_the_form_is_refused(browser, build) -> None:
    done = build.action(browser.user, done_on=today(browser))

    answer = browser.post("/applications", data={"company": "", "role": "Clerk", "used": done.id})

    assert answer.status_code == 422
    assert form_of(answer.text, "/applications")["used"] == f"{done.id}"


@pytest.mark.both_databases
def test_what_was_used_is_changed_later(browser, build, card) -> None:
    first, second = (build.action(browser.user, done_on=today(browser)) for _ in range(2))
    address = f"/applications/{card.id}/uses"
    browser.post(address, data={"used": [first.id, second.id]})
    browser.post(address, data={"used": [second.id]})

    assert [each.id for each in db.session.scalars(ActionUse.by(card))] == [second.id]
    assert f'value="{second.id}" checked' in browser.get(address).text


def test_done_and_its_proof_have_one_place_each_on_the_page(browser, build) -> None:
    action = build.action(browser.user, done_on=today(browser))
    page = browser.get(f"/actions/{action.id}").text
    ids = re.findall(r' id="([^"]+)"', page)

    assert sorted(ids) == sorted(set(ids))


def test_done_on_another_day_moves_the_card_on_that_day_and_undo_takes_both(
    browser, build, point
) -> None:
    card = build.application(browser.user, stage="feedback_received", at=now() - timedelta(days=30))
    point = build.point(build.feedback(card, LONG), LONG)
    action, on = plan(browser, point), today(browser) - timedelta(days=9)

    browser.post(f"/actions/{action.id}/completion", data={"done_on": f"{on}"})
    assert actions(browser)[-1].done_on == on
    assert (fresh(card).stage, fresh(card).stage_since) == ("action_taken", on)

    browser.post(f"/actions/{action.id}/completion/reversal")
    assert actions(browser)[-1].done_on is None
    assert fresh(card).stage == "feedback_received"


def test_card_moves_no_earlier_than_it_came_to_where_it_was(browser, card, point) -> None:
    action, on = plan(browser, point), today(browser) - timedelta(days=9)
    browser.post(f"/actions/{action.id}/completion", data={"done_on": f"{on}"})
    assert actions(browser)[-1].done_on == on
    assert (fresh(card).stage, fresh(card).stage_since) == ("action_taken", today(browser))

    browser.post(f"/actions/{action.id}/completion/reversal")
    assert fresh(card).stage == "feedback_received"


def test_day_of_what_is_done_can_be_told_better_and_takes_its_card_along(browser, build) -> None:
    card = build.application(browser.user, stage="feedback_received", at=now() - timedelta(days=30))
    action = plan(browser, build.point(build.feedback(card, LONG), LONG))
    place, on = f"/actions/{action.id}/completion", today(browser) - timedelta(days=2)
    assert browser.post(f"{place}/day", data={"done_on": f"{on}"}).status_code == 404
    browser.post(place)
    sent = form_of(browser.get(f"/actions/{action.id}").text, f"{place}/day")

    assert browser.post(f"{place}/day", data=sent | {"done_on": ""}).status_code == 422
    assert browser.post(f"{place}/day", data=sent | {"done_on": f"{on}"}).status_code == 303

    assert actions(browser)[-1].done_on == on
    assert fresh(card).stage_since == on


@pytest.mark.parametrize(("days", "words"), [(-3, "still ahead"), (41, "before you applied")])
def test_day_of_doing_that_can_hardly_be_right_is_asked_about(browser, build, days, words) -> None:
    card = build.application(browser.user, applied_on=today(browser) - timedelta(days=40))
    action = build.action(browser.user, application_id=card.id)
    place, on = f"/actions/{action.id}/completion", today(browser) - timedelta(days=days)

    asked = browser.post(place, data={"done_on": f"{on}"})
    assert asked.status_code == 422
    assert words in asked.text
    assert f'value="{on}"' in asked.text
    assert actions(browser)[-1].done_on is None

    browser.post(place, data={"done_on": f"{on}", "sure": f"done_on:{on}"})
    assert actions(browser)[-1].done_on == on
