"""What is planned for an application, named in the card of its next step."""

import re
from datetime import timedelta

import pytest

from tests.browser import Browser
from tracker.clock import now
from tracker.models import Application
from tracker.values.days import day_of
from tracker.values.formatting import day, full_day, in_sentence, without_this_year
from tracker.views.applications.planned_presenter import SHOWN


def card_of(browser: Browser, card: Application) -> str:
    page = browser.get(f"/applications/{card.id}").text
    return page.partition('id="loop"')[2].partition("</section>")[0]


def links_of(part: str) -> list[str]:
    """The links before the fold with all six steps."""
    return re.findall(r"<a [^>]*>([^<]*)</a>", part.partition("All six steps")[0])


@pytest.fixture
def told(browser: Browser, build) -> Application:
    with build.together():
        card = build.application(browser.user, stage="feedback_received")
        build.rejection(card, on=now().date())
    return card


def test_a_planned_action_is_one_row_that_says_what_and_when(browser, build, told) -> None:
    due = day_of(now(), browser.user.zone) + timedelta(days=3)
    point = build.point(build.feedback(told, "Too long.", specific=True))
    action = build.action(
        browser.user,
        point,
        what="Three sentences",
        cue="Wednesday after lunch",
        due_on=due,
        application_id=told.id,
    )

    part = card_of(browser, told)

    assert "of 6:</span> Act on it" in part
    assert f'href="/actions/{action.id}" dir="auto">Three sentences</a>' in part
    known = in_sentence(day(due, day_of(now(), browser.user.zone)))
    assert f"Wednesday after lunch, by {known}</p>" in part
    assert "Nothing to do for now" not in part
    # The one point is planned: neither it nor the list nor a lesson of one's own is offered again.
    assert links_of(part) == ["Three sentences", "Practise"]


def test_what_is_planned_without_a_day_says_so(browser, build, told) -> None:
    build.action(browser.user, what="Three sentences", application_id=told.id, due_on=None)

    assert "No day yet</p>" in card_of(browser, told)


def test_of_many_the_soonest_are_named_and_one_link_has_all(browser, build, told) -> None:
    build.point(build.feedback(told, "Well done.", specific=True), kind="strength")
    for number in range(SHOWN + 1):
        due = day_of(now(), browser.user.zone) + timedelta(days=3 + number)
        build.action(browser.user, what=f"Thing {number}", application_id=told.id, due_on=due)

    links = links_of(card_of(browser, told))

    assert links[:SHOWN] == [f"Thing {number}" for number in range(SHOWN)]
    assert f"Thing {SHOWN}" not in links
    assert "Your actions" in links


def test_an_action_that_is_due_is_named_by_its_button_alone(browser, build, told) -> None:
    today = day_of(now(), browser.user.zone)
    build.action(browser.user, what="Due now", application_id=told.id, due_on=today)
    build.action(
        browser.user, what="Later", application_id=told.id, due_on=today + timedelta(days=2)
    )

    part = card_of(browser, told)

    assert part.partition("All six steps")[0].count("Due now") == 1
    assert links_of(part)[:2] == ["Do it or pick another day", "Later"]


def test_an_answer_that_is_owed_stands_with_the_interview_and_nowhere_else(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + timedelta(days=9))
    due = day_of(now(), browser.user.zone) + timedelta(days=3)
    build.action(browser.user, what="Tell them which time", application_id=card.id, due_on=due)

    page = browser.get(f"/applications/{card.id}").text

    assert links_of(card_of(browser, card))[:2] == ["Prepare", "Tell them which time"]
    assert page.partition('id="story"')[0].count("Tell them which time") == 1


def test_while_something_else_is_due_one_can_still_prepare_for_the_interview(
    browser, build
) -> None:
    card = build.application(browser.user, stage="interview")
    interview = build.interview(card, starts_at=now() + timedelta(days=9))
    today = day_of(now(), browser.user.zone)
    build.action(browser.user, what="Tell them which time", application_id=card.id, due_on=today)

    page = browser.get(f"/applications/{card.id}").text

    assert links_of(card_of(browser, card)) == ["Do it or pick another day"]
    ahead = page.partition('id="interviews-head"')[2].partition("</section>")[0]
    assert f'href="/applications/{card.id}/interviews/coming">Prepare</a>' in ahead
    assert f'href="/applications/{card.id}/interviews/{interview.id}.ics">Add to calendar' in ahead


def test_before_an_interview_a_no_is_the_last_of_the_ways(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    ways = r">(Add interview|Another interview|They [a-z ]+)</a>"
    assert re.findall(ways, browser.get(f"/applications/{card.id}").text)[1] == "They said no"

    build.interview(card, starts_at=now() + timedelta(days=2))
    page = browser.get(f"/applications/{card.id}").text

    found = re.findall(ways, page)
    assert (found[0], found[-1]) == ("Another interview", "They said no")
    assert page.index('id="interviews-head"') < page.index(">Another interview</a>")


def test_each_way_keeps_its_place_while_a_new_time_is_awaited(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    row = build.interview(card, starts_at=now() + timedelta(days=2))
    ways = r">(Add interview|Another interview|They [a-z ]+)</a>"
    before = re.findall(ways, browser.get(f"/applications/{card.id}").text)
    place = f"/applications/{card.id}/interviews/{row.id}/cancellation"
    browser.post(place, data={"postponed": "y"})
    assert re.findall(ways, browser.get(f"/applications/{card.id}").text) == before


def test_while_an_answer_is_waited_for_the_one_button_asks_for_it(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=now().date())
    build.attempt(card, on=now().date(), channel="email", result="sent")

    part = card_of(browser, card)

    assert f'class="button soft full" href="/applications/{card.id}/ask">Did they answer?' in part
    assert links_of(part) == ["Did they answer?", "More ways"]


def test_a_wait_says_whose_answer_it_is_since_when_and_what_comes_then(browser, build) -> None:
    today = day_of(now(), browser.user.zone)
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today - timedelta(days=9))
    them = build.contact(browser.user, name="Kirra Iyer")
    sent, until = today - timedelta(days=6), today + timedelta(days=3)
    build.attempt(
        card, on=sent, channel="email", result="sent", contact_id=them.id, follow_up_on=until
    )

    part = card_of(browser, card)

    since, then = (without_this_year(full_day(each), today) for each in (sent, until))
    assert f"You asked Kirra Iyer by email on {since}." in part
    assert f"If nothing comes, one reminder on {then}." in part
    assert "Nothing to do before" not in part

    build.attempt(
        card, on=today, channel="call", result="left_message", kind="nudge", follow_up_on=until
    )
    further = card_of(browser, card)
    assert "You asked once more by phone today." in further
    assert f"They may still answer. If not, choose your own next step on {then}." in further


def test_a_thank_you_says_who_took_the_time_to_answer(browser, build, told) -> None:
    build.feedback(told, "Clear, and quick. More examples.", giver="Kirra Iyer", specific=True)

    assert "Kirra Iyer took the time to answer you." in card_of(browser, told)


def test_who_has_acted_is_not_sent_back_on_the_path_by_a_thank_you(browser, build, told) -> None:
    words = build.feedback(told, "Too long.", specific=True)
    action = build.action(
        browser.user, build.point(words), what="Three sentences", application_id=told.id
    )
    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})

    part = card_of(browser, told)

    assert "Step 6 of 6:</span> Onward" in part
    assert links_of(part)[0] == "Say thank you"
    way = re.findall(r'<li class="(\w+)"', part.partition("</ol>")[0])
    assert way[3:] == ["done", "done", "now"]
    assert 'class="dots' in browser.get("/board").text


def test_an_answer_that_may_still_come_is_asked_for_once_one_has_acted(browser, build) -> None:
    today = day_of(now(), browser.user.zone)
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today)
    build.attempt(card, on=today, channel="email", result="sent")
    action = build.action(browser.user, what="Three sentences", application_id=card.id)
    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})

    part = card_of(browser, card)

    assert "Step 6 of 6:</span> Onward" in part
    assert "You asked by email today." in part
    assert links_of(part) == ["Did they answer?", "Archive", "All actions"]


def test_the_page_has_its_parts_in_the_order_of_the_links_on_top(browser, build, told) -> None:
    build.part(told, build.contact(browser.user), "recruiter")
    page = browser.get(f"/applications/{told.id}").text

    order = [page.index(f'id="{part}"') for part in ("loop", "people", "story", "facts")]

    assert order == sorted(order)
