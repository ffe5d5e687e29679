"""Put a worry on paper: one worry, once, then let go or made a question."""

import re

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Removal, Thought
from tracker.values.days import day_of


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="rejected")


def place(card: Application) -> str:
    return f"/applications/{card.id}/thoughts"


def thoughts(card: Application) -> list[Thought]:
    return list(db.session.scalars(Thought.of(card)))


def test_thought_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    for address in (place(theirs), f"{place(theirs)}/new"):
        assert browser.get(address).status_code == 404
    assert browser.post(place(theirs), data={"story": "Mine"}).status_code == 404
    assert thoughts(theirs) == []


def test_anothers_thought_is_neither_read_changed_ended_nor_purged(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)
    address = f"/thoughts/{build.thought(theirs, 'Secret story').id}"

    assert browser.get(address).status_code == 404
    for path in (address, f"{address}/end", f"{address}/purge"):
        answer = browser.post(path, data={"story": "Mine", "ended": "let_go"})
        assert answer.status_code == 404
        assert "Secret story" not in answer.text
    assert [(each.story, each.ended) for each in thoughts(theirs)] == [("Secret story", None)]


def test_thought_of_a_card_in_the_bin_is_not_found(browser, build) -> None:
    from tracker.clock import now

    gone = build.application(browser.user, deleted_at=now())

    assert browser.get(f"/thoughts/{build.thought(gone).id}").status_code == 404


def test_empty_record_is_asked_for_again(browser, card) -> None:
    answer = browser.post(
        place(card), data={"fact": " ", "strength_before": "3", "ended": "let_go", "key": "k"}
    )

    assert answer.status_code == 422
    assert "Write a word or two first" in answer.text
    assert form_of(answer.text, place(card))["strength_before"] == "3"
    assert thoughts(card) == []


def test_question_without_words_is_asked_for_and_the_record_kept_on_the_page(browser, card) -> None:
    answer = browser.post(place(card), data={"story": "I rambled", "ended": "question"})

    assert answer.status_code == 422
    assert "Write the question first, or let it go." in answer.text
    assert form_of(answer.text, place(card))["story"] == "I rambled"
    assert thoughts(card) == []


def test_what_cannot_be_is_refused_and_the_story_kept(browser, card) -> None:
    for sent in ({"ended": "avenge"}, {"strength_after": "11"}, {"question": "?" * 501}):
        answer = browser.post(place(card), data={"story": "I rambled"} | sent)

        assert answer.status_code == 422, sent
        assert form_of(answer.text, place(card))["story"] == "I rambled", sent
        assert thoughts(card) == [], sent


def test_story_that_is_too_long_is_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    text = "Again. " * 300

    answer = browser.post(place(card), data={"story": text})

    assert answer.status_code == 413
    assert text.rstrip() in answer.text


def test_record_ends_as_let_go(browser, card) -> None:
    sent = {
        "fact": "They wrote on Tuesday",
        "story": "I always freeze",
        "strength_before": "8",
        "evidence_against": "The second panel laughed with me",
        "balanced_line": "One answer was slow",
        "strength_after": "4",
        "ended": "let_go",
    }
    answer = browser.post(place(card), data=sent)

    assert answer.headers["Location"] == f"/applications/{card.id}"
    after = browser.get(answer.headers["Location"]).text
    assert "Let go. It stays in your worries on paper." in after and "I always freeze" not in after
    row = thoughts(card)[0]
    assert {name: str(getattr(row, name)) for name in sent} == sent
    assert row.ended_at is not None
    page = browser.get(place(card)).text
    assert "believed 8 of 10, then 4" in page
    assert "Let go ·" in " ".join(page.split()), "the state is a word, and the row is as all are"
    assert "<strong" in page.partition("I always freeze")[0].rpartition("<li")[2]


def test_record_ends_as_a_question_that_waits_for_the_ask(browser, card) -> None:
    browser.post(
        place(card), data={"story": "I rambled", "question": "Was I unclear?", "ended": "question"}
    )

    asked = db.session.scalars(Thought.questions(card)).all()
    assert [each.question for each in asked] == ["Was I unclear?"]
    assert "You will ask them: Was I unclear?" in browser.get(place(card)).text


@pytest.mark.parametrize("told", [True, False])
def test_a_worry_that_is_only_a_question_has_it_once_with_its_state_as_a_word(
    browser, build, card, told
) -> None:
    build.rejection(card, on=day_of(now(), browser.user.zone))
    if not told:
        build.feedback(card, "Your answers were long.", specific=True)
    browser.post(place(card), data={"question": "Was I unclear?", "ended": "question"})

    row = browser.get(place(card)).text.partition("<ul")[2].partition("</form>")[0]
    assert re.findall(r">([^<]*Was I unclear[^<]*)<", row) == ["Was I unclear?"]
    assert ("You will ask them" if told else "Your question") in row


def test_a_question_can_be_taken_back_as_letting_go_can(browser, card) -> None:
    browser.post(place(card), data={"question": "Was I unclear?", "ended": "question"})
    browser.post(undo_of(browser.get(place(card)).text))
    assert (thoughts(card)[0].ended, thoughts(card)[0].question) == (None, "Was I unclear?")
    assert "To decide later" in browser.get(place(card)).text


def test_the_fact_is_only_said_to_be_a_no_where_they_said_one(browser, build) -> None:
    waiting = build.application(browser.user)
    told = build.application(browser.user, stage="rejected")
    build.rejection(told, on=day_of(now(), browser.user.zone), how="email")
    assert "said no" not in browser.get(f"{place(waiting)}/new").text
    assert "they said no." in browser.get(f"{place(told)}/new").text


def test_question_that_nobody_will_be_asked_is_kept_and_not_promised(browser, build, card) -> None:
    with build.together():
        build.rejection(card, on=day_of(now(), browser.user.zone))
        build.feedback(card, "Your answers were long.", specific=True)
    page = browser.get(f"{place(card)}/new").text
    assert "It is not sent to them." in page and "question for them" not in page

    browser.post(
        place(card), data={"story": "I rambled", "question": "Why not me?", "ended": "question"}
    )

    after = browser.get(place(card)).text
    assert "Saved with this worry." in after and "call script" not in after
    assert "Your question: Why not me?" in after and "You will ask them" not in after


def test_question_after_an_answer_that_invites_one_is_the_one_more_question(
    browser, build, card
) -> None:
    with build.together():
        build.rejection(card, on=day_of(now(), browser.user.zone))
        words = "Others were stronger. Feel free to ask if you have any questions."
        build.feedback(card, words, specific=False)
    sent = {"story": "I rambled", "question": "Was my plan clear?", "ended": "question"}
    browser.post(place(card), data=sent)

    after = browser.get(place(card)).text
    assert "It will be in your one more question to them." in after
    assert "You will ask them: Was my plan clear?" in after
    letter = browser.get(f"/applications/{card.id}/ask/letter/probe").text
    assert "Was my plan clear?" in letter and "What one change" not in letter


def test_question_beside_those_that_are_chosen_is_kept_and_says_so(browser, build, card) -> None:
    build.rejection(card, on=day_of(now(), browser.user.zone), questions="Was I clear?")
    assert "Your questions for them are chosen already" in browser.get(f"{place(card)}/new").text

    browser.post(
        place(card), data={"story": "I rambled", "question": "Why not me?", "ended": "question"}
    )

    assert "Saved with this worry." in (after := browser.get(place(card)).text)
    assert "Your question: Why not me?" in after


def test_letting_go_is_undone_to_what_it_was_before(browser, build, card) -> None:
    row = build.thought(card, question="Was I unclear?", ended="question")
    for was in ("question", None):
        browser.post(f"/thoughts/{row.id}/end", data={"ended": "let_go"})
        browser.post(undo_of(browser.get(place(card)).text))
        assert thoughts(card)[0].ended == was
        browser.post(f"/thoughts/{row.id}/end", data={"ended": ""})
    browser.post(place(card), data={"story": "Again", "ended": "let_go"})
    browser.post(undo_of(browser.get(f"/applications/{card.id}").text))
    assert thoughts(card)[0].ended is None


def test_empty_question_is_asked_for_once_beside_its_field(browser, card) -> None:
    answer = browser.post(place(card), data={"story": "I rambled", "ended": "question"})

    assert answer.text.count("Write the question first, or let it go.") == 1
    assert 'id="errors"' not in answer.text
    field = re.search(r'<input[^>]*name="question"[^>]*>', answer.text)
    assert field and "autofocus" in field[0] and "question-error" in field[0]


def test_third_question_is_told_that_two_wait_already(browser, build, card) -> None:
    for number in range(2):
        build.thought(card, question=f"Question {number}?", ended="question")
    third = build.thought(card, question="Third?", ended="question")

    assert "Two questions are ready" in browser.get(f"{place(card)}/new").text
    assert "Two questions are ready" in browser.get(f"/thoughts/{third.id}").text
    browser.post(f"/thoughts/{third.id}/end", data={"ended": "let_go"})
    assert (
        "Two questions are ready"
        not in browser.get(
            f"/thoughts/{db.session.scalar(Thought.questions(card).limit(1)).id}"
        ).text
    )


def test_record_may_wait_for_its_end_and_find_it_by_one_tap(browser, card) -> None:
    browser.post(place(card), data={"story": "I rambled", "ended": ""})
    row = thoughts(card)[0]
    assert (row.ended, row.ended_at) == (None, None)

    answer = browser.post(f"/thoughts/{row.id}/end", data={"ended": "let_go"})
    assert thoughts(card)[0].ended == "let_go"
    assert answer.headers["Location"] == place(card), "it stays in the list, as let go"
    page = browser.get(place(card)).text
    assert "It stays in your worries on paper." in page and "I rambled" in page
    assert "Let go" in page and 'aria-label="Let it go: ' not in page
    browser.post(f"/thoughts/{row.id}/end", data={"ended": ""})
    assert thoughts(card)[0].ended_at is None


def test_each_row_says_once_what_happened_and_deleting_is_red(browser, build, card) -> None:
    build.thought(card, story="I always freeze", fact="They wrote on Tuesday")
    build.thought(card, story="", fact="They wrote again")

    page = browser.get(place(card)).text
    assert "What happened: They wrote on Tuesday" in page
    assert page.count("They wrote again</a>") == 1 and "What happened: They wrote again" not in page
    assert page.count('<summary class="button danger"') == 2


def test_ending_as_a_question_without_one_leads_to_writing_it(browser, build, card) -> None:
    row = build.thought(card)

    answer = browser.post(f"/thoughts/{row.id}/end", data={"ended": "question"})

    assert answer.headers["Location"] == f"/thoughts/{row.id}#question"
    assert browser.post(f"/thoughts/{row.id}/end", data={"ended": "avenge"}).status_code == 422
    assert thoughts(card)[0].ended is None


def test_record_sent_twice_is_one_and_changed_words_are_asked_about(browser, card) -> None:
    for _ in range(2):
        browser.post(place(card), data={"story": "Once", "key": "k"})
    assert len(thoughts(card)) == 1

    answer = browser.post(place(card), data={"story": "Once more", "key": "k"})

    assert answer.status_code == 409
    assert form_of(answer.text, place(card))["story"] == "Once more"


def test_record_is_changed_and_keeps_its_end(browser, build, card) -> None:
    row = build.thought(card, "I rambled", ended="let_go")
    address = f"/thoughts/{row.id}"
    sent = form_of(browser.get(address).text, address)

    browser.post(address, data=sent | {"story": "I rambled a little", "ended": ""})

    assert [(each.story, each.ended) for each in thoughts(card)] == [
        ("I rambled a little", "let_go")
    ]


def test_purged_record_leaves_nothing_to_put_back(browser, build, card) -> None:
    row = build.thought(card)

    assert browser.post(f"/thoughts/{row.id}/purge").headers["Location"] == place(card)
    assert thoughts(card) == []
    assert db.session.scalar(select(Removal.id)) is None


def test_what_was_typed_is_never_markup(browser, build, card) -> None:
    evil = "<script>alert(1)</script>"
    row = build.thought(card, evil, balanced_line=evil, fact=evil, question=evil, ended="question")
    build.check_in(card, words=evil, writing=evil, prompt=evil)
    build.line(browser.user, evil)

    for address in (
        place(card),
        f"/thoughts/{row.id}",
        "/moments",
        "/lines",
        f"/applications/{card.id}/check-in",
    ):
        assert "<script>alert" not in browser.get(address).text, address


def test_list_asks_few_queries_however_long(browser, build, card) -> None:
    assert "No worries written down" in browser.get(place(card)).text
    with build.together():
        for number in range(12):
            build.thought(card, f"Worry {number}")

    address = place(card)
    assert queries(lambda: browser.get(address)) == 3
