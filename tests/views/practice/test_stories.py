"""From a point to a question, an own story in four lines, and the story said aloud."""

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tracker.extensions import db
from tracker.models import Application, FeedbackPoint, PracticeRun, Story

GENERAL = "Your examples were too general."


@pytest.fixture
def point(browser: Browser, build) -> FeedbackPoint:
    card = build.application(browser.user, role="Cook", stage="feedback_received")
    return build.point(build.feedback(card, GENERAL), GENERAL)


def stories() -> list[Story]:
    db.session.rollback()
    return list(db.session.scalars(select(Story).order_by(Story.id)))


def runs() -> list[PracticeRun]:
    db.session.rollback()
    return list(db.session.scalars(select(PracticeRun).order_by(PracticeRun.id)))


def sent_from(browser: Browser, address: str) -> dict[str, str]:
    return form_of(browser.get(address).text, "/practice")


def test_two_taps_lead_from_a_point_to_an_answer_that_is_kept_with_its_seconds(
    browser, point
) -> None:
    listed = browser.get(f"/feedback/{point.feedback_id}/points").text
    assert f'href="/practice/new?point={point.id}"' in listed
    page = browser.get(f"/practice/new?point={point.id}").text
    assert f"They said: “{GENERAL}”" in page
    assert page.index("data-start") < page.index('name="situation"')

    sent = form_of(page, "/practice") | {"situation": "A Saturday.", "run": "1", "seconds": "95"}
    for _ in range(2):
        kept = browser.post("/practice", data=sent)

    [story], [run] = stories(), runs()
    assert story.application_id == point.application_id
    assert (story.point_id, story.slug, story.situation) == (point.id, "went-wrong", "A Saturday.")
    assert (run.story_id, run.seconds, run.went) == (story.id, 95, None)
    after = browser.get(kept.location).text
    assert f'data-saved="{sent["key"]}"' in after
    assert "That was 1 min 35 s" in after and "A Saturday." in after
    assert browser.get(f"/practice/new?point={point.id}").location == f"/practice/{story.id}"
    listed = browser.get("/practice").text
    assert "Practised once, today, 1 min 35 s" in listed


def test_list_says_where_to_begin_and_a_round_minute_has_no_stray_gap(
    browser, build, point
) -> None:
    page = browser.get("/practice").text
    assert "Try this: " in page and 'href="/practice/new?question=went-wrong">Start' in page

    story = build.story(browser.user, slug="went-wrong", question="It went wrong. What did you do?")
    build.run(story, seconds=120)
    page = browser.get("/practice").text
    assert f'href="/practice/{story.id}">Start' in page
    assert "Practised once, today, 2 min<" in page
    assert ", 2 min<" in browser.get(f"/practice/{story.id}").text

    sent = form_of(browser.get(f"/practice/{story.id}").text, f"/practice/{story.id}")
    browser.post(f"/practice/{story.id}", data=sent | {"did": "I rang."})
    assert (stories()[0].slug, stories()[0].did) == ("went-wrong", "I rang.")


def test_what_two_said_leads_to_one_story_and_its_page_to_other_questions(
    browser, build, point
) -> None:
    with build.together():
        story = build.story(browser.user, "What went wrong?", slug="went-wrong", point_id=point.id)
        again = build.point(build.feedback(build.application(browser.user), GENERAL), GENERAL)

    here = f"/practice/{story.id}?point={again.id}"
    assert browser.get(f"/practice/new?point={again.id}").location == here
    other = f"/practice/new?point={point.id}&amp;question=proud-of"
    assert other in browser.get(f"/practice/{story.id}").text


def test_story_that_answers_what_another_said_stays_with_their_words_however_often_it_is_said(
    browser, sign_in, build, point
) -> None:
    with build.together():
        story = build.story(browser.user, "What went wrong?", slug="went-wrong", point_id=point.id)
        card = build.application(browser.user, role="Baker")
        words = "Your answer on teamwork stayed general."
        again = build.point(build.feedback(card, words), words)
    here = f"/practice/{story.id}?point={again.id}"

    page = browser.get(here).text
    assert f"They said: “{words}”" in page
    assert f'href="/applications/{card.id}"' in page

    sent = form_of(page, f"/practice/{story.id}/runs?point={again.id}") | {"seconds": "95"}
    said = browser.post(f"/practice/{story.id}/runs?point={again.id}", data=sent).location
    assert said.startswith(f"{here}&run=")
    assert words in browser.get(said).text
    assert sign_in().get(here).status_code == 404


def test_lines_alone_are_kept_and_no_line_is_needed(browser, point) -> None:
    sent = sent_from(browser, f"/practice/new?point={point.id}")
    browser.post("/practice", data=sent)

    assert not stories()[0].has_lines
    assert runs() == []
    assert "Not said aloud yet" in browser.get("/practice").text


def test_question_of_ones_own_takes_the_place_of_ours(browser, point) -> None:
    sent = sent_from(browser, f"/practice/new?point={point.id}")
    browser.post("/practice", data=sent | {"question": "What broke last week?"})

    story = stories()[0]
    assert (story.question, story.slug) == ("What broke last week?", None)
    assert "They may listen for" not in browser.get(f"/practice/{story.id}").text


def test_empty_question_and_odd_seconds_are_asked_about_and_the_lines_are_kept(browser) -> None:
    sent = sent_from(browser, "/practice/new")
    answer = browser.post(
        "/practice", data=sent | {"did": "I rang them.", "seconds": "long", "run": "1"}
    )

    assert answer.status_code == 422
    again = form_of(answer.text, "/practice")
    assert again["did"] == "I rang them."
    assert "Which question?" in answer.text and "A whole number from 1 to 3,600" in answer.text
    assert stories() == [] and runs() == []


def test_another_persons_row_is_not_found(browser, sign_in, build) -> None:
    other = sign_in().user
    with build.together():
        card = build.application(other)
        point = build.point(build.feedback(card))
        theirs = {"point": point, "action": build.action(other, point), "application": card}

    for name, number in [(name, row.id) for name, row in theirs.items()]:
        assert browser.get(f"/practice/new?{name}={number}").status_code == 404, name
        sent = {"question": "Why?", name: number}
        assert browser.post("/practice", data=sent).status_code == 404, name
    assert stories() == []


def test_only_what_speaking_changes_is_practised(browser, build, point) -> None:
    card = build.application(browser.user, stage="feedback_received")
    typo = "There was a typo in your résumé."
    for each, offered in ((point, True), (build.point(build.feedback(card, typo), typo), False)):
        way = f"/practice/new?point={each.id}"

        assert (way in browser.get(f"/feedback/{each.feedback_id}/points").text) == offered
        assert (way in browser.get(f"/points/{each.id}").text) == offered


def test_application_leads_to_its_latest_point_that_can_be_practised(browser, build, point) -> None:
    card = db.session.get_one(Application, point.application_id)
    typo = "There was a typo in your résumé."
    build.point(build.feedback(card, typo), typo)

    page = browser.get(f"/practice/new?application={point.application_id}").text

    assert f"They said: “{GENERAL}”" in page
    assert form_of(page, "/practice")["point"] == str(point.id)


def test_another_question_for_the_same_is_one_tap_away(browser, point) -> None:
    page = browser.get(f"/practice/new?point={point.id}").text
    address = f"/practice/new?point={point.id}&amp;question=proud-of"
    assert address in page
    sent = sent_from(browser, address.replace("&amp;", "&"))

    assert (sent["question"][:24], sent["point"]) == ("What piece of work are y", str(point.id))


def test_story_is_changed_and_what_was_changed_elsewhere_is_asked_about(browser, build) -> None:
    story = build.story(browser.user, situation="Monday")
    page = browser.get(f"/practice/{story.id}").text
    sent = form_of(page, f"/practice/{story.id}")
    browser.post(f"/practice/{story.id}", data=sent | {"situation": "Tuesday"})

    late = browser.post(f"/practice/{story.id}", data=sent | {"situation": "Wednesday"})

    assert late.status_code == 409 and "Wednesday" in late.text
    assert stories()[0].situation == "Tuesday"


def test_said_again_with_a_word_for_it_and_taken_back(browser, build) -> None:
    story = build.story(browser.user)
    place = f"/practice/{story.id}"
    kept = browser.post(f"{place}/runs", data={"seconds": "80", "key": "a"})
    undo = undo_of(page := browser.get(kept.location).text)
    assert "How did it go?" in page
    word = f"{place}/runs/{runs()[0].id}/word"

    assert browser.post(word, data={"went": "brilliant"}).status_code == 422
    assert browser.post(word, data={"went": "nearly"}).status_code == 303
    assert "Today, 1 min 20 s, nearly" in browser.get(place).text
    assert "Practised once, today, 1 min 20 s, nearly<" in browser.get("/practice").text
    refused = browser.post(f"{place}/runs", data={"seconds": "4000", "key": "b"})
    assert refused.status_code == 422 and 'value="4000"' in refused.text
    browser.post(undo)
    assert runs() == []


def test_a_few_seconds_are_no_time_said_and_the_lines_are_kept(browser) -> None:
    sent = sent_from(browser, "/practice/new?question=went-wrong")
    browser.post("/practice", data=sent | {"did": "I rang.", "run": "1", "seconds": "2"})
    [story] = stories()
    assert story.did == "I rang." and "is not kept" in browser.get(f"/practice/{story.id}").text

    sent = sent_from(browser, "/practice/new?question=went-wrong")
    kept = browser.post("/practice", data=sent | {"did": "I wrote.", "seconds": "2"})
    assert "is not kept" not in browser.get(kept.location).text  # nobody asked for that

    for seconds in ("9", "10"):
        browser.post(f"/practice/{story.id}/runs", data={"seconds": seconds, "key": seconds})
    assert [each.seconds for each in runs()] == [10]


def test_a_few_seconds_of_a_story_with_nothing_written_leave_no_story(browser, point) -> None:
    here = f"/practice/new?point={point.id}&question=went-wrong"
    sent = sent_from(browser, here) | {"run": "1"}

    answer = browser.post("/practice", data=sent | {"seconds": "2"})

    assert (stories(), answer.location) == ([], here)
    page = browser.get(here).text
    assert "is not kept" in page and "story is saved" not in page
    own = {"question": "What broke last week?", "seconds": "2"}
    browser.post("/practice", data=sent | own)  # its words are the person's
    browser.post("/practice", data=sent | {"seconds": "10", "key": "another"})
    assert [each.slug for each in stories()] == [None, "went-wrong"]
    assert len(runs()) == 1


def test_run_of_another_story_is_not_found(browser, build) -> None:
    one, other = build.story(browser.user), build.story(browser.user)
    run = build.run(one)

    assert browser.post(f"/practice/{other.id}/runs/{run.id}/removal").status_code == 404
    assert browser.post(f"/practice/{other.id}/runs/{run.id}/word").status_code == 404


def test_list_asks_as_many_queries_for_twenty_stories_as_for_two(browser, build) -> None:
    with build.together():
        for _ in range(2):
            build.run(build.story(browser.user))
    browser.get("/practice")
    few = queries(lambda: browser.get("/practice"))
    with build.together():
        for _ in range(18):
            build.run(build.story(browser.user))

    assert queries(lambda: browser.get("/practice")) == few
