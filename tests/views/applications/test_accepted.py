"""You got it: the way, the thanks, the others closed in one step and brought back as they were."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import inspect, select

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tests.stored import fresh
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.extensions import db
from tracker.insights.drawing.outcome_line import draw_way
from tracker.insights.drawing.svg import WIDTH
from tracker.loop.stage import Stage
from tracker.models import Application, Interview
from tracker.values.days import day_of, days_after

TAKES = ("version", "updated_at")
"""What any change of a row says of itself."""


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(
        browser.user, role="Baker", company="Wattle", stage="interview", applied_on=ago(browser, 10)
    )


def ago(browser: Browser, days: int):
    return days_after(day_of(now(), browser.user.zone), -days)


def place(card: Application) -> str:
    return f"/applications/{card.id}/offer/accepted"


def accept(browser: Browser, card: Application) -> str:
    sent = {"received_on": "", "decided_on": str(ago(browser, 0)), "answer": "accept"}
    answer = browser.post(f"/applications/{card.id}/offer", data=sent)
    assert answer.status_code == 303
    return answer.headers["Location"]


def close(browser: Browser, card: Application) -> str:
    page = browser.get(place(card)).text
    answer = browser.post(f"{place(card)}/others", data=form_of(page, f"{place(card)}/others"))
    assert answer.status_code == 303
    return answer.headers["Location"].partition("#")[0]


def rows(model: type) -> dict[int, dict[str, object]]:
    """All that is kept, but what any change of a row says of itself."""
    db.session.rollback()
    names = [each.key for each in inspect(model).column_attrs if each.key not in TAKES]
    found = db.session.scalars(select(model).execution_options(populate_existing=True))
    return {row.id: {name: getattr(row, name) for name in names} for row in found}


def words_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_yes_leads_to_the_page_that_says_you_got_it_and_its_application_leads_back(
    browser, card
) -> None:
    assert accept(browser, card) == place(card)
    page = browser.get(place(card)).text
    assert "<h1>You got it.</h1>" in page
    assert undo_of(page) == f"/applications/{card.id}/offer/answer/reversal"
    assert f'href="{place(card)}"' in browser.get(f"/applications/{card.id}").text

    browser.post(undo_of(page))
    assert browser.get(place(card)).headers["Location"] == f"/applications/{card.id}"


def test_archiving_as_accepted_leads_there_too(browser, card) -> None:
    sent = {"outcome": "offer_accepted", "archived_on": ""}
    answer = browser.post(f"/applications/{card.id}/archival", data=sent)

    assert answer.headers["Location"] == place(card)
    page = browser.get(place(card)).text
    assert "You said yes" not in page  # a day that nobody knows is left out


def test_the_way_counts_what_was_done_and_says_nothing_of_what_was_not(
    browser, card, build
) -> None:
    first = build.application(
        browser.user, role="Cook", company="Acacia", stage="rejected", applied_on=ago(browser, 40)
    )
    build.application(browser.user)  # nobody knows when
    accept(browser, card)
    page = browser.get(place(card)).text

    told = words_of(page)
    assert "3 applications" in told and "1 came to an interview" in told
    assert "The first on" in told and f"{first.role}, {first.company}" in told
    assert "40 days after the first application" in told
    assert "asked about" not in told and "learnt from" not in told and "action" not in told
    assert "2 applications in a line, then the one that you got" in told
    dots = dict(re.findall(r'data-stage="(\w+)" stroke-width="\d+[^"]*" d="([^"]+)"', page))
    assert {stage: path.count("M") for stage, path in dots.items()} == {"applied": 1, "rejected": 1}


def test_asking_answers_and_actions_are_counted_as_insights_count_them(
    browser, card, build
) -> None:
    with build.together():
        told = build.application(browser.user, stage="rejected")
        build.rejection(told, how="phone", on=ago(browser, 5))
        build.attempt(told, kind="ask", on=ago(browser, 4))
        point = build.point(build.feedback(told))
        build.action(browser.user, point, done_on=ago(browser, 1))
    accept(browser, card)

    page = words_of(browser.get(place(card)).text)
    for words in (
        "1 rejection you asked about",
        "1 rejection that brought you feedback",
        "1 rejection you learnt from",
        "1 action done",
    ):
        assert words in page


def test_the_days_of_a_search_of_years_are_not_counted(browser, card, build) -> None:
    build.application(browser.user, stage="rejected", applied_on=ago(browser, 840))
    accept(browser, card)

    told = words_of(browser.get(place(card)).text)
    assert "You said yes today." in told
    assert "840" not in told


def test_an_earlier_job_and_a_later_search_are_other_ways(browser, card, build) -> None:
    build.application(browser.user, applied_on=ago(browser, 400))
    build.application(
        browser.user,
        outcome="offer_accepted",
        archived_at=now() - timedelta(days=300),
        applied_on=ago(browser, 320),
        offer_received_on=ago(browser, 310),
        offer_decision="accepted",
        offer_decided_on=ago(browser, 300),
    )
    build.application(browser.user, applied_on=ago(browser, 30))
    accept(browser, card)
    assert "2 applications" in words_of(browser.get(place(card)).text)

    build.application(browser.user, applied_on=ago(browser, -1))
    page = words_of(browser.get(place(card)).text)
    assert "2 applications" in page and "30 days after the first" in page


def test_whoever_helped_is_thanked_once_and_nobody_else(browser, card, build) -> None:
    with build.together():
        mary = build.contact(
            browser.user, "Mary Byrne", email="mary@example.org", phone="02 5550 1234"
        )
        build.contact(browser.user, "Nobody Here")
        build.part(card, mary, "hiring_manager")
        other = build.application(browser.user, company="Acacia", stage="rejected")
        ruth = build.contact(browser.user, "Ruth Osei", email="ruth@example.org")
        build.part(other, ruth)
        build.feedback(other, contact_id=ruth.id)
        build.feedback(other, contact_id=ruth.id)
        build.feedback(other, giver="Sam on the phone")
        build.feedback(other, giver="Me", channel="own")
        build.review(browser.user, by="Ana Lim")
        build.review(browser.user, by="Not yet", on=None)
    link, _ = build.link(browser.user)
    build.coach_note(link, by="Jo Coach")
    build.coach_note(link, by="Hidden Coach", hidden_at=now())
    accept(browser, card)

    page = browser.get(place(card)).text
    names = ("Mary Byrne", "Ruth Osei", "Sam on the phone", "Ana Lim", "Jo Coach")
    assert [page.count(f'dir="auto">{name}</a>') for name in names] == [1] * 5
    for name in ("Nobody Here", ">Me<", "Not yet", "Hidden Coach"):
        assert name not in page
    assert 'href="mailto:mary@example.org?subject=Thank%20you"' in page
    assert 'aria-label="Call Mary Byrne"' in page
    letter = f"/applications/{other.id}/ask/letter/thanks?to={ruth.id}"
    assert f'href="{letter}" aria-label="Say thank you to Ruth Osei"' in page
    assert "Ruth" in browser.get(letter).text


@pytest.mark.both_databases
def test_the_others_are_closed_in_one_step_and_one_undo_brings_all_back_as_they_were(
    browser, card, build, sign_in
) -> None:
    ahead, past = now() + timedelta(days=2), now() - timedelta(days=2)
    with build.together():
        for number in range(6):
            build.application(
                browser.user, role=f"Role {number}", applied_on=ago(browser, number * 20)
            )
        talking = build.application(browser.user, role="Gardener", stage="interview")
        coming = build.interview(talking, starts_at=ahead)
        called_off = build.interview(
            talking, starts_at=ahead + timedelta(days=1), outcome="cancelled"
        )
        build.interview(talking, starts_at=past)
    stays = [
        build.application(browser.user, stage="rejected"),
        build.application(browser.user, offer_received_on=ago(browser, 1), role="Offered"),
        build.application(browser.user, deleted_at=now()),
        build.application(sign_in().user),
    ]
    accept(browser, card)
    before = rows(Application), rows(Interview)
    page = browser.get(place(card)).text
    assert "7 others are still open" in page and "Offered" in page

    after = close(browser, card)
    closed = rows(Application)
    gone = [each for each in closed if closed[each] != before[0][each]]
    assert len(gone) == 7 and {closed[each]["outcome"] for each in gone} == {"withdrawn"}
    assert not {each.id for each in stays} & set(gone)
    assert rows(Interview)[coming.id]["outcome"] == "cancelled"
    assert untrue_summaries(db.session(), now()) == []
    page = browser.get(after).text
    assert "7 others are closed" in page and "Gardener" in page and "still open" not in page
    assert "Withdrawn" in browser.get(f"/applications/{talking.id}").text

    browser.post(undo_of(page))
    assert (rows(Application), rows(Interview)) == before
    assert rows(Interview)[called_off.id]["outcome"] == "cancelled"
    assert untrue_summaries(db.session(), now()) == []
    assert "7 others are still open" in browser.get(place(card)).text


def test_many_are_read_closed_and_brought_back_by_no_more_questions_than_a_few(
    browser, card, build
) -> None:
    accept(browser, card)

    def asked() -> list[int]:
        found = [queries(lambda: browser.get(place(card)))]
        sent = form_of(browser.get(place(card)).text, f"{place(card)}/others")
        found.append(queries(lambda: browser.post(f"{place(card)}/others", data=sent)))
        undo = undo_of(browser.get(place(card)).text)
        return [*found, queries(lambda: browser.post(undo))]

    build.interview(build.application(browser.user), starts_at=now() + timedelta(days=2))
    few = asked()
    with build.together():
        for _ in range(6):
            build.application(browser.user)
    assert asked() == few


def test_undo_leaves_what_was_changed_since_as_it_was_left(browser, card, build) -> None:
    with build.together():
        plain, other, back, binned = (build.application(browser.user) for _ in range(4))
    accept(browser, card)
    page = browser.get(close(browser, card)).text
    browser.post(f"/applications/{back.id}/archival/return")
    browser.post(f"/applications/{other.id}/archival/return")
    browser.post(f"/applications/{other.id}/archival", data={"outcome": "role_closed"})
    browser.post(f"/applications/{binned.id}/deletion")
    browser.post(undo_of(page))

    assert fresh(plain).live and fresh(back).live
    assert fresh(other).outcome == "role_closed"
    assert fresh(binned).deleted_at is not None


@pytest.mark.parametrize("way", ["undone", "taken back"])
def test_a_job_that_is_theirs_no_more_offers_to_open_the_others_again(
    browser, card, build, way: str
) -> None:
    others = [build.application(browser.user, role=f"Role {each}") for each in range(2)]
    accept(browser, card)
    close(browser, card)
    if way == "undone":
        browser.post(f"/applications/{card.id}/offer/answer/reversal")
    else:
        form = f"/applications/{card.id}/rejection"
        sent = form_of(browser.get(f"{form}?taken_back=1").text, form)
        assert browser.post(form, data=sent | {"taken_back": "1"}).status_code == 303
    toast = browser.get(f"/applications/{card.id}").text
    offered = re.search(r'<a href="([^"]+)">Open the others again</a>', toast)
    page = browser.get(unescape(offered[1])).text
    undo = re.search(r'action="([^"]+/others/reversal[^"]*)"', page)

    answer = browser.post(unescape(undo[1]))
    assert answer.headers["Location"] == "/board"
    assert all(fresh(each).live for each in others)
    assert browser.get(unescape(offered[1])).headers["Location"] == f"/applications/{card.id}"


def test_closing_sent_twice_closes_once_and_its_undo_still_knows_all(browser, card, build) -> None:
    others = [build.application(browser.user) for _ in range(3)]
    accept(browser, card)
    sent = form_of(browser.get(place(card)).text, f"{place(card)}/others")
    first, second = (browser.post(f"{place(card)}/others", data=sent) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    browser.post(undo_of(browser.get(place(card)).text))
    assert all(fresh(each).live for each in others)


def test_nothing_is_closed_for_a_job_that_was_not_taken_or_has_ended(browser, card, build) -> None:
    other = build.application(browser.user)
    browser.post(f"{place(card)}/others")
    assert fresh(other).live

    accept(browser, card)
    ending = f"/applications/{card.id}/ending"
    browser.post(ending, data=form_of(browser.get(ending).text, ending))
    assert fresh(card).ended_on is not None
    assert "still open" not in browser.get(place(card)).text
    browser.post(f"{place(card)}/others")
    assert fresh(other).live


def test_an_undo_of_no_moment_is_refused_and_of_anothers_is_not_found(
    browser, card, sign_in, build
) -> None:
    theirs = build.application(sign_in().user)

    assert browser.post(f"{place(card)}/others/reversal?at=soon").status_code == 422
    assert browser.post(f"{place(theirs)}/others/reversal").status_code == 404
    assert browser.post(f"{place(theirs)}/others").status_code == 404


def test_the_story_is_asked_for_in_one_tap(browser, card) -> None:
    accept(browser, card)
    page = browser.get(place(card)).text
    form = page[page.index('action="/exports"') :].partition("</form>")[0]
    parts = re.findall(r'name="parts" value="(\w+)"', form)
    sent = form_of(page, "/exports") | {"parts": parts}

    answer = browser.post("/exports", data=sent)
    assert answer.status_code == 303 and re.search(r"/exports/\d+$", answer.headers["Location"])


def test_the_line_of_dots_fits_its_sheet_however_many_there_are() -> None:
    for number in (0, 1, 11, 12, 13, 64, 65, 240, 241, 600):
        drawn = draw_way("All", [list(Stage)[each % 5] for each in range(number)])
        height = float(re.search(r'viewBox="0 0 \d+ ([\d.]+)"', drawn)[1])
        spots = {(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)h", drawn)}
        end = re.search(r'class="end" cx="([\d.]+)" cy="([\d.]+)" r="(\d+)"', drawn)
        x, y, radius = map(float, end.groups())
        assert len(spots) == number
        assert all(0 < left < WIDTH and 0 < top < height for left, top in spots)
        assert radius <= x <= WIDTH - radius and y + radius <= height
        assert all((left - x) ** 2 + (top - y) ** 2 > radius**2 for left, top in spots)
