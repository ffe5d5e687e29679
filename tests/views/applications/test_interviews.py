"""Interviews: when, where, and how they went."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Interview
from tracker.models.changes.interviews import call_off
from tracker.models.changes.stage import move
from tracker.values.days import day_of, days_after
from tracker.values.formatting import full_day
from tracker.views.applications.interviews_presenter import present_interview

HOUR = timedelta(hours=1)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user)


def in_days() -> datetime:
    """To the minute, as a form has it."""
    return (now() + 90 * HOUR).replace(second=0, microsecond=0)


def place(card: Application) -> str:
    return f"/applications/{card.id}/interviews"


def rows(card: Application) -> list[Interview]:
    db.session.rollback()
    return list(db.session.scalars(Interview.of(card)))


def test_interview_of_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)
    row = build.interview(theirs)

    assert browser.post(place(theirs), data={}).status_code == 404
    assert browser.get(f"{place(theirs)}/coming").status_code == 404
    assert browser.post(f"{place(theirs)}/{row.id}", data={"kind": "case"}).status_code == 404


def test_no_kind_is_chosen_before_somebody_chooses_one(browser, card) -> None:
    page = browser.get(f"{place(card)}/new").text
    assert re.search(r'name="kind" value="other"', page)
    assert not re.search(r'name="kind" value="\w+" checked', page)

    for _ in range(2):
        assert browser.post(place(card), data={"key": "k"}).status_code == 303
    assert [each.kind for each in rows(card)] == ["other"]


def test_what_cannot_be_is_refused_kindly_and_kept(browser, card) -> None:
    for sent, words in (
        ({"day": "2026-13-01"}, "2026-03-31"),
        ({"clock": "09:00"}, "Which day is it?"),
        ({"day": "2026-03-02", "clock": "9ish"}, "like 14:30"),
        ({"day": "2026-10-04", "clock": "02:30"}, "skip 02:30"),
        ({"day": "2026-04-05", "clock": "02:30"}, "comes twice that night"),
        ({"minutes": "-5"}, "from 1 to 1,440"),
        ({"round": "many"}, "from 1 to 99"),
        ({"kind": "duel"}, "choose one of these"),
        ({"rating": "9"}, "choose one of these"),
        ({"place": "x" * 501}, "shorten this by 1"),
    ):
        typed = {"preparation": "Read their report", "key": "k"} | sent

        answer = browser.post(place(card), data=typed)

        assert answer.status_code == 422, (sent, words)
        assert words in answer.text.replace("&#39;", "'")
        assert form_of(answer.text, place(card))["preparation"] == "Read their report", (
            sent,
            words,
        )
        assert rows(card) == [], (sent, words)


def test_a_time_that_comes_twice_is_the_one_that_was_chosen(browser, card) -> None:
    for which in ("first", "second"):
        sent = {"day": "2026-04-05", "clock": "02:30", "which": which, "key": which}
        assert browser.post(place(card), data=sent).status_code == 303

    kept = {row.starts_at for row in rows(card)}
    assert kept == {datetime(2026, 4, 4, hour, 30, tzinfo=UTC) for hour in (15, 16)}


def test_interview_is_kept_in_the_persons_zone_with_all_that_was_said(browser, card) -> None:
    sent = {
        "day": "2026-03-02",
        "clock": "09:30",
        "minutes": "45",
        "kind": "video",
        "round": "2",
        "place": "https://meet.example.org/abc",
        "people": "Mary\nJo",
        "preparation": "Bring the folder",
        "went_well": "The story",
        "would_change": "Shorter answers",
        "rating": "4",
        "outcome": "through",
    }

    browser.post(place(card), data=sent)

    row = rows(card)[0]
    assert row.starts_at == datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    assert (row.minutes, row.kind, row.round, row.rating) == (45, "video", 2, 4)
    assert (row.people, row.outcome) == ("Mary\nJo", "through")
    page = browser.get(f"/applications/{card.id}").text
    assert "Video interview, round 2" in page
    assert "Shorter answers" in page


def test_an_interview_whose_day_is_not_known_yet_stands_among_those_to_come(browser, card) -> None:
    browser.post(place(card), data={"kind": "panel"})

    assert rows(card)[0].starts_at is None
    href = f"{place(card)}/{rows(card)[0].id}"
    browser.get(f"/applications/{card.id}")
    page = browser.get(f"/applications/{card.id}").text
    assert '<h2 id="next">Panel interview · day not known yet</h2>' in page
    assert f'<a class="button main" href="{place(card)}/undated">Add its day</a>' in page
    assert browser.get(f"{place(card)}/undated").headers["Location"] == href
    assert 'id="interviews-head"' not in page
    assert "They may still answer" not in page
    assert "Some time before" not in page
    assert re.search(r'formaction="[^"]+/undated"[^>]*>Add its day', browser.get("/board").text)

    browser.post(place(card), data={"kind": "video"})
    page = browser.get(f"/applications/{card.id}").text
    interviews = page.split('id="interviews-head"')[1].split("</section>")[0]
    assert "Video interview" in interviews
    assert "Add day</a>" in interviews


def test_one_without_a_day_gives_way_to_one_with_a_day_and_ends_with_a_no(
    browser, build, card
) -> None:
    browser.post(place(card), data={"kind": "panel"})
    build.interview(card, starts_at=now() + 90 * HOUR)
    assert "day not known yet</h2>" not in browser.get(f"/applications/{card.id}").text

    with writing(browser.user, now()) as session:
        move(session, session.get(Application, card.id), "rejected", now())
    assert fresh(card).undated_interview_at is None
    assert browser.get(f"{place(card)}/undated").headers["Location"] == f"/applications/{card.id}"


@pytest.mark.parametrize("by_hand", [True, False])
def test_after_a_cancelled_interview_no_new_time_is_promised_that_nobody_named(
    browser, build, card, by_hand
) -> None:
    row = build.interview(card, starts_at=now() + 90 * HOUR)
    if by_hand:
        sent = form_of(browser.get(f"{place(card)}/{row.id}").text, f"{place(card)}/{row.id}")
        browser.post(f"{place(card)}/{row.id}", data=sent | {"outcome": "cancelled"})
    else:
        with writing(browser.user, now()) as session:
            call_off(session, [session.get(Interview, row.id)], now())

    page = browser.get(f"/applications/{card.id}").text
    assert '<h2 id="next">Interview cancelled</h2>' in page
    cancelled = r"<p>They cancelled it today\."
    assert re.search(rf"{cancelled} If you hear nothing by [^.<]+, ask how it stands\.</p>", page)
    assert f'href="{place(card)}/undated">Add a new time' in page
    assert "They may still answer" not in page
    assert "Write to them" not in page
    board = browser.get("/board").text
    assert "Interview cancelled" in board and "No new time yet" not in board
    build.part(card, build.contact(browser.user, "Jo Moss", email="jo@moss.example"))
    assert "Write to them" in browser.get(f"/applications/{card.id}").text
    asks = browser.get(f"/applications/{card.id}/follow-up").text
    assert "They cancelled the interview today. Nothing heard since." in asks
    assert "whether there will be another time, and how things stand?" in asks
    assert "I interviewed" not in asks


@pytest.mark.parametrize("ahead", [90 * HOUR, None])
def test_one_ahead_or_without_a_day_is_cancelled_by_a_button_and_undo_takes_it_back(
    browser, build, card, ahead
) -> None:
    row = build.interview(card, starts_at=now() + ahead if ahead else None)
    assert "They cancelled it" in browser.get(f"{place(card)}/{row.id}").text

    answer = browser.post(f"{place(card)}/{row.id}/cancellation", data={})
    there = browser.get(answer.headers["Location"]).text
    assert "Interview cancelled." in there and "They cancelled it today." in there
    assert "They cancelled it" not in browser.get(f"{place(card)}/{row.id}").text

    browser.post(undo_of(there), data={})
    assert "They cancelled it today." not in browser.get(f"/applications/{card.id}").text
    assert rows(card)[0].outcome is None


def test_one_that_has_been_is_not_cancelled_by_the_button(browser, build, card) -> None:
    row = build.interview(card, starts_at=now() - 2 * HOUR)

    assert "They cancelled it" not in browser.get(f"{place(card)}/{row.id}").text
    refused = browser.post(f"{place(card)}/{row.id}/cancellation", data={})
    assert refused.status_code == 409 and "Its time has passed" in refused.text
    assert rows(card)[0].outcome is None


def test_of_a_cancelled_interview_and_another_the_other_counts(browser, build, card) -> None:
    off = build.interview(card, starts_at=now() + 90 * HOUR)
    build.interview(card, starts_at=now() + 200 * HOUR)
    with writing(browser.user, now()) as session:
        call_off(session, [session.get(Interview, off.id)], now())

    assert fresh(card).cancelled_interview_at is None
    assert "Interview ahead" in browser.get(f"/applications/{card.id}").text


def test_the_page_of_a_cancelled_one_says_so_first_and_has_room_for_a_new_time(
    browser, build, card
) -> None:
    row = build.interview(card, starts_at=now() + 90 * HOUR, kind="video")
    there, old = f"{place(card)}/{row.id}", row.starts_at
    browser.post(f"{there}/cancellation")

    shown = browser.get(there).text
    assert "<h1>Interview cancelled</h1>" in shown and ">New day</label>" in shown
    assert "It was set for " in shown and "If they name a new time, add it here." in shown
    sent = form_of(shown, there)
    assert sent["day"] == "", "the old time is not the new one"
    browser.post(there, data=sent)
    assert (rows(card)[0].starts_at, rows(card)[0].outcome) == (old, "cancelled")
    day = days_after(now().date(), 12)
    browser.post(there, data=form_of(browser.get(there).text, there) | {"day": f"{day}"})
    assert (rows(card)[0].on, rows(card)[0].outcome) == (day, None)


def test_one_that_they_want_to_move_waits_for_its_new_day_and_is_the_same_with_it(
    browser, build, card
) -> None:
    row = build.interview(
        card, starts_at=now() + 90 * HOUR, kind="video", round=1, people="Dana Ito"
    )
    there = f"{place(card)}/{row.id}"
    assert "They want to move it" in browser.get(there).text
    answer = browser.post(f"{there}/cancellation", data={"postponed": "y"})
    page = browser.get(answer.headers["Location"]).text
    assert "Interview cancelled." not in page and "If no new time comes by" in page
    asks = browser.get(f"/applications/{card.id}/follow-up").text
    assert "The old time was taken off today. No new time came yet." in asks
    assert "which new time would suit you?" in asks
    assert f'href="{place(card)}/undated">Add the new time' in page
    assert browser.get(f"{place(card)}/undated").location == there
    assert (rows(card)[0].outcome, fresh(card).next_interview_at) == ("postponed", None)
    shown = browser.get(there).text
    assert "<h1>New time to come</h1>" in shown
    assert "They want to move it. Add the new time when they name one." in shown
    assert "Prepare</a>" not in shown

    day = days_after(now().date(), 12)
    sent = form_of(shown, there) | {"day": f"{day}", "clock": "10:00"}
    browser.post(there, data=sent)
    (moved,) = rows(card)
    assert (moved.on, moved.outcome) == (day, None)
    assert (moved.kind, moved.round, moved.people) == ("video", 1, "Dana Ito")
    assert "Interview ahead" in browser.get(f"/applications/{card.id}").text


@pytest.mark.parametrize(
    ("days", "said", "outcome"),
    [
        (None, "Saved. It still waits for its new time.", "postponed"),
        (0, "Interview saved.", None),
        (5, "Interview saved.", None),
    ],
)
def test_one_to_be_moved_asks_for_its_new_time_alone_and_waits_on_without_it(
    browser, build, card, days: int | None, said: str, outcome: str | None
) -> None:
    row = build.interview(card, starts_at=now() + 90 * HOUR)
    was, there = row.starts_at, f"{place(card)}/{row.id}"
    browser.post(f"{there}/cancellation", data={"postponed": "y"})
    sent = form_of(browser.get(there).text, there)
    assert (sent["day"], sent["clock"]) == ("", "")
    assert ">New day" in browser.get(there).text

    local = was.astimezone(browser.user.zone)
    new = {}
    if days is not None:
        new = {"day": f"{days_after(local.date(), days)}", "clock": f"{local:%H:%M}"}
    answer = browser.post(there, data=sent | new, follow_redirects=True).text
    assert said in answer
    (kept,) = rows(card)
    assert kept.outcome == outcome
    moved = was if not days else was + days * 24 * HOUR
    assert abs(kept.starts_at - moved) < 2 * HOUR


def test_who_prepares_while_the_time_is_open_is_led_to_where_it_is_added(
    browser, build, card
) -> None:
    row = build.interview(card, starts_at=now() + 90 * HOUR)
    browser.post(f"{place(card)}/{row.id}/cancellation", data={"postponed": "y"})
    assert browser.get(f"{place(card)}/coming").location == f"{place(card)}/undated"


@pytest.mark.parametrize("off", ["cancelled", "postponed"])
def test_undo_of_one_that_they_want_to_move_puts_it_on_again(browser, build, card, off) -> None:
    row = build.interview(card, starts_at=now() + 90 * HOUR)
    sent = {"postponed": "y"} if off == "postponed" else {}
    answer = browser.post(f"{place(card)}/{row.id}/cancellation", data=sent)
    browser.post(undo_of(browser.get(answer.headers["Location"]).text), data={})
    assert rows(card)[0].outcome is None


def test_an_interview_moved_to_another_day_is_not_cancelled(browser, build, card) -> None:
    row = build.interview(card, starts_at=now() + 90 * HOUR)
    day = days_after(now().date(), 12)
    browser.post(f"{place(card)}/{row.id}", data={"day": f"{day}", "clock": "10:00"})

    assert fresh(card).cancelled_interview_at is None
    assert "No new time yet" not in browser.get(f"/applications/{card.id}").text


def test_one_cancelled_long_ago_and_noted_today_counts_from_its_own_day(build, card) -> None:
    build.interview(card, starts_at=now() - 900 * HOUR, outcome="cancelled")

    assert fresh(card).cancelled_interview_at == rows(card)[0].starts_at


@pytest.mark.parametrize("known", [{"rating": "4"}, {"went_well": "Good talk"}])
def test_an_undated_one_that_has_been_stands_under_some_time_before(browser, card, known) -> None:
    browser.post(place(card), data={"kind": "panel"} | known)

    page = browser.get(f"/applications/{card.id}").text
    assert "Day not known yet" not in page
    assert page.index("Some time before") < page.index("Panel interview")


def test_one_that_came_with_its_card_from_a_sheet_asks_for_no_day(browser, card) -> None:
    with writing(browser.user, now()) as session:
        session.add(Interview.beside(card, card.created_at))

    page = browser.get(f"/applications/{card.id}").text
    assert "Day not known yet" not in page
    assert "Some time before" in page


def test_adding_one_moves_an_applied_card_as_ticked_and_undo_takes_both_back(browser, card) -> None:
    sent = form_of(browser.get(f"{place(card)}/new").text, place(card))
    assert sent["moves"] == "y"

    assert browser.post(place(card), data=sent).status_code == 303

    assert fresh(card).stage == "interview"
    way_back = undo_of(browser.get(f"/applications/{card.id}").text)
    for _ in range(2):
        assert browser.post(way_back, data={"key": "u"}).status_code == 303
        assert (fresh(card).stage, len(rows(card))) == ("applied", 0)
    browser.post(place(card), data=sent)
    assert (fresh(card).stage, len(rows(card))) == ("applied", 0)


def test_one_in_which_more_was_written_is_not_taken_back(browser, card) -> None:
    browser.post(place(card), data=form_of(browser.get(f"{place(card)}/new").text, place(card)))
    way_back = undo_of(browser.get(f"/applications/{card.id}").text)
    with writing(browser.user, now()) as session:
        session.get(Interview, rows(card)[0].id).went_well = "I was calm."

    assert browser.post(way_back, data={"key": "u"}).status_code == 409

    assert (fresh(card).stage, len(rows(card))) == ("interview", 1)


def test_adding_one_with_the_tick_taken_out_leaves_the_card_where_it_is(browser, card) -> None:
    sent = form_of(browser.get(f"{place(card)}/new").text, place(card))
    del sent["moves"]

    browser.post(place(card), data=sent)

    assert (fresh(card).stage, len(rows(card))) == ("applied", 1)


def test_refused_form_keeps_the_tick_as_it_was(browser, card) -> None:
    ticked = browser.post(place(card), data={"clock": "9ish", "moves": "y"})
    unticked = browser.post(place(card), data={"clock": "9ish"})

    assert "moves" in form_of(ticked.text, place(card))
    assert "moves" not in form_of(unticked.text, place(card))


def test_a_card_elsewhere_is_not_offered_the_move_and_never_moves(browser, build) -> None:
    away = {"archived_at": now(), "outcome": "withdrawn"}
    for facts in ({"stage": "interview"}, {"stage": "rejected"}, away):
        card = build.application(browser.user, **facts)
        stage = card.stage
        assert "Move the card" not in browser.get(f"{place(card)}/new").text

        browser.post(place(card), data={"kind": "video", "moves": "y"})

        assert (fresh(card).stage, len(rows(card))) == (stage, 1), facts


def test_coming_one_is_summed_up_and_opens_at_its_preparation(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    at = now() + 20 * HOUR
    build.interview(card, starts_at=at + 90 * HOUR, preparation="The later one")
    build.interview(card, starts_at=at, preparation="The nearer one")

    page = browser.get(f"{place(card)}/coming").text

    assert fresh(card).next_interview_at == at
    assert "<h1>Prepare</h1>" in page
    assert "The nearer one" in page
    assert "The later one" not in page


def test_whoever_saves_while_preparing_stays_there_unless_it_lies_ahead_no_more(
    browser, build
) -> None:
    card = build.application(browser.user, stage="interview")
    row = build.interview(card, starts_at=now() + 20 * HOUR)
    coming, address = f"{place(card)}/coming", f"{place(card)}/{row.id}"
    page = browser.get(coming).text
    assert '<button class="main" name="reading" value="y">' in page

    sent = form_of(page, address) | {"preparation": "Ask about the team.", "reading": "y"}
    assert browser.post(address, data=sent).location.endswith(f"{coming}#notes")
    page = browser.get(coming).text
    assert "Notes saved." in page
    assert "Ask about the team." in page

    sent = form_of(page, address) | {"outcome": "cancelled", "reading": "y"}
    assert browser.post(address, data=sent).location.endswith(f"/applications/{card.id}")


def test_a_preparation_says_once_how_long_it_takes(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + 20 * HOUR, minutes=50)

    assert browser.get(f"{place(card)}/coming").text.count("50 min") == 1


def test_unreviewed_one_opens_at_how_it_went_and_is_done_with_a_word(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    row = build.interview(card, starts_at=now() - 30 * HOUR)
    address = f"{place(card)}/{row.id}"

    page = browser.get(f"{place(card)}/unreviewed").text
    sent = form_of(page, address) | {"went_well": "Calm throughout"}
    assert "<h1>How did it go?</h1>" in page
    assert page.index('name="went_well"') < page.index('name="day"')
    assert browser.post(address, data=sent).status_code == 303

    assert fresh(card).unreviewed_interview_at is None
    assert rows(card)[0].went_well == "Calm throughout"
    assert rows(card)[0].starts_at is not None


def test_where_there_is_none_the_links_lead_on(browser, card) -> None:
    coming = browser.get(f"{place(card)}/coming")
    unreviewed = browser.get(f"{place(card)}/unreviewed")

    assert coming.headers["Location"] == f"{place(card)}/new"
    assert unreviewed.headers["Location"] == f"/applications/{card.id}"


def test_refused_change_still_carries_the_version_that_it_came_with(browser, build, card) -> None:
    row = build.interview(card, preparation="Old")
    address = f"{place(card)}/{row.id}"
    first = form_of(browser.get(address).text, address)
    browser.post(address, data=first | {"preparation": "From the phone"})

    refused = browser.post(address, data=first | {"preparation": "Mine", "minutes": "x"})
    again = form_of(refused.text, address) | {"minutes": ""}

    assert refused.status_code == 422
    assert browser.post(address, data=again).status_code == 409


def test_deleted_interview_comes_back_whole_and_summed_up(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    at = now() + 20 * HOUR
    row = build.interview(card, starts_at=at, preparation="Kept", rating=3)
    browser.post(f"{place(card)}/{row.id}/removal")
    assert fresh(card).next_interview_at is None

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    assert fresh(card).next_interview_at == at
    assert (rows(card)[0].preparation, rows(card)[0].rating) == ("Kept", 3)


def test_place_is_a_link_only_where_it_is_a_safe_one(browser, build, card) -> None:
    build.interview(card, starts_at=now() + HOUR, place="javascript:alert(1)")
    build.interview(card, starts_at=now() + HOUR, place="https://meet.example.org/a")

    page = browser.get(f"/applications/{card.id}").text

    assert 'href="https://meet.example.org/a" rel="noopener noreferrer"' in page
    assert 'href="javascript' not in page


def test_on_the_day_the_way_in_and_the_people_come_first_and_one_button_is_filled(
    browser, build, card
) -> None:
    row = build.interview(card, starts_at=now() + HOUR, kind="onsite", place="5 Bridge St & Lane")
    build.part(card, build.contact(browser.user, "Priya Raman", phone="0400 000 000"), "recruiter")
    page = browser.get(f"{place(card)}/coming").text

    assert 'href="https://www.openstreetmap.org/search?query=5+Bridge+St+%26+Lane"' in page
    assert page.index(">Map<") < page.index('href="tel:0400000000"') < page.index("Three questions")
    assert "actions sticky" in page and page.count('class="button main"') == 0
    assert '<button class="main" name="reading" value="y">Save</button>' in page

    for kind, where, way in (
        ("phone_screen", "02 5550 1234", '<a class="button main" href="tel:0255501234">Call</a>'),
        ("video", "https://meet.example.org/a", ">Join here</a>"),
    ):
        with writing(browser.user) as session:
            saved = session.get_one(Interview, row.id)
            saved.kind, saved.place = kind, where
        page = browser.get(f"{place(card)}/coming").text
        assert way in page and ">Map<" not in page
        assert '<button class="soft" name="reading" value="y">Save</button>' in page


@pytest.mark.parametrize(
    ("begins", "minutes", "filled"),
    [(61, 30, False), (59, 30, True), (-29, 30, True), (-31, 30, False), (-59, None, True)],
)
def test_way_in_is_filled_from_an_hour_before_until_the_end(
    browser, build, card, begins: int, minutes: int | None, filled: bool
) -> None:
    at = now() + timedelta(minutes=begins, seconds=20)
    link = "https://meet.example.org/a"
    row = build.interview(card, starts_at=at, minutes=minutes, kind="video", place=link)

    shown = present_interview(row, now(), browser.user.zone)

    assert shown.near is filled
    assert shown.beside == ("30 min · " if minutes else "") + "meet.example.org"
    answer = browser.get(f"{place(card)}/coming")  # once it is over there is none to prepare for
    way = f'<a class="button {"main" if filled else "soft"}" href="{link}"'
    assert way in answer.text if filled or shown.ahead else answer.status_code == 303


def test_way_in_is_filled_all_day_where_no_hour_is_known(browser, build, card) -> None:
    today = day_of(now(), browser.user.zone)
    for days, filled in ((0, True), (1, False)):
        row = build.interview(card, on=days_after(today, days))
        assert present_interview(row, now(), browser.user.zone).near is filled


def test_what_helps_to_prepare_stands_beside_the_box(browser, sign_in, build) -> None:
    with build.together():
        card = build.application(
            browser.user,
            stage="interview",
            posting="We bake <b>bread</b>.",
            link="https://example.org/j",
        )
        build.interview(card, starts_at=now() + 20 * HOUR)
        build.part(card, build.contact(browser.user, "Priya Raman"), "interviewer")
        build.rejection(card, questions="What would a strong first month look like?")
        before = build.application(browser.user, role="Earlier job")
        build.interview(before, starts_at=now() - 900 * HOUR, would_change="Bring figures")
        over = build.application(browser.user, stage="rejected")
        build.rejection(over, nothing_to_act_on_at=now())
        for card_said, words, facts in (
            (before, "You told us what the team did.", {}),
            (before, "You told us what the team did", {}),
            (before, "You spoke too fast.", {}),
            (before, "You were warm.", {"kind": "strength"}),
            (before, "You didn’t know much about us.", {"agreed": "no"}),
            (over, "You were hard to hear. Why us?", {}),
        ):
            build.point(build.feedback(card_said, words), words, **{"kind": "improve"} | facts)
    theirs = build.application(sign_in().user)
    build.point(build.feedback(theirs, "Theirs."), "Somebody else’s point", kind="improve")

    page = browser.get(f"{place(card)}/coming").text

    for words in (
        "We bake &lt;b&gt;bread&lt;/b&gt;.", "https://example.org/j", "Priya Raman",
        "What would a strong first month look like?", "Bring figures", "Your note from before",
        "Try this: say what you did yourself", "Try this: speak a little slower than feels right",
    ):  # fmt: skip
        assert words in page
    assert page.count("ay what you did yourself") == 1
    for words in ("the team did", "too fast", "warm", "found out about them", "Somebody else’s"):
        assert words not in page


def test_equal_notes_from_before_are_one_and_of_all_no_more_than_two_are_told(
    browser, build
) -> None:
    with build.together():
        card = build.application(browser.user, stage="interview")
        for words in ("You told us what the team did.", "You spoke too fast.", "Why us?"):
            build.point(
                build.feedback(build.application(browser.user), words), words, kind="improve"
            )
        for question in ("Why bread?", "Why mornings?"):
            build.story(browser.user, question=question, application_id=card.id)
        build.interview(card, starts_at=now() + 20 * HOUR)
    for number, words in enumerate(("Slower", "slower.", "Bring figures", "Breathe")):
        build.interview(card, starts_at=now() - (900 + number) * HOUR, would_change=words)

    page = browser.get(f"{place(card)}/coming").text

    assert page.count("Try this time") == 1 and page.count("Try this: ") == 1
    assert "Speak a little slower" in page or "Say what you did yourself" in page
    assert "Your notes from before" in page and ">Slower<" in page and ">slower.<" not in page
    assert "Bring figures" in page and "Breathe" not in page


def test_preparing_asks_few_queries_however_much_was_learnt(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + 20 * HOUR)
    address = f"{place(card)}/coming"
    browser.get(address)
    bare = queries(lambda: browser.get(address))
    with build.together():
        for number in range(8):
            build.part(card, build.contact(browser.user, f"Person {number}"))
            said = build.feedback(build.application(browser.user), "You were long.")
            build.point(said, "You were long.", kind="improve")

    assert queries(lambda: browser.get(address)) == bare


def test_preparing_without_anything_to_show_says_what_will_stand_there(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + 20 * HOUR)

    assert "will show here" in browser.get(f"{place(card)}/coming").text


def test_people_of_the_application_are_ticked_and_somebody_new_is_written_beside(
    browser, card, build
) -> None:
    build.part(card, build.contact(browser.user, name="Mary Wren"))
    sent = {"kind": "video", "people": ["Mary Wren", "Jo\nMary Wren's deputy"]}

    browser.post(place(card), data=sent)

    row = rows(card)[0]
    assert row.people == "Mary Wren\nJo\nMary Wren's deputy"
    page = browser.get(f"{place(card)}/{row.id}").text
    assert 'name="people" value="Mary Wren" checked' in page
    assert form_of(page, f"{place(card)}/{row.id}")["people"] == "Jo\nMary Wren's deputy"


@pytest.mark.parametrize("ahead", [True, False])
def test_an_archived_application_with_an_interview_ahead_offers_to_prepare_and_the_board_first(
    browser, build, ahead
) -> None:
    away = build.application(browser.user, stage="applied", archived_at=now(), outcome="withdrawn")
    build.interview(away, starts_at=now() + (90 if ahead else -90) * HOUR)
    page = browser.get(f"/applications/{away.id}").text

    assert ('<button class="main">Put it back on the board</button>' in page) == ahead
    assert ("An interview is ahead." in page) == ahead
    assert (f'href="/applications/{away.id}/interviews/coming">Prepare</a>' in page) == ahead
    assert ("Add to calendar" in page) == ahead


@pytest.mark.parametrize("off", ["cancelled", "postponed"])
def test_a_new_day_by_hand_says_that_its_time_is_open_and_stands_in_the_story_until_undone(
    browser, build, card, off
) -> None:
    starts = in_days()
    row = build.interview(card, starts_at=starts, kind="video", place="Room 4")
    there = f"{place(card)}/{row.id}"
    sent = {"postponed": "y"} if off == "postponed" else {}
    browser.post(f"{there}/cancellation", data=sent)
    day = days_after(now().date(), 12)
    new = {"day": f"{day}", "clock": "", "place": "Room 5"}
    answer = browser.post(there, data=form_of(browser.get(there).text, there) | new)
    page = browser.get(answer.headers["Location"]).text
    assert "Interview saved." in page
    assert "time not known yet" in page
    assert f'href="{there}">Add the time</a>' in page and "Add to calendar" not in page
    assert "They named a new time" in page
    old = starts.astimezone(browser.user.zone)
    assert f"It was {full_day(old.date())}, {old:%H:%M}. Now it is {full_day(day)}," in page

    browser.post(undo_of(page), data={})
    (back,) = rows(card)
    assert (back.starts_at, back.outcome, back.place) == (starts, off, "Room 4")
    assert "They named a new time" not in browser.get(f"/applications/{card.id}").text
    again = browser.post(undo_of(page), data={})
    assert again.status_code == 409 and "More has happened since" in again.text


def test_a_place_that_was_changed_can_be_undone_and_words_alone_need_no_undo(
    browser, build, card
) -> None:
    row = build.interview(card, starts_at=in_days(), place="Room 4", round=1)
    there = f"{place(card)}/{row.id}"
    sent = form_of(browser.get(there).text, there)
    answer = browser.post(there, data=sent | {"place": "Room 5", "round": "2"})
    page = browser.get(answer.headers["Location"]).text
    assert "They named a new time" not in page
    browser.post(undo_of(page), data={})
    assert (rows(card)[0].place, rows(card)[0].round) == ("Room 4", 1)

    sent = form_of(browser.get(there).text, there)
    answer = browser.post(there, data=sent | {"preparation": "Bring the folder"})
    page = browser.get(answer.headers["Location"]).text
    assert "Interview saved." in page and "move/reversal" not in page


def test_what_changed_in_between_is_not_undone(browser, build, card) -> None:
    row = build.interview(card, starts_at=in_days(), place="Room 4")
    there = f"{place(card)}/{row.id}"
    sent = form_of(browser.get(there).text, there)
    answer = browser.post(there, data=sent | {"place": "Room 5"})
    undo = undo_of(browser.get(answer.headers["Location"]).text)
    browser.post(f"{there}/cancellation", data={})
    assert browser.post(undo, data={}).status_code == 409
    assert rows(card)[0].place == "Room 5"


def test_a_cancelled_one_saved_at_its_own_time_says_so_and_one_tap_puts_it_on_again(
    browser, build, card
) -> None:
    row = build.interview(card, starts_at=in_days())
    there = f"{place(card)}/{row.id}"
    browser.post(f"{there}/cancellation", data={})
    shown = browser.get(there).text
    sent = form_of(shown, there)
    answer = browser.post(there, data=sent, follow_redirects=True).text
    assert "Saved. It is still cancelled." in answer and "Interview cancelled</h2>" in answer
    assert "It is on after all" in shown
    on = browser.post(f"{there}/cancellation/reversal", data={}, follow_redirects=True).text
    assert "The interview is on again." in on and "Interview cancelled</h2>" not in on
    assert rows(card)[0].outcome is None
    assert "It is on after all" not in browser.get(there).text
