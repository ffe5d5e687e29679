"""Take a moment: for one's own eyes, skippable, gone for good when it is deleted."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, queries
from tests.stored import fresh
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, CheckIn, Rejection, Removal

MARK = "Xylophone-tears"


@pytest.fixture
def card(browser: Browser, build) -> Application:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=now().date(), rest_until=now() + timedelta(hours=9))
    return card


def place(card: Application) -> str:
    return f"/applications/{card.id}/check-in"


def moments(card: Application) -> list[CheckIn]:
    return list(db.session.scalars(CheckIn.of(card)))


def wake(card: Application) -> None:
    with writing() as session:
        for row in session.scalars(Rejection.of(card)):
            row.rest_until = None
        session.get_one(Application, card.id).rest_until = None


def test_moment_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user, stage="rejected")

    assert browser.get(place(theirs)).status_code == 404
    assert browser.post(place(theirs), data={"words": "Mine"}).status_code == 404
    assert moments(theirs) == []


def test_anothers_moment_is_neither_told_purged_nor_seen(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user, stage="rejected")
    row = build.check_in(theirs, before=8, words=MARK)

    assert browser.post(f"/check-ins/{row.id}/after", data={"value": "3"}).status_code == 404
    assert browser.post(f"/check-ins/{row.id}/purge").status_code == 404
    browser.post("/check-ins/purge")
    assert MARK not in browser.get("/moments").text
    assert [each.after for each in moments(theirs)] == [None]


def test_weight_that_is_none_of_the_eleven_is_refused_and_the_words_kept(browser, card) -> None:
    for weight in ("11", "-1", "heavy", "٣"):
        answer = browser.post(place(card), data={"before": weight, "words": MARK, "key": "k"})

        assert answer.status_code == 422, weight
        sent = form_of(answer.text, place(card))
        assert (sent["words"], sent["key"]) == (MARK, "k"), weight
        assert moments(card) == [], weight


def test_day_that_cannot_be_is_refused_and_the_page_kept(browser, card) -> None:
    sent = {"writing": MARK, "prompt": "friend", "look_again": "day", "day": "2020-01-01"}
    answer = browser.post(place(card), data=sent)

    assert answer.status_code == 422
    assert form_of(answer.text, place(card))["writing"] == MARK
    assert 'value="friend" checked' in answer.text
    assert moments(card) == []


def test_page_that_is_too_long_is_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    text = "Long. " * 400

    answer = browser.post(place(card), data={"writing": text})

    assert answer.status_code == 413
    assert text.rstrip() in answer.text


def test_telling_something_else_than_a_weight_is_refused(browser, build, card) -> None:
    row = build.check_in(card, before=8)

    for value in ("", "11", "light"):
        assert browser.post(f"/check-ins/{row.id}/after", data={"value": value}).status_code == 422
    assert moments(card)[0].after_at is None


def test_everything_may_be_left_alone_and_then_nothing_is_kept_but_the_rest(browser, card) -> None:
    sent = form_of(browser.get(place(card)).text, place(card))
    assert "before" not in sent  # eleven dots, none of them chosen
    assert (sent["words"], sent["look_again"]) == ("", "day")

    answer = browser.post(place(card), data=sent | {"look_again": "tomorrow"})

    assert answer.status_code == 303
    assert moments(card) == []
    assert fresh(card).rest_until is not None


def test_fresh_rest_is_until_tomorrow_morning_unless_said_otherwise(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    sent = form_of(browser.get(place(card)).text, place(card))
    assert sent["look_again"] == "tomorrow"

    browser.post(place(card), data=sent | {"before": "0"})

    assert moments(card)[0].before == 0
    assert fresh(card).rest_until > now()


def test_what_was_told_is_kept_with_its_prompt(browser, card) -> None:
    sent = {"before": "8", "words": "Flat", "prompt": "friend", "writing": "Dear me"}
    browser.post(place(card), data=sent)

    row = moments(card)[0]
    assert (row.before, row.words, row.writing) == (8, "Flat", "Dear me")
    assert "good friend" in row.prompt


def test_moment_sent_twice_is_one(browser, card) -> None:
    for _ in range(2):
        assert browser.post(place(card), data={"words": "Once", "key": "k"}).status_code == 303

    assert len(moments(card)) == 1


def test_moment_changed_after_it_was_kept_is_asked_about(browser, card) -> None:
    browser.post(place(card), data={"words": "Once", "key": "k"})

    answer = browser.post(place(card), data={"words": "Once more", "key": "k"})
    again = form_of(answer.text, place(card))

    assert answer.status_code == 409
    assert again["words"] == "Once more"
    assert again["key"] != "k"


def test_open_card_takes_a_moment_without_a_rest(browser, build) -> None:
    card = build.application(browser.user)
    assert "No reminders until" not in browser.get(place(card)).text

    answer = browser.post(place(card), data={"before": "6"})

    assert answer.headers["Location"] == f"/applications/{card.id}"
    assert (len(moments(card)), fresh(card).rest_until) == (1, None)


def test_nothing_asks_while_it_rests_and_one_tap_tells_once_it_is_awake(
    browser, build, card
) -> None:
    row = build.check_in(card, before=8, created_at=now() - timedelta(hours=20))
    page = f"/applications/{card.id}"
    assert "How bad do you feel now" not in browser.get(page).text
    wake(card)
    assert f'action="/check-ins/{row.id}/after"' in browser.get(page).text

    answer = browser.post(f"/check-ins/{row.id}/after", data={"value": "3"})

    assert answer.headers["Location"] == page
    after = browser.get(page).text
    assert "From 8 to 3. It is lighter now." in after
    assert "How bad do you feel now" not in after
    assert moments(card)[0].after == 3


def test_rather_not_saying_is_never_asked_again(browser, build, card) -> None:
    row = build.check_in(card, before=8, created_at=now() - timedelta(hours=20))
    wake(card)
    browser.post(f"/check-ins/{row.id}/after", data={"value": "skip"})

    assert "How bad do you feel now" not in browser.get(f"/applications/{card.id}").text
    assert (moments(card)[0].after, moments(card)[0].after_at is None) == (None, False)


def test_a_weight_that_has_not_passed_gets_kind_words(browser, build, card) -> None:
    for value, words in (
        ("5", "Some things take time"),
        ("6", "Be kind to yourself"),
        ("10", "don’t have to cope alone"),
    ):
        row = build.check_in(card, before=5)

        browser.post(f"/check-ins/{row.id}/after", data={"value": value})

        page = browser.get("/moments").text
        assert words in page
        assert ('class="toast"' in page and 'href="/help">Where' in page) == (value == "10")


def test_it_is_seen_over_time_whether_it_got_lighter(browser, build, card) -> None:
    day = now() - timedelta(days=3)
    with build.together():
        build.check_in(card, before=8, after=3, created_at=day, after_at=day + timedelta(days=1))
        build.check_in(card, before=6, after=6, after_at=now())
        build.check_in(card, before=4)
        build.check_in(card, words="No number at all")

    page = browser.get("/moments").text

    assert "1 of 2 times it felt lighter when you came back." in page
    assert "pass" not in page.partition("<main")[2].partition("</main>")[0]
    for words in ("Lighter the next day: 8 → 3", "6 of 10, the same later that day", "4 of 10"):
        assert f'<i class="vh">How bad: </i>{words}</small>' in page
    for felt in (
        "It felt quite bad (8 of 10). The next day it was not so bad (3).",
        "It felt bad (6 of 10). Later that day it was the same.",
        "<p>It felt bad (4 of 10).</p>",
    ):
        assert felt in page
    drawn = page.partition('class="panel over-time"')[2].partition("</figure>")[0]
    assert 'd="M33 85L84 37M135 66L185 66"' in drawn  # each from before to after
    assert 'class="ring" d="M33 85h.01M135 66h.01M236 46h.01"' in drawn
    assert 'class="ring" d="M84 37h.01M185 66h.01"' in drawn
    assert "M6 30L26 15" in page and "M6 24L26 24" in page  # and beside its own words


def test_one_moment_is_no_drawing_and_two_stand_in_the_order_of_their_time(
    browser, build, card
) -> None:
    build.check_in(card, before=10, created_at=now() - timedelta(days=3))
    build.check_in(card, words="No number", created_at=now() - timedelta(days=2))
    assert "<figure" not in browser.get("/moments").text

    build.check_in(card, before=0, created_at=now())
    page = browser.get("/moments").text

    drawn = page.partition('class="panel over-time"')[2].partition("</figure>")[0]
    assert 'd="M46 104h.01M198 8h.01"' in drawn and "when you came back" not in drawn
    assert drawn.index("Fine (0)") < drawn.index("<svg") < drawn.index("Very bad (10)")
    assert "<span>Today</span>" in page


def test_nothing_lighter_is_said_where_it_was_fewer_than_half_of_the_times(
    browser, build, card
) -> None:
    """Nor where nothing was; and that there is nothing is fine."""
    assert "Nothing here, and that is fine" in browser.get("/moments").text
    build.check_in(card, before=4, after=9, after_at=now())
    assert "felt lighter" not in browser.get("/moments").text
    for after in (2, 6, 7):
        build.check_in(card, before=5, after=after, after_at=now())

    assert "felt lighter" not in browser.get("/moments").text


@pytest.mark.both_databases
def test_moments_stand_in_the_order_of_their_time_also_over_two_pages_of_few_queries(
    browser, build, card
) -> None:
    at = now()
    with build.together():
        for number in range(53):  # the earliest is written down last
            build.check_in(card, words=f"Day {number}.", created_at=at - timedelta(days=number))
    page = browser.get("/moments").text
    more = page.partition('href="/moments?before=')[2].partition('"')[0]
    rest = browser.get(f"/moments?before={more}").text

    assert page.count("Yes, delete it for good") == 50
    assert page.index("Day 0.") < page.index("Day 1.") < page.index("Day 49.")
    assert "Day 50." not in page
    assert rest.index("Day 50.") < rest.index("Day 52.")
    assert browser.get("/moments?before=99999").status_code == 404
    assert queries(lambda: browser.get("/moments")) == 3


def test_moment_of_a_card_in_the_bin_can_still_be_purged(browser, build) -> None:
    gone = build.application(browser.user, stage="rejected", deleted_at=now(), role="Binned role")
    row = build.check_in(gone, words=MARK)
    assert "Binned role" in browser.get("/moments").text
    assert f'href="/applications/{gone.id}"' not in browser.get("/moments").text

    assert browser.post(f"/check-ins/{row.id}/purge").status_code == 303
    assert moments(gone) == []


def test_purged_moment_is_gone_from_every_table_and_its_card_rests_on(browser, build, card) -> None:
    row, other = build.check_in(card, words=MARK), build.check_in(card, words="Stays")
    rests = fresh(card).rest_until

    answer = browser.post(f"/check-ins/{row.id}/purge")

    assert answer.headers["Location"] == "/moments"
    assert [each.id for each in moments(card)] == [other.id]
    assert db.session.scalar(select(Removal.id)) is None
    assert fresh(card).rest_until == rests


def test_all_moments_go_at_once_and_other_peoples_stay(browser, sign_in, build, card) -> None:
    theirs = build.check_in(build.application(sign_in().user), words="Theirs")
    build.check_in(card, words=MARK)
    build.check_in(card, before=3)

    browser.post("/check-ins/purge")

    assert list(db.session.scalars(select(CheckIn.id))) == [theirs.id]


@pytest.mark.on("sqlite")
def test_purged_words_are_in_no_file_of_the_database(browser, build, card, settings) -> None:
    row = build.check_in(card, writing=f"{MARK} " * 2000)
    folder = Path(settings.instance)
    db.session.remove()

    def holding() -> list[str]:
        files = [file for file in folder.rglob("*") if file.is_file()]
        return [file.name for file in files if MARK.encode() in file.read_bytes()]

    assert holding()

    browser.post(f"/check-ins/{row.id}/purge")
    db.session.remove()

    assert holding() == []


def test_private_words_stand_nowhere_but_on_their_own_pages(browser, build, card) -> None:
    build.check_in(card, before=8, words=f"{MARK} words", writing=f"{MARK} writing")
    build.thought(card, f"{MARK} story", fact=f"{MARK} fact", balanced_line=f"{MARK} line")
    build.line(browser.user, f"{MARK} own line")

    for address in (
        f"/search?q={MARK.partition('-')[0]}",
        "/board",
        f"/board?q={MARK}",
        "/board?layout=table",
        f"/applications/{card.id}",
        f"/applications/{card.id}/timeline",
        f"/applications/{card.id}/edit",
        f"/applications/{card.id}/rejection",
        "/settings",
        "/bin",
        "/people",
    ):
        page = browser.get(address).text.replace(f'value="{MARK}"', "")
        assert f"{MARK} " not in page, address
    assert f"{MARK} writing" in browser.get("/moments").text


def test_words_of_a_refused_request_come_back_to_their_writer_and_into_no_log(
    browser, card, caplog
) -> None:
    """A forged or broken sending shows the text on the same page, so that it is not lost."""
    answer = browser.post(
        place(card), data={"words": f"{MARK} and more"}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403
    assert "no-store" in answer.headers["Cache-Control"]
    browser.post(place(card), data={"words": f"{MARK} and more", "before": "99"})
    browser.post(place(card), data={"words": f"{MARK} and more"})

    assert caplog.records
    assert MARK not in caplog.text


def test_page_always_says_where_to_find_help(sign_in, build) -> None:
    for country, words in (("DE", "0800 111 0 111"), ("BR", "findahelpline.com")):
        assert words in sign_in(build.user(country=country)).get("/moments").text, country
    person, words = sign_in(build.user(country="AU")), "13 11 14"
    card = build.application(person.user, stage="rejected")

    there = f"/applications/{card.id}"
    row = build.rejection(card)
    line, look = build.line(person.user), build.step_back(person.user)
    for address in (
        place(card),
        f"{there}/after",
        f"{there}/thoughts",
        f"{there}/thoughts/new",
        f"{there}/rejection",
        f"{there}/rejection/{row.id}",
        f"{there}/self-analysis",
        "/moments",
        "/lines",
        f"/lines/{line.id}",
        f"/step-back/{look.id}?step=outcome",
        "/help",
    ):
        assert words in person.get(address).text, address


def test_keepers_broken_list_is_named_to_the_keeper_alone(sign_in, build, settings) -> None:
    (settings.instance / "help_lines.toml").write_text("[AU")
    keeper, member = sign_in(build.user(keeper=True)), sign_in()

    assert "help_lines.toml" in keeper.get("/help").text
    assert "help_lines.toml" not in member.get("/help").text
    numbers = re.findall(r'href="(tel|sms):([0-9]+)"', member.get("/help").text)
    assert numbers[:2] == [("tel", "000"), ("tel", "131114")]  # where life is in danger first
