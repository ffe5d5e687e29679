"""Asking for advice: what the page begins with, and what each tap leads to."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tests.worlds import as_in, signed_in_as, world
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.ask_state import DECLINED, DONE, QUIET, follow_up_on
from tracker.loop.legal_ways import COUNTRIES, legal_ways_of
from tracker.models import Application, Attempt, Feedback, Rejection, Thought, User
from tracker.values.days import day_of

DAY = timedelta(days=1)


def told_no(browser: Browser, build) -> tuple[int, int, str]:
    """A no of today after an interview."""
    with build.together():
        card = build.application(browser.user, role="Bookkeeper", stage="rejected")
        build.interview(card, starts_at=now() - 9 * DAY, rating=3)
        build.rejection(card, on=today(browser), how="email", stage_reached="interview")
    return signed_in_as(browser)


@pytest.fixture
def card(app, browser: Browser, build) -> Application:
    """The application of that no: laid under the test before it builds anything else."""
    as_in(browser, world(app, told_no, browser, build))
    return db.session.scalars(select(Application)).one()


@pytest.fixture
def mary(build, browser: Browser, card: Application):
    """An interviewer with a number."""
    mary = build.contact(browser.user, phone="0400 000 000", email="mary@example.org")
    build.part(card, mary, "interviewer")
    return mary


def today(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


def place(card: Application) -> str:
    return f"/applications/{card.id}/ask"


def attempts(card: Application) -> list[Attempt]:
    db.session.rollback()
    return list(db.session.scalars(Attempt.of(card)))


def rejection(card: Application) -> Rejection:
    db.session.rollback()
    return db.session.scalars(Rejection.of(card)).one()


def page_of(browser: Browser, card: Application, query: str = "") -> str:
    answer = browser.get(place(card) + query)
    assert answer.status_code == 200
    return answer.text


def tap(browser: Browser, card: Application, result: str, **more: str):
    """One tap on what happened, with what the page's form sends along."""
    sent = form_of(page_of(browser, card), f"/applications/{card.id}/attempts")
    return browser.post(f"/applications/{card.id}/attempts", data=sent | {"result": result} | more)


def feedback(browser: Browser, card: Application, **facts: object) -> None:
    row = Feedback(
        user_id=browser.user.id,
        application_id=card.id,
        created_at=now(),
        **{"words": "You were fine.", "channel": "email", "received_on": today(browser), **facts},
    )
    with writing() as session:
        session.add(row)


def test_asking_about_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)
    attempt = build.attempt(theirs)

    for address in (place(theirs), f"{place(theirs)}/more", f"{place(theirs)}/letter/ask"):
        assert browser.get(address).status_code == 404
    for address in (place(theirs), f"{place(theirs)}/closure", f"{place(theirs)}/closure/reversal"):
        assert browser.post(address).status_code == 404
    there = f"/applications/{theirs.id}/attempts"
    assert browser.post(there, data={"result": "spoke"}).status_code == 404
    assert browser.get(f"{there}/{attempt.id}").status_code == 404
    for address in ("", "/removal", "/answer", "/answer/reversal"):
        answer = browser.post(f"{there}/{attempt.id}{address}", data={"result": "later"})
        assert answer.status_code == 404
    assert [each.result for each in attempts(theirs)] == ["no_answer"]


def test_an_attempt_at_another_application_of_mine_is_not_found(browser, build, card) -> None:
    other = build.attempt(build.application(browser.user))

    assert browser.get(f"/applications/{card.id}/attempts/{other.id}").status_code == 404
    assert browser.post(f"/applications/{card.id}/attempts/{other.id}/removal").status_code == 404


def test_what_is_no_result_is_refused_kindly(browser, card, mary) -> None:
    for sent in ({}, {"result": "cake"}, {"result": "spoke", "channel": "pigeon"}):
        answer = browser.post(f"/applications/{card.id}/attempts", data=sent)

        assert answer.status_code == 422, sent
        assert "Nothing is lost" in answer.text, sent
        assert attempts(card) == [], sent


def test_what_is_no_answer_is_refused(browser, build, card) -> None:
    attempt = build.attempt(card)

    there = f"/applications/{card.id}/attempts/{attempt.id}/answer"
    assert browser.post(there, data={"result": "spoke"}).status_code == 400
    assert browser.post(f"{there}/reversal?was=cake").status_code == 400
    assert browser.post(f"{there}/reversal?was=sent&until=soon").status_code == 400
    assert attempts(card)[0].result == "no_answer"


def test_somebody_with_a_number_is_rung_first_with_the_words_in_view(browser, card, mary) -> None:
    page = page_of(browser, card)

    assert 'href="tel:0400000000"' in page
    assert page.index("Say hello") < page.index("What happened?</h2>")
    assert "Hello Mary" in page
    assert "I interviewed with you" in page
    for words in ("We spoke", "I left a message", "No answer", "They would rather not say"):
        assert f">{words}</button>" in page
    assert "They will answer later" in page
    assert "If they answer, thank them and stop." in page
    assert "Many people get no answer to this." in page
    letter = f"{place(card)}/letter/ask?to={mary.id}"
    assert f'href="{letter}">By email</a>' in page, "phone and email stand side by side"
    assert page.index("By email") < page.index("Say hello")
    assert f'href="{place(card)}?by=call&amp;to={mary.id}">By phone</a>' in browser.get(letter).text
    assert "Call instead" not in page


def test_without_a_number_the_letter_comes_first(browser, build, card) -> None:
    paul = build.contact(browser.user, name="Paul", email="paul@example.org")
    build.part(card, paul, "hiring_manager")

    page = page_of(browser, card)

    assert f'href="{place(card)}/letter/ask?to={paul.id}">See the email' in page
    assert "tel:" not in page


def test_without_anybody_to_ask_the_email_is_what_is_ready_and_the_form_for_one_is_folded(
    browser, card
) -> None:
    page = page_of(browser, card)

    assert f'<a class="button main" href="{place(card)}/letter/ask">See the email' in page
    assert "advise me to do differently" in page.split("<blockquote")[1].split("</blockquote>")[0]
    assert "Who can you ask?" in page.split('class="groups"')[1]
    sent = form_of(page, f"/applications/{card.id}/people")
    answer = browser.post(
        f"/applications/{card.id}/people", data=sent | {"name": "Ana", "phone": "0411 111 111"}
    )

    assert answer.headers["Location"].startswith(f"{place(card)}?to=")
    assert 'href="tel:0411111111"' in browser.get(answer.headers["Location"]).text
    assert fresh(card).ask_next == "call"


def test_somebody_added_for_the_ask_without_a_name_keeps_leading_back(browser, card) -> None:
    answer = browser.post(f"/applications/{card.id}/people", data={"for": "ask", "phone": "0411"})

    assert answer.status_code == 422
    assert form_of(answer.text, f"/applications/{card.id}/people")["for"] == "ask"


def test_interviewer_comes_before_hr_and_another_can_be_chosen(browser, build, card, mary) -> None:
    hr = build.contact(browser.user, name="Harriet", phone="0422 222 222")
    build.part(card, hr, "hr")
    theirs = build.contact(build.user(), name="Stranger", phone="0433 333 333")

    assert "Call Mary" in page_of(browser, card)
    assert "Call Harriet" in page_of(browser, card, f"?to={hr.id}")
    for odd in (theirs.id, "x", "9" * 30, "-1"):
        assert "Call Mary" in page_of(browser, card, f"?to={odd}")

    build.part(card, mary, "hr")
    page = page_of(browser, card)
    assert "Call Mary" in page
    assert f"{place(card)}?to={mary.id}" not in page, "shown once, whatever their parts"


def test_told_by_phone_just_now_the_words_for_that_call_come_first(browser, card) -> None:
    page = page_of(browser, card, "?now=1")

    assert "Ask in this call" in page
    assert "Thank you for calling to tell me" in page
    assert "I left a message" not in page
    sent = form_of(page, f"/applications/{card.id}/attempts")
    answer = browser.post(f"/applications/{card.id}/attempts", data=sent | {"result": "spoke"})

    assert answer.headers["Location"] == f"/applications/{card.id}/feedback/new"
    kept = attempts(card)[0]
    assert (kept.channel, kept.wording) == ("call", "told_now/warm")
    assert "Thank you for calling to tell me" in kept.body


def test_words_for_the_call_are_there_before_the_no_is_noted(browser, build) -> None:
    card = build.application(browser.user, stage="interview")

    page = page_of(browser, card, "?now=1")

    assert "Ask in this call" in page
    assert "still open" not in page
    assert "still open" in page_of(browser, card)


@pytest.mark.parametrize(
    ("result", "leads_to", "then"),
    [
        ("spoke", "/feedback/new", "write_down"),
        ("left_message", "/ask/letter/ask", "write"),
        ("declined", "/ask", "closed"),
        ("later", "/ask", "wait"),
    ],
)
def test_each_tap_leads_to_the_next_thing(browser, card, mary, result, leads_to, then) -> None:
    answer = tap(browser, card, result)

    assert answer.headers["Location"] == f"/applications/{card.id}{leads_to}"
    kept = attempts(card)[0]
    assert (kept.kind, kept.channel, kept.result) == ("ask", "call", result)
    assert (kept.on, kept.contact_id) == (today(browser), mary.id)
    assert kept.wording == "interview/warm"
    assert kept.body.startswith("Hello Mary")
    assert kept.rejection_id == rejection(card).id
    assert fresh(card).ask_next == then


def test_follow_up_day_comes_from_the_persons_own_calendar(sign_in, build) -> None:
    browser = sign_in(build.user(country="DE", state="BY", time_zone="Europe/Berlin"))
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser))

    browser.post(f"/applications/{card.id}/attempts", data={"result": "later"})

    assert attempts(card)[0].follow_up_on == follow_up_on(today(browser), "DE", "BY")


def test_nothing_is_awaited_after_they_spoke_or_declined(browser, card, mary) -> None:
    tap(browser, card, "declined")

    assert attempts(card)[0].follow_up_on is None
    page = page_of(browser, card)
    assert DECLINED in page
    assert "before you hear theirs" not in page
    assert (
        "before you hear theirs" not in browser.get(f"/applications/{card.id}/self-analysis").text
    )
    assert f'href="/applications/{card.id}/lesson"' in page
    assert "Stop asking this company" not in page


def test_sent_twice_is_one_attempt_and_another_answer_corrects_it(browser, card, mary) -> None:
    sent = form_of(page_of(browser, card), f"/applications/{card.id}/attempts")
    for result in ("no_answer", "no_answer", "left_message"):
        there = f"/applications/{card.id}/attempts"
        assert browser.post(there, data=sent | {"result": result}).status_code == 303

    assert [each.result for each in attempts(card)] == ["left_message"]


def test_an_attempt_taken_back_and_told_again_is_made_anew(browser, card, mary) -> None:
    sent = form_of(page_of(browser, card), f"/applications/{card.id}/attempts")
    browser.post(f"/applications/{card.id}/attempts", data=sent | {"result": "no_answer"})
    browser.post(undo_of(page_of(browser, card)), data={"key": "u"})
    assert attempts(card) == []
    assert fresh(card).ask_next == "call"

    browser.post(f"/applications/{card.id}/attempts", data=sent | {"result": "spoke"})

    assert [each.result for each in attempts(card)] == ["spoke"]


def test_taking_back_an_attempt_can_itself_be_taken_back(browser, build, card, mary) -> None:
    attempt = build.attempt(card, on=today(browser), contact_id=mary.id, body="Hello Mary")
    browser.post(f"/applications/{card.id}/attempts/{attempt.id}/removal")
    assert attempts(card) == []

    browser.post(undo_of(page_of(browser, card)), data={"key": "u"})

    back = attempts(card)[0]
    assert (back.body, back.contact_id) == ("Hello Mary", mary.id)
    assert fresh(card).ask_next == "write"


def test_an_attempt_at_somebody_who_is_gone_comes_back_without_them(browser, build, card) -> None:
    gone = build.contact(browser.user, name="Gone")
    attempt = build.attempt(card, contact_id=gone.id)
    browser.post(f"/applications/{card.id}/attempts/{attempt.id}/removal")
    undo = undo_of(page_of(browser, card))
    browser.post(f"/people/{gone.id}/removal")

    browser.post(undo, data={"key": "u"})

    assert [each.contact_id for each in attempts(card)] == [None]


@pytest.mark.both_databases
def test_an_attempt_is_corrected_on_its_own_page(browser, build, card) -> None:
    attempt = build.attempt(card, on=today(browser))
    there = f"/applications/{card.id}/attempts/{attempt.id}"
    sent = form_of(browser.get(there).text, there)

    answer = browser.post(
        there, data=sent | {"channel": "in_person", "result": "spoke", "note": "At the fair"}
    )

    assert answer.headers["Location"] == place(card)
    kept = attempts(card)[0]
    assert (kept.channel, kept.result, kept.note) == ("in_person", "spoke", "At the fair")
    assert fresh(card).ask_next == "write_down"


def test_an_attempt_without_a_day_is_refused_and_its_note_kept(browser, build, card) -> None:
    attempt = build.attempt(card)
    there = f"/applications/{card.id}/attempts/{attempt.id}"
    sent = form_of(browser.get(there).text, there)

    answer = browser.post(there, data=sent | {"on": "", "note": "At the fair"})

    assert answer.status_code == 422
    assert form_of(answer.text, there)["note"] == "At the fair"


def test_log_says_what_was_tried_and_the_day_to_wait_for_stands_once_above_it(
    browser, build, card, mary
) -> None:
    build.attempt(card, on=today(browser) - DAY, result="left_message", contact_id=mary.id)
    build.attempt(
        card,
        channel="email",
        kind="nudge",
        result="sent",
        on=today(browser),
        follow_up_on=today(browser) + 7 * DAY,
    )

    page = page_of(browser, card)

    assert "Call, Mary O’Connor" in page
    assert "Yesterday · I left a message" in page
    assert "Email: one reminder" in page
    assert "Today · Sent" in page
    assert page.count("othing to do before") == 1


def wait(build, browser, card, **facts: object) -> Attempt:
    facts = {"channel": "email", "result": "sent", "on": today(browser)} | facts
    return build.attempt(card, follow_up_on=facts["on"] + 7 * DAY, **facts)


def test_while_waiting_the_page_names_the_day_and_asks_for_their_reply(
    browser, build, card, mary
) -> None:
    wait(build, browser, card)

    page = page_of(browser, card)

    assert "Nothing to do before" in page
    assert "Did they answer?" in page
    assert "tel:" not in page.partition("<main")[2]
    assert "/ask/letter/" not in page


def test_their_reply_is_one_tap_and_can_be_undone(browser, build, card) -> None:
    attempt = wait(build, browser, card)
    there = f"/applications/{card.id}/attempts/{attempt.id}/answer"

    for result, leads_to, then in (
        ("answered", "/feedback/new", "write_down"),
        ("later", "/ask", "wait"),
        ("declined", "/ask", "closed"),
    ):
        answer = browser.post(there, data={"result": result})

        assert answer.headers["Location"] == f"/applications/{card.id}{leads_to}"
        assert fresh(card).ask_next == then
        browser.post(undo_of(page_of(browser, card)), data={"key": result})
        back = attempts(card)[0]
        assert (back.result, back.follow_up_on) == ("sent", today(browser) + 7 * DAY), result


def test_once_the_day_has_come_the_nudge_is_offered(browser, build, card, mary) -> None:
    wait(build, browser, card, on=today(browser) - 8 * DAY)

    page = page_of(browser, card)

    assert f'href="{place(card)}/letter/nudge?to={mary.id}">Send one reminder' in page
    assert "One reminder is fine; then you are done." in page
    called = page_of(browser, card, f"?by=call&to={mary.id}")
    assert form_of(called, f"/applications/{card.id}/attempts")["kind"] == "nudge"
    assert "Say hello" in called


def test_silence_closes_by_itself_with_words_that_do_not_blame(browser, build, card) -> None:
    wait(build, browser, card, on=today(browser) - 20 * DAY)
    wait(build, browser, card, on=today(browser) - 10 * DAY, kind="nudge")

    page = page_of(browser, card)

    assert QUIET.replace("'", "&#39;") in page
    assert f'href="/applications/{card.id}/lesson"' in page
    assert "Did they answer?" in page


def test_a_no_of_long_ago_can_still_be_asked_about(browser, build) -> None:
    with build.together():
        card = build.application(browser.user, stage="rejected")
        build.rejection(card, on=None)
        build.part(card, build.contact(browser.user, phone="0400 000 000"))

    page = page_of(browser, card)

    assert "This was a while ago. You can still ask" in page
    assert 'href="tel:0400000000"' in page


def test_after_they_spoke_writing_it_down_comes_first(browser, build, card) -> None:
    build.attempt(card, result="spoke", on=today(browser))

    page = page_of(browser, card)

    assert f'href="/applications/{card.id}/feedback/new">Write down what they said' in page


@pytest.mark.parametrize(
    ("specific", "words", "kind", "label"),
    [
        (False, "Thank you. Any questions, just ask.", "probe", "Ask one more question"),
        (False, "You were fine.", "thanks", "Say thank you"),
        (True, "Any questions, just ask.", "thanks", "Say thank you"),
    ],
)
def test_after_feedback_come_thanks_or_one_question_if_they_invited_it(
    browser, card, specific, words, kind, label
) -> None:
    feedback(browser, card, specific=specific, words=words)

    assert f'href="{place(card)}/letter/{kind}">{label}' in page_of(browser, card)


def test_thanked_is_complete(browser, build, card) -> None:
    feedback(browser, card, specific=True)
    wait(build, browser, card, kind="thanks")

    assert DONE in page_of(browser, card)


def test_questions_of_thought_records_are_proposed_and_narrowed_to_two(browser, card, mary) -> None:
    with writing() as session:
        for question in ("Was it my example?", "Was it my licence?", "Was it my shoes?"):
            session.add(
                Thought(
                    user_id=browser.user.id,
                    application_id=card.id,
                    ended="question",
                    question=question,
                    created_at=now(),
                )
            )

    page = page_of(browser, card)
    script = page.partition('class="script"')[2].partition("</ol>")[0]

    assert "Was it my example?" in script
    assert "Was it my shoes?" not in script
    assert '<option value="Was it my shoes?">' in page


def test_questions_tone_and_number_are_kept_and_shape_the_words(browser, card, mary) -> None:
    sent = form_of(page_of(browser, card), place(card))

    answer = browser.post(
        place(card),
        data=sent
        | {"first": "what about the stocktake", "tone": "formal", "my_phone": "0499 999 999"},
    )

    assert answer.headers["Location"] == f"{place(card)}?to={mary.id}"
    page = page_of(browser, card)
    assert "What about the stocktake?" in page
    assert "I accept the decision" in page
    assert "0499 999 999, again 0499 999 999" in page
    assert rejection(card).questions == "what about the stocktake"
    assert db.session.get_one(User, browser.user.id).letter_tone == "formal"


def test_no_question_of_my_own_stays_none(browser, card) -> None:
    browser.post(place(card), data={"first": "", "tone": "warm"})

    assert rejection(card).questions == ""


def test_a_question_that_is_far_too_long_is_refused_and_kept(browser, card) -> None:
    answer = browser.post(place(card), data={"first": "why " * 300, "key": "k"})

    assert answer.status_code == 422
    assert form_of(answer.text, place(card))["first"].startswith("why why")


def test_a_question_about_a_no_that_is_not_noted_is_kept_on_the_page(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")

    answer = browser.post(place(card), data={"first": "Was it my licence?"})

    assert answer.status_code == 409
    assert form_of(answer.text, place(card))["first"] == "Was it my licence?"
    assert f'href="/applications/{card.id}/rejection"' in answer.text


def test_tone_and_number_need_no_noted_no(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")

    assert browser.post(place(card), data={"tone": "plain"}).status_code == 303
    assert db.session.get_one(User, browser.user.id).letter_tone == "plain"


def test_stopping_is_respected_and_can_be_undone(browser, card, mary) -> None:
    browser.post(f"{place(card)}/closure")
    assert fresh(card).ask_next == "closed"
    page = page_of(browser, card)
    assert "You stopped asking here" in page

    assert undo_of(page) == f"{place(card)}/closure/reversal"
    browser.post(undo_of(page))

    assert rejection(card).stopped_asking_at is None
    assert fresh(card).ask_next == "call"


def test_asking_after_having_stopped_begins_again(browser, card) -> None:
    browser.post(f"{place(card)}/closure")

    browser.post(f"/applications/{card.id}/attempts", data={"result": "spoke"})

    assert fresh(card).ask_next == "write_down"


def test_stopping_before_a_no_is_noted_leads_to_noting_it(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")

    answer = browser.post(f"{place(card)}/closure")

    assert answer.headers["Location"] == f"/applications/{card.id}/rejection"


def test_a_number_added_to_a_person_makes_the_call_the_next_thing(browser, build, card) -> None:
    ana = build.contact(browser.user, name="Ana")
    build.part(card, ana)
    there = f"/people/{ana.id}"
    sent = form_of(browser.get(f"{there}/edit").text, there)
    browser.post(there, data=sent | {"phone": "0411 111 111"})
    assert fresh(card).ask_next == "call"

    browser.post(f"{there}/removal")
    assert fresh(card).ask_next == "write"
    browser.post(undo_of(browser.get("/people").text), data={"key": "u"})

    assert fresh(card).ask_next == "call"


LIMITS = (
    ("AU", "Feedback from a New South Wales agency"),
    ("AU", "If you already work there and it is a private employer"),
    ("NZ", "Notes of the people who interviewed you are usually included."),
    ("GB", "A reasonable and proportionate search is enough, and the clock stops"),
    ("CH", "It may be refused if it is only about the reasons for the decision"),
    ("DE", "Ask soon: applicants’ files are often deleted after about six months."),
    ("US", "Larger businesses must give applicants, on request,"),
    ("CZ", "GDPR"),
)
SENTENCES = (
    ("DE", "de", "nach Artikel 15 DSGVO eine Kopie"),
    ("LU", "fr", "article 15 du RGPD"),
    ("CH", "de-CH", "nach Artikel 25 des Datenschutzgesetzes (DSG) Auskunft"),
    ("CH", "fr-CH", "article 25 de la loi fédérale sur la protection des données (LPD)"),
    ("AU", "en", "Please send me a copy"),
)


def test_more_ways_name_the_law_of_a_country_its_limits_and_a_sentence_in_its_language(
    browser, card
) -> None:
    """One country of each law, and those whose words are asked about."""
    alike = {str(legal_ways_of(country)): country for country in ("", "JP", *COUNTRIES)}
    assert len(alike) > 5
    there = {
        country: browser.get(f"{place(card)}/more?country={country}").text
        for country in {*alike.values(), *(each[0] for each in LIMITS), *(s[0] for s in SENTENCES)}
    }
    for country in alike.values():
        assert "not legal advice" in there[country]
        for lever in legal_ways_of(country):
            assert lever.name in there[country], country
            assert lever.link.startswith("https://")
        none = "We have nothing for that country yet" in there[country]
        assert none == (not legal_ways_of(country)), country
    assert [each for each in LIMITS if each[1] not in there[each[0]]] == []
    for country, language, words in SENTENCES:
        asked = there[country].partition(f'lang="{language}">')[2].partition("</blockquote>")[0]
        assert words in asked, (country, language, words)
        assert card.role in asked, (country, language, words)
    for country, said in (("CZ", True), ("DE", False), ("GB", False)):
        lacking = "we have it in no other language for this country" in there[country]
        assert lacking == said, country
    own = browser.get(f"{place(card)}/more").text
    assert "APP 12" in own, "they begin with the person's own country"


def test_a_role_with_braces_stands_in_the_sentence_as_it_is(browser, build) -> None:
    card = build.application(browser.user, stage="rejected", role="{role} <b>lead</b> {0}")

    page = browser.get(f"{place(card)}/more?country=DE").text

    assert "als {role} &lt;b&gt;lead&lt;/b&gt; {0} gespeichert" in page


def test_the_two_lines_are_kept_and_lead_on_to_the_ask(browser, card, mary) -> None:
    there = f"/applications/{card.id}/self-analysis"
    sent = form_of(browser.get(there).text, there)

    answer = browser.post(there, data=sent | {"went_well": "I was calm", "would_change": ""})

    assert answer.headers["Location"] == place(card)
    assert rejection(card).went_well == "I was calm"
    assert "You noted your own view." in page_of(browser, card)


def test_the_two_lines_show_what_was_noted_after_the_interview(browser, build, card) -> None:
    build.interview(card, starts_at=now() - DAY, would_change="Bring figures")

    page = browser.get(f"/applications/{card.id}/self-analysis").text

    assert "After the interview you wrote" in page
    assert "Bring figures" in page


def test_the_two_lines_without_a_noted_no_lead_to_noting_it(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    there = f"/applications/{card.id}/self-analysis"

    assert browser.get(there).headers["Location"] == f"/applications/{card.id}/rejection"
    answer = browser.post(there, data={"went_well": "I was calm"})

    assert answer.status_code == 409
    assert form_of(answer.text, there)["went_well"] == "I was calm"


def test_the_two_lines_of_another_person_are_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    there = f"/applications/{theirs.id}/self-analysis"
    assert browser.get(there).status_code == 404
    assert browser.post(there, data={"went_well": "x"}).status_code == 404


def test_lines_that_are_too_long_are_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    there = f"/applications/{card.id}/self-analysis"
    words = "Calm. " * 400

    answer = browser.post(there, data={"went_well": words})

    assert answer.status_code == 413
    assert form_of(answer.text, there)["went_well"] == words.rstrip()


def test_probing_says_that_an_answer_stayed_general(browser, card) -> None:
    feedback(browser, card, specific=None)
    facts = {"kind": "probe", "channel": "email", "result": "sent", "tone": "warm", "body": "One?"}

    browser.post(f"/applications/{card.id}/attempts", data=facts | {"language": "en"})

    db.session.rollback()
    answer = db.session.scalars(Feedback.of(card)).one()
    assert answer.specific is False
    assert db.session.get_one(Application, card.id, populate_existing=True).feedback_unread == 0


def note(browser: Browser, card: Application, went_well: str) -> None:
    there = f"/applications/{card.id}/self-analysis"
    sent = form_of(browser.get(there).text, there)
    assert browser.post(there, data=sent | {"went_well": went_well}).status_code == 303


def first(card: Application) -> str:
    return f"/applications/{card.id}/self-analysis/first"


def test_the_ask_begins_with_the_two_lines_until_there_is_a_word(browser, card, mary) -> None:
    assert "Your own view first" in browser.get(first(card)).text
    note(browser, card, "I was calm")

    assert browser.get(first(card)).headers["Location"] == place(card)


def test_a_word_after_the_interview_is_enough_to_begin_the_ask(browser, build, card, mary) -> None:
    build.interview(card, starts_at=now() - DAY, rating=2)
    assert browser.get(first(card)).status_code == 200
    build.interview(card, starts_at=now() - DAY, would_change="Bring figures")

    assert browser.get(first(card)).headers["Location"] == place(card)


def test_an_ask_that_has_begun_goes_on_where_it_was(browser, build, card) -> None:
    build.attempt(card, on=today(browser), channel="call", result="left_message")

    assert browser.get(first(card)).headers["Location"] == f"{place(card)}/letter/ask"


def test_where_nobody_can_be_called_the_two_lines_lead_to_the_letter(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser))

    assert f'href="{place(card)}/letter/ask">Skip' in browser.get(first(card)).text


def test_coming_back_begins_with_how_heavy_it_is_now(browser, build, card, mary) -> None:
    moment = build.check_in(card, before=8, created_at=now() - 2 * DAY)
    note(browser, card, "I was calm")
    there = f"/check-ins/{moment.id}/after"

    page = browser.get(first(card)).text
    answer = browser.post(there, data=form_of(page, there) | {"value": "3"})

    assert "How bad do you feel now?" in page
    assert answer.headers["Location"] == first(card)
    assert browser.get(first(card)).headers["Location"] == place(card)


def test_the_beginning_of_another_persons_ask_is_not_found(browser, sign_in, build) -> None:
    assert browser.get(first(build.application(sign_in().user))).status_code == 404


def test_a_no_asked_about_in_the_very_call_came_by_phone(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser))
    sent = form_of(page_of(browser, card, "?now=1"), f"/applications/{card.id}/attempts")

    browser.post(f"/applications/{card.id}/attempts", data=sent | {"result": "spoke"})

    assert rejection(card).how == "phone"


def test_after_a_call_that_nobody_took_another_or_an_email_can_be_chosen(
    browser, card, mary
) -> None:
    tap(browser, card, "no_answer")

    assert "You did not reach them." in page_of(browser, card)
    assert "Say hello" in page_of(browser, card, f"?by=call&to={mary.id}")


def test_after_an_answer_no_further_contact_is_proposed(browser, card, mary) -> None:
    tap(browser, card, "spoke")

    for query in ("", f"?by=call&to={mary.id}"):
        main = page_of(browser, card, query).partition("<main")[2]
        assert "tel:" not in main
        assert "/ask/letter/" not in main


def test_a_call_they_put_off_leads_to_the_email_only_if_they_asked_for_one(
    browser, build, card, mary
) -> None:
    tap(browser, card, "later")

    assert "If they asked you to write instead" in page_of(browser, card)
    wait(build, browser, card)
    assert "If they asked you to write instead" not in page_of(browser, card)


def test_words_for_the_call_are_in_the_language_of_letters(browser, card, mary) -> None:
    sent = form_of(page_of(browser, card), place(card))
    browser.post(place(card), data=sent | {"language": "de"})

    page = page_of(browser, card)
    assert "Guten Tag Mary O’Connor, " in page
    assert '<ol class="script" aria-label="What to say" lang="de">' in page
    tap(browser, card, "left_message")
    assert attempts(card)[0].wording == "interview/warm/de"
    assert attempts(card)[0].body.startswith("Guten Tag Mary O’Connor, ")
    assert db.session.get_one(User, browser.user.id).letter_language == "de"


def test_silence_says_that_the_letter_takes_it_as_a_no(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today(browser), how="silence")

    for address in (place(card), f"{place(card)}/letter/ask"):
        page = browser.get(address).text
        assert "This letter treats the silence as a no. If you still hope, send" in page
        assert f'href="/applications/{card.id}/follow-up">Follow up</a> instead.' in page


def test_one_further_question_is_enough(browser, build, card) -> None:
    feedback(browser, card, specific=False, words="Any questions, just ask.")
    build.attempt(card, kind="probe", channel="email", result="answered", on=today(browser))

    answer = browser.get(f"{place(card)}/letter/probe")

    assert answer.status_code == 409
    assert "One further question is enough." in answer.text
    assert "ask one more question" not in page_of(browser, card)
