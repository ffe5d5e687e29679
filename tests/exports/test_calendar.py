"""Calendars: read back by another library, and held to the rules of RFC 5545."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tracker.clock import now
from tracker.exports.calendar import calendar_of, make
from tracker.exports.calendar.event import Event
from tracker.exports.calendar.events import CalendarEvents
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.models import Application, Interview, User
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

SYDNEY = ZoneInfo("Australia/Sydney")
DAY = day_of(now(), SYDNEY) + timedelta(days=8)
SOON = datetime.combine(DAY, time(9, 30), SYDNEY).astimezone(UTC)
NAMES = "Mary O’Connor"


def events_of(user: User, at: datetime | None = None, **wanted: Any) -> dict[str, Any]:
    """By the beginning of their UID, as vobject reads them."""
    db.session.rollback()
    fresh = db.session.get_one(User, user.id)
    content = make(
        db.session(), fresh, ExportRequest("ics", **wanted), at or now(), lambda _hundredths: None
    )
    check(content)
    calendar = vobject.readOne(content.decode())
    return {
        event.uid.value.rpartition("-")[0]: event for event in calendar.contents.get("vevent", [])
    }


def check(content: bytes) -> None:
    """CRLF, lines of at most 75 octets, whole letters, what must be there once and is."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    unfolded = content.replace(b"\r\n ", b"").decode()
    head, *entries = unfolded.split("BEGIN:VEVENT\r\n")
    for name in (
        "VERSION:2.0",
        "PRODID:",
        "METHOD:PUBLISH",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ):
        assert head.count(name) == 1
    uids = []
    for entry in entries:
        names = [line.partition(":")[0].partition(";")[0] for line in entry.split("\r\n")]
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"):
            assert names.count(name) == 1, name
        uids.append(entry.partition("UID:")[2].partition("\r\n")[0])
    assert len(set(uids)) == len(uids)


@pytest.fixture
def card(browser: Browser, build: Build) -> Application:
    words = {"company": "Ærø, Bakery; & Sons", "role": "Baker\\Chef 👩‍🍳 株式会社"}
    return build.application(browser.user, at=LONG_AGO, **words)


def test_interview_has_its_hour_in_utc_its_length_and_its_place(card, browser, build) -> None:
    talk = build.interview(
        card, starts_at=SOON, minutes=45, kind="video", round=2, place="https://meet.example/a,b;c"
    )
    event = events_of(browser.user)[f"interview-{talk.id}"]

    assert event.dtstart.value == SOON
    assert event.dtend.value == SOON + timedelta(minutes=45)
    assert event.summary.value == (
        "Video interview, round 2: Baker\\Chef 👩‍🍳 株式会社, Ærø, Bakery; & Sons"
    )
    assert event.location.value == "https://meet.example/a,b;c"
    assert event.status.value == "CONFIRMED"
    assert event.uid.value.endswith("@onward")


def test_interview_without_a_length_takes_an_hour_and_one_without_a_moment_is_left_out(
    card, browser, build
) -> None:
    talk = build.interview(card, starts_at=SOON)
    build.interview(card)
    events = events_of(browser.user)

    assert list(events) == [f"interview-{talk.id}"]
    assert events[f"interview-{talk.id}"].dtend.value == SOON + timedelta(hours=1)


def test_names_of_people_and_private_writing_are_never_in_it(card, browser, build) -> None:
    build.contact(browser.user, NAMES)
    no = build.application(browser.user, role=f"Aide to {NAMES}", stage="rejected")
    build.interview(
        card, starts_at=SOON, place=f"Ask for {NAMES} at the desk, 0400 000 000",
        people=NAMES, preparation="Marked-Private",
    )  # fmt: skip
    build.action(browser.user, what=f"Thank {NAMES}", cue="Marked-Private", due_on=DAY)
    build.note(card, "Marked-Private", private=True)
    build.check_in(no, words="Marked-Private")
    said = calendar_of(
        CalendarEvents(
            db.session(), browser.user, Selection(people=True), DateRange(), now()
        ).events()
    )

    assert NAMES in said.decode().replace("\r\n ", "")
    said = calendar_of(
        CalendarEvents(db.session(), browser.user, Selection(), DateRange(), now()).events()
    )
    text = said.decode().replace("\r\n ", "")
    assert "Connor" not in text
    assert "Marked-Private" not in text
    assert "0400 000 000" in text


def test_companies_are_letters_where_they_are_not_to_be_named(card, browser, build) -> None:
    build.interview(card, starts_at=SOON, place="Ærø Street 1")
    (event,) = events_of(browser.user, choice=Selection(companies=False)).values()

    assert "Ærø" not in event.serialize()
    assert event.summary.value.endswith("Company A")


def test_edited_interview_has_a_greater_sequence_and_the_same_uid(card, browser, build) -> None:
    made = now() - timedelta(hours=2)
    talk = build.interview(card, starts_at=SOON, created_at=made)
    before = events_of(browser.user)[f"interview-{talk.id}"]
    day = {"day": str(DAY + timedelta(days=1)), "clock": "10:00", "kind": "onsite"}
    page = browser.get(f"/applications/{card.id}/interviews/{talk.id}").text
    version = page.partition('name="version" value="')[2].partition('"')[0]
    browser.post(f"/applications/{card.id}/interviews/{talk.id}", data=day | {"version": version})

    after = events_of(browser.user)[f"interview-{talk.id}"]
    assert after.uid.value == before.uid.value
    assert after.dtstart.value != before.dtstart.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.last_modified.value > before.last_modified.value


def test_words_on_how_it_went_change_nothing_in_a_calendar(card, browser, build) -> None:
    talk = build.interview(card, starts_at=SOON, created_at=now() - timedelta(hours=2))
    page = browser.get(f"/applications/{card.id}/interviews/{talk.id}").text
    version = page.partition('name="version" value="')[2].partition('"')[0]
    same = {"day": str(DAY), "clock": "09:30", "kind": "other", "version": version}
    browser.post(f"/applications/{card.id}/interviews/{talk.id}", data=same | {"went_well": "All"})

    db.session.expire_all()
    kept = db.session.get_one(Interview, talk.id)
    assert kept.went_well == "All"
    assert kept.updated_at is None


def test_deleted_interview_is_cancelled_until_undo_and_its_sequence_never_falls(
    card, browser, build
) -> None:
    made = now() - timedelta(hours=2)
    talk = build.interview(card, starts_at=SOON, created_at=made)
    uid = f"interview-{talk.id}"
    answer = browser.post(f"/applications/{card.id}/interviews/{talk.id}/removal")
    assert answer.status_code == 303
    gone = events_of(browser.user)[uid]
    assert (gone.status.value, gone.dtstart.value) == ("CANCELLED", SOON)
    assert gone.summary.value.endswith(f": {card.role}, {card.company}")

    from tests.sent import undo_of

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text))
    back = events_of(browser.user)[uid]
    assert back.status.value == "CONFIRMED"
    assert int(back.sequence.value) >= int(gone.sequence.value) > 0


@pytest.mark.parametrize(
    ("ended", "asked"),
    [
        ({"stage": "rejected", "stage_since": SOON - timedelta(days=2)}, None),
        ({"archived_at": SOON - timedelta(days=2), "outcome": "withdrawn"}, "cancelled"),
        ({}, "postponed"),
        ({"deleted_at": SOON - timedelta(days=2)}, None),
    ],
)
def test_interview_planned_after_the_end_of_an_application_is_cancelled_for_a_while(
    browser, build, ended, asked
) -> None:
    card = build.application(browser.user, at=LONG_AGO, **ended)
    off = build.interview(card, starts_at=SOON, outcome=asked)
    build.interview(card, starts_at=SOON - timedelta(days=5))

    events = events_of(browser.user, at=SOON - timedelta(days=1))
    assert events[f"interview-{off.id}"].status.value == "CANCELLED"
    statuses = sorted(event.status.value for event in events.values())
    assert statuses == (["CANCELLED"] if "deleted_at" in ended else ["CANCELLED", "CONFIRMED"])
    later = events_of(browser.user, at=SOON + timedelta(days=31))
    assert f"interview-{off.id}" not in later


def test_action_to_do_is_a_whole_day_and_goes_when_it_is_done(browser, build) -> None:
    action = build.action(browser.user, what="Practise", due_on=DAY)
    build.action(browser.user, what="Done", due_on=DAY, done_on=now().date())
    build.action(browser.user, what="Dropped", due_on=DAY, dropped_at=now())
    build.action(browser.user, what="Some day")
    events = events_of(browser.user)

    assert list(events) == [f"action-{action.id}"]
    event = events[f"action-{action.id}"]
    assert event.dtstart.value == DAY
    assert event.dtend.value == DAY + timedelta(days=1)
    assert event.summary.value == "To do: Practise"
    assert event.transp.value == "TRANSPARENT"


def test_card_that_rests_is_quiet_until_it_wakes(browser, build) -> None:
    card = build.application(browser.user, stage="rejected", stage_since=LONG_AGO)
    build.action(browser.user, application_id=card.id, due_on=DAY)
    build.rejection(card, on=DAY, rest_until=SOON)

    assert events_of(browser.user, at=SOON - timedelta(hours=9)) == {}
    assert len(events_of(browser.user, at=SOON + timedelta(minutes=1))) == 1


def test_day_to_follow_up_is_told_until_the_one_nudge_was_sent(browser, build) -> None:
    today = now().date()
    card = build.application(browser.user, stage="rejected", stage_since=LONG_AGO)
    build.rejection(card, on=today)
    ask = build.attempt(
        card, channel="email", result="sent", on=today, follow_up_on=today + timedelta(days=7)
    )
    events = events_of(browser.user)
    assert list(events) == [f"follow-up-{ask.id}"]
    assert events[f"follow-up-{ask.id}"].dtstart.value == today + timedelta(days=7)

    build.attempt(card, kind="nudge", channel="email", result="sent", on=today,
                  follow_up_on=today + timedelta(days=14))  # fmt: skip
    assert events_of(browser.user) == {}


def test_opening_that_closes_is_told(browser, build) -> None:
    lead = build.lead(browser.user, role="Barista", company="Kiosk", closes_on=DAY)
    event = events_of(browser.user)[f"lead-{lead.id}"]

    assert event.summary.value == "Closes: Barista, Kiosk"


def test_span_leaves_out_what_is_outside(card, browser, build) -> None:
    build.interview(card, starts_at=SOON)

    assert len(events_of(browser.user, span=DateRange.between(DAY, None))) == 1
    assert events_of(browser.user, span=DateRange.between(DAY + timedelta(days=1), None)) == {}


def test_unchanged_calendar_is_the_same_bytes(card, browser, build) -> None:
    build.interview(card, starts_at=SOON)
    wanted = ExportRequest("ics")
    one, other = (
        make(db.session(), browser.user, wanted, at, lambda _: None)
        for at in (now(), now() + timedelta(days=1))
    )
    assert one == other


def test_nothing_of_anothers_is_in_it(card, sign_in, build) -> None:
    build.interview(card, starts_at=SOON)

    assert events_of(sign_in().user) == {}


def test_long_words_are_folded_between_letters() -> None:
    words = "株式会社👩‍👩‍👧é, ; \\ \n" * 40
    event = Event("x@onward", SOON, SOON, words, LONG_AGO, SOON, place=words)
    content = calendar_of([event], "https://onward.example")

    check(content)
    read = vobject.readOne(content.decode()).vevent
    assert read.summary.value == words
    assert read.location.value == words


def test_the_day_to_answer_an_offer_by_is_a_whole_day_until_it_is_answered(browser, build) -> None:
    card = build.application(browser.user, role="Baker", offer_received_on=DAY, offer_answer_by=DAY)
    events = events_of(browser.user)
    (event,) = [each for uid, each in events.items() if uid.startswith("offer-")]

    assert event.dtstart.value == DAY
    assert event.summary.value == "Answer their offer: Baker, Banksia Software"

    browser.post(f"/applications/{card.id}/archival", data={"outcome": "offer_declined"})
    assert not [uid for uid in events_of(browser.user) if uid.startswith("offer-")]


def test_a_day_whose_time_is_open_says_so_where_it_fills_the_day(card, browser, build) -> None:
    talk = build.interview(card, on=day_of(SOON, browser.user.zone), kind="video")
    test = build.interview(card, on=day_of(SOON, browser.user.zone), kind="assessment")
    events = events_of(browser.user)
    assert events[f"interview-{talk.id}"].summary.value.startswith(
        "Video interview (time not known yet): "
    )
    assert "time not known" not in events[f"interview-{test.id}"].summary.value
