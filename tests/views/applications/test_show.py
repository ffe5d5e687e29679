"""The page of one application."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of, queries
from tests.stored import fresh
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models import Action, Application, CheckIn, Feedback, Rejection, Thought
from tracker.models.changes.action import drop_action, plan
from tracker.models.changes.action_uses import use
from tracker.models.changes.stage import move
from tracker.models.changes.vocabulary import SKILLS, SPARKS
from tracker.models.reads.timeline import PAGE
from tracker.models.summary.before_commit import sweep
from tracker.values.days import day_of, days_after, start_of

LONG = "株式会社ヤマト" * 71 + "社社社"
START = datetime(2026, 3, 1, 22, tzinfo=UTC)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user)


def page_of(browser: Browser, card: Application) -> str:
    answer = browser.get(f"/applications/{card.id}")
    assert answer.status_code == 200
    return answer.text


def test_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    assert browser.get(f"/applications/{theirs.id}").status_code == 404
    assert browser.get(f"/applications/{theirs.id}/timeline").status_code == 404


def moved(browser: Browser, card: Application, stage: str) -> None:
    with writing(browser.user, now()) as session:
        move(session, session.get_one(Application, card.id), Stage(stage), now())


def test_a_card_put_back_by_hand_says_so_until_something_of_theirs_comes(
    browser, card, build
) -> None:
    build.note(card, "From: Kim <kim@banksia.example>\n\nThank you.")
    moved(browser, card, "rejected")
    moved(browser, card, "interview")
    page = page_of(browser, card)
    assert "You put it back" in page and "They got in touch after all" not in page
    build.interview(card, starts_at=now() + timedelta(days=3))
    page = page_of(browser, card)
    assert "You put it back" not in page and "They got in touch after all" in page


@pytest.mark.parametrize("theirs", ["interview", "offer", "email"])
def test_a_card_that_came_back_after_a_no_tells_that_they_got_in_touch(
    browser, card, build, theirs
) -> None:
    told = "They got in touch after all"
    moved(browser, card, "rejected")
    assert told not in page_of(browser, card)
    if theirs == "interview":
        build.interview(card, starts_at=now() + timedelta(days=3))
    elif theirs == "offer":
        build.offer(card)
    else:
        build.note(card, "From: Kim <kim@banksia.example>\n\nAre you still free?")
    moved(browser, card, "interview")

    assert told in page_of(browser, card)
    assert told in browser.get(f"/applications/{card.id}/timeline").text
    undo = re.search(
        rf'action="(/applications/{card.id}/stage/\d+/reversal)"', page_of(browser, card)
    )
    assert undo is not None
    browser.post(undo[1])
    assert told not in page_of(browser, card)


def test_deleted_application_is_not_found(browser, build) -> None:
    gone = build.application(browser.user, deleted_at=now())

    assert browser.get(f"/applications/{gone.id}").status_code == 404


def test_what_was_typed_is_never_markup(browser, build) -> None:
    evil = "<script>alert(1)</script>"
    with build.together():
        card = build.application(
            browser.user,
            role=evil,
            company=evil,
            location=evil,
            posting=evil,
            source=evil,
            pay_text=evil,
        )
        build.interview(card, people=evil, went_well=evil, place=evil, starts_at=START)
        build.rejection(card, words=evil, reason=evil)
        build.part(card, build.contact(browser.user, evil, phone=evil, email=evil))
        build.note(card, evil)

    assert "<script>alert" not in page_of(browser, card)


def test_only_facts_that_are_known_are_shown(browser, build) -> None:
    card = build.application(browser.user, pay_text="$28.50/hr + super", applied_on=None)

    page = page_of(browser, card)

    assert "$28.50/hr + super" in page
    for label in ("Closes on", "Found at", "Excitement", "They ask for", "Offer"):
        assert f"<dt>{label}</dt>" not in page


def test_every_known_fact_is_shown(browser, build) -> None:
    document = build.document(browser.user, label="Résumé v7")
    card = build.application(
        browser.user,
        location="Hobart",
        workplace="hybrid",
        employment="part_time",
        source="Seek",
        link="https://www.example.org/job?id=1",
        closes_on=date(2031, 5, 1),
        applied_on=date(2026, 3, 2),
        excitement=4,
        public_sector=True,
        internal_candidate=True,
        resume_id=document.id,
        posting="We look for\n  somebody",
    )
    build.skill(browser.user, "SQL", level="core")
    with writing(browser.user) as session:
        fresh = session.get_one(Application, card.id)
        SKILLS.put(session, fresh, ["SQL", "Welding"])
        SPARKS.put(session, fresh, ["Outdoors"])

    page = page_of(browser, card)

    for words in ("Hobart, hybrid", "Part time", "Seek", "Thu 1 May 2031", "Mon 2 Mar", "4 of 5"):
        assert words in page
    for words in ("Public sector", "Outdoors", "Welding", "We look for", "Résumé v7"):
        assert words in page
    shown = page.replace("<wbr>", "")
    assert 'rel="noopener noreferrer" target="_blank">example.org</a>' in shown
    chips = page.partition("You have it</small>")[2].partition("Besides</small>")
    assert "SQL" in chips[0] and "Welding" in chips[2]


def test_link_that_cannot_be_followed_safely_is_shown_as_text(browser, build) -> None:
    card = build.application(browser.user, link="javascript:alert(1)")

    page = page_of(browser, card)

    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_next_step_stands_on_top_with_its_reason(browser, build) -> None:
    card = build.application(browser.user, applied_on=date(2026, 1, 5))

    page = page_of(browser, card)

    assert f'href="/applications/{card.id}/follow-up"' in page
    assert "Nothing heard since Mon\N{NO-BREAK SPACE}5\N{NO-BREAK SPACE}Jan" in page
    assert page.index("Mark as no answer") < page.index("Write to them anyway")
    assert page.index("Mark as no answer") < page.index('id="note-box"') < page.index('id="story"')


def test_a_day_inside_a_sentence_has_no_capital(browser, build) -> None:
    today = day_of(now(), browser.user.zone)
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today, how="phone")
    coming = build.application(browser.user, stage="interview")
    at = start_of(days_after(today, 1), browser.user.zone) + timedelta(hours=12)
    build.interview(coming, starts_at=at, kind="video")

    assert "By phone, today" in page_of(browser, card)
    assert "Interview tomorrow, " in page_of(browser, coming)


def test_archived_application_says_so_kindly_and_can_come_back(browser, build) -> None:
    card = build.application(browser.user, archived_at=now(), outcome="withdrawn")

    page = page_of(browser, card)

    assert "Withdrawn, today. Its story stays here." in page
    assert f'action="/applications/{card.id}/archival/return"' in page
    assert "move-sheet" not in page


def test_putting_away_stands_in_the_story(browser, build) -> None:
    card = build.application(browser.user, archived_at=now(), outcome="withdrawn")

    story = page_of(browser, card).partition('class="timeline"')[2]

    assert "<b>You archived it</b>" in story
    assert '<span class="muted">Withdrawn</span>' in story


def test_names_of_500_characters_are_shown_whole(browser, build) -> None:
    assert len(LONG) == 500
    card = build.application(browser.user, company=LONG, role=LONG)

    assert page_of(browser, card).count(LONG) >= 3


def test_latest_change_can_be_undone_from_the_story_and_leaves_nothing_in_it(browser, card) -> None:
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )
    browser.get("/board")
    page = page_of(browser, card)
    address = page.split('action="/applications/')[1:]
    undo = next(each.split('"')[0] for each in address if "/reversal" in each.split('"')[0])

    answer = browser.post(f"/applications/{undo}", data=form_of(page, f"/applications/{undo}"))

    assert answer.status_code == 303
    page = page_of(browser, card)
    assert "Moved to Interview" not in page and "Put back to Applied" not in page
    assert fresh(card).stage == "applied"


def undo_in_the_story(browser, card) -> None:
    page = page_of(browser, card)
    place = re.search(r'action="(/applications/\d+/stage/\d+/reversal)"', page)[1]
    assert browser.post(place, data=form_of(page, place)).status_code == 303


def test_undo_in_the_story_takes_the_no_with_it_that_the_move_told(browser, card) -> None:
    browser.post(f"/applications/{card.id}/rejection", data={"key": "k"})
    assert db.session.scalar(select(func.count()).select_from(Rejection)) == 1

    undo_in_the_story(browser, card)

    assert fresh(card).stage == "applied"
    assert db.session.scalar(select(func.count()).select_from(Rejection)) == 0
    assert "They said no" not in page_of(browser, card).split("<header")[1].split("</header>")[0]


def test_after_one_undo_in_the_story_the_move_before_has_its_own(browser, card) -> None:
    for stage in ("interview", "feedback_received"):
        sent = {"stage": stage, "version": fresh(card).version}
        browser.post(f"/applications/{card.id}/stage", data=sent)
    undo_in_the_story(browser, card)
    assert fresh(card).stage == "interview"
    undo_in_the_story(browser, card)
    assert fresh(card).stage == "applied"


def test_of_an_archived_application_no_move_is_undone_in_the_story(browser, card) -> None:
    sent = {"stage": "interview", "version": card.version}
    browser.post(f"/applications/{card.id}/stage", data=sent)
    assert "/reversal" in page_of(browser, card).split('id="timeline"')[1]
    with writing(browser.user) as session:
        session.get_one(Application, card.id).archived_at = now()

    assert "/reversal" not in page_of(browser, card).split('id="timeline"')[1]


def test_moved_back_to_applied_it_says_when_it_was_applied_for(browser, build) -> None:
    on = day_of(now(), browser.user.zone) - timedelta(days=9)
    card = build.application(browser.user, applied_on=on, stage="interview", stage_since=on)
    sent = {"stage": "applied", "version": card.version}
    browser.post(f"/applications/{card.id}/stage", data=sent)

    assert "Applied 9 days ago" in page_of(browser, card)
    assert "Applied today" not in page_of(browser, card)
    assert "9 days" in browser.get("/board").text


def test_story_is_grouped_by_the_persons_own_days(browser, build) -> None:
    late = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)  # 23:30 on Monday in Sydney
    card = build.application(browser.user, at=late, stage_since=late)
    build.note(card, "After midnight", created_at=late + timedelta(hours=1))

    page = page_of(browser, card)

    assert page.index("<h3>Tue 3 Mar") < page.index("After midnight")
    assert page.index("After midnight") < page.index("<h3>Mon 2 Mar")


def test_long_story_goes_on_by_link_and_by_htmx(browser, build) -> None:
    with build.together():
        card = build.application(browser.user, at=START, stage_since=START)
        for number in range(PAGE + 1):
            build.note(
                card, f"Note number {number}.", created_at=START + timedelta(hours=number + 1)
            )

    more = f"/applications/{card.id}/timeline?from={PAGE}"
    page = page_of(browser, card)
    further, fragment = browser.get(more).text, browser.get(more, htmx=True).text

    assert "Note number 0." not in page
    assert f'href="{more}"' in page
    assert "Note number 0." in further
    assert "Note number 0." in fragment
    assert "<html" not in fragment
    assert browser.get(f"/applications/{card.id}/timeline?from=99999999999").status_code == 200


def test_page_asks_few_queries_however_much_there_is(browser, build, card) -> None:
    address = f"/applications/{card.id}"
    browser.get(address)
    bare = queries(lambda: browser.get(address))
    with build.together():
        resume = build.document(browser.user)
        full = build.application(
            browser.user, stage="rejected", resume_id=resume.id, offer_received_on=date(2026, 3, 2)
        )
        for number in range(12):
            build.note(full, f"Note {number}")
            build.interview(full, starts_at=now() + timedelta(days=number - 6))
            build.part(full, build.contact(browser.user, f"Person {number}"))
        build.rejection(full)

    address = f"/applications/{full.id}"
    assert bare == 9
    # More than an open card: how far the loop has come, and the rounds of its offer.
    assert queries(lambda: browser.get(address)) == 15


def test_page_that_has_not_changed_is_not_sent_again(browser, build, card) -> None:
    page_of(browser, card)
    mark = browser.get(f"/applications/{card.id}").headers["ETag"]
    same = {"If-None-Match": mark}
    assert browser.get(f"/applications/{card.id}", headers=same).status_code == 304

    browser.post(f"/applications/{card.id}/notes", data={"body": "New words"})
    browser.get("/board")

    answer = browser.get(f"/applications/{card.id}", headers=same)
    assert answer.status_code == 200
    assert "New words" in answer.text


def test_page_reads_the_same_at_most_until_the_coming_interview(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    at = now() + timedelta(minutes=30)
    build.interview(card, starts_at=at)

    mark = browser.get(f"/applications/{card.id}").headers["ETag"]

    assert int(mark.strip('"').rpartition("-")[2]) <= int(at.timestamp())


def test_nothing_is_written_by_looking(browser, card) -> None:
    before = db.session.get_one(Application, card.id).version
    page_of(browser, card)

    db.session.rollback()
    assert db.session.get_one(Application, card.id, populate_existing=True).version == before


@pytest.fixture
def told_no(browser, build) -> Application:
    """A card with all that the loop brings."""
    with build.together():
        card = build.application(browser.user, stage="feedback_received")
        build.rejection(card, on=date(2026, 3, 2), how="email")
        mary = build.contact(browser.user, "Mary O’Connor")
        build.attempt(
            card, on=date(2026, 3, 4), contact_id=mary.id, result="left_message", note="Rang at ten"
        )
    build._beside(
        Feedback, card, words="Say what you did. " * 40, channel="call", giver="Mary", specific=True
    )
    build._beside(
        CheckIn, card, before=7, words="Marked-private-words", writing="Marked-private-words"
    )
    build._beside(Thought, card, story="Marked-private-words", question="Marked-private-words")
    with writing(browser.user) as session:
        action = Action(
            user_id=browser.user.id,
            application_id=card.id,
            what="Learn joins",
            kind="skill",
            due_on=date(2026, 3, 20),
            created_at=START,
            updated_at=START + timedelta(days=9),
        )
        action.done_on, action.proof = date(2026, 3, 9), "A page of queries"
        plan(session, action, [])
    return card


def test_private_writing_is_never_in_the_story(browser, told_no) -> None:
    assert "Marked-private-words" not in page_of(browser, told_no)


def test_story_tells_of_asking_answers_and_actions(browser, told_no) -> None:
    story = page_of(browser, told_no).partition('id="timeline"')[2]
    told = ["You did it", "They answered", "You asked for advice", "You planned an action"]

    assert all(each in story for each in told)
    assert "Call. I left a message" in story
    assert "Mary O’Connor" in story
    assert "Mary, by phone" in story
    assert "Say what you did." in story
    assert story.count("Say what you did.") < 20
    assert "A page of queries" in story


def test_day_of_a_plan_has_no_capital_within_the_line(browser, build) -> None:
    card = build.application(browser.user)
    today = day_of(now(), browser.user.zone)
    build.action(browser.user, application_id=card.id, kind="interview_practice", due_on=today)

    assert "For today" in page_of(browser, card).partition('id="timeline"')[2]


def test_what_was_told_later_stands_on_its_own_day(browser, told_no) -> None:
    story = page_of(browser, told_no).partition('id="timeline"')[2]

    assert (
        story.index("You did it")
        < story.index("You asked for advice")
        < story.index("They said no")
    )


def test_dropped_action_leaves_the_story(browser, told_no) -> None:
    with writing(browser.user) as session:
        action = session.scalars(Action.of(browser.user.id)).one()
        drop_action(action, now())

    assert "Learn joins" not in page_of(browser, told_no)


def test_open_card_has_no_path(browser, card) -> None:
    assert 'class="way"' not in page_of(browser, card)


def test_path_shows_each_part_with_its_state_and_place(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    assert "Write it down" in path_of(page_of(browser, card))
    build.rejection(card, on=now().date(), how="phone")

    path = path_of(page_of(browser, card))

    drawn, steps = path.split("All six steps")
    for each in (drawn, steps):
        assert each.count("<li") == 6
        assert each.count('class="now" aria-current="step"') == 1
    assert f'href="/applications/{card.id}/ask"' in path
    assert f'href="/applications/{card.id}/check-in"' in path


def test_path_counts_answers_actions_and_their_uses(browser, build, told_no) -> None:
    build.attempt(told_no, kind="thanks", channel="email", result="sent", on=now().date())
    later = build.application(browser.user)
    with writing(browser.user) as session:
        use(session, session.get_one(Application, later.id), actions_of(session, browser), now())

    path = path_of(page_of(browser, told_no))

    assert "1 answer." in path
    assert "1 action done." in path
    assert "Used in 1 later application." in path
    assert "Marked-private-words" not in path


def test_page_names_what_was_used_of_what_was_learnt(browser, build, told_no) -> None:
    later = build.application(browser.user)
    assert "Used here" not in page_of(browser, later)
    with writing(browser.user) as session:
        use(session, session.get_one(Application, later.id), actions_of(session, browser), now())

    page = page_of(browser, later)

    assert "Used here" in page
    assert "Learn joins" in page


def actions_of(session, browser) -> list[Action]:
    return list(session.scalars(Action.of(browser.user.id)))


def path_of(page: str) -> str:
    return page.partition('id="loop"')[2].partition("</section>")[0]


def test_what_time_alone_has_changed_is_brought_up_to_date_here_too(browser, build) -> None:
    """The page says the same as Today and the card, whichever is opened first."""
    user = browser.user
    today = day_of(now(), user.zone)
    card = build.application(user, stage="rejected")
    build.rejection(card, on=days_after(today, -8), how="email")
    build.attempt(
        card, on=days_after(today, -8), channel="email", follow_up_on=days_after(today, -1)
    )
    with writing(user, now() - timedelta(days=8)) as session:
        sweep(session, [card.id])

    page = page_of(browser, card)

    assert f'href="/applications/{card.id}/ask/letter/nudge">Send one reminder' in page
