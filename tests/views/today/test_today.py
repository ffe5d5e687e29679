"""Today: what it says first, what it leaves in peace, and what it costs."""

import re
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.imported import added
from tests.sent import queries, undo_of
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Attempt, Feedback, Import, Rejection, Stage
from tracker.models.action import Action
from tracker.models.changes.action import plan
from tracker.models.import_row import ImportRow
from tracker.models.reads.loop_counts import LoopCounts
from tracker.models.reads.standing import as_of, standing
from tracker.models.summary.before_commit import sweep
from tracker.models.user import User
from tracker.values.days import day_of, days_after
from tracker.values.formatting import near_day
from tracker.views.today.notices_presenter import loop_counts_words

SOON = timedelta(hours=20)


@pytest.fixture
def today(browser) -> date:
    return day_of(now(), browser.user.zone)


def page_of(browser) -> str:
    answer = browser.get("/today")
    assert answer.status_code == 200
    return answer.text


def part(page: str, name: str) -> str:
    """One section of the page, or nothing: `first`, `next` or `ahead`."""
    return page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def lines(page: str) -> list[str]:
    """What the lines below the first thing say, in their order."""
    return re.findall(r'<span dir="auto">([^<]+)', part(page, "next"))


def said_no(build, user: User, **facts: object) -> Application:
    """A card that was told no, which has had its rest."""
    facts = {"stage": "rejected", "role": "Baker"} | facts
    card = build.application(user, **facts)
    build.rejection(card, on=day_of(now(), user.zone), how="email")
    return card


def act(build, user: User, card: Application | None, **facts: object) -> int:
    with writing(user) as session:
        action = Action(
            user_id=user.id,
            application_id=card.id if card else None,
            created_at=now(),
            updated_at=now(),
            **({"what": "Practise one answer"} | facts),
        )
        plan(session, action, [])
        return action.id


def test_stranger_is_sent_to_sign_in(visitor) -> None:
    for address in ("/", "/today", "/today/further"):
        assert visitor.get(address).headers["Location"].startswith("/login")


def test_nothing_of_another_person_is_shown(browser, sign_in, build) -> None:
    other = sign_in().user
    said_no(build, other, role="Not yours")
    act(build, other, None, what="Not yours either", due_on=date(2026, 1, 1))
    build.application(browser.user)

    assert "Not yours" not in page_of(browser)
    assert "Not yours" not in browser.get("/today/further").text


def test_what_is_archived_or_in_the_bin_is_left_in_peace(browser, build) -> None:
    said_no(build, browser.user, role="Long gone", archived_at=now())
    said_no(build, browser.user, role="Thrown away", deleted_at=now())

    page = page_of(browser)

    assert "Long gone" not in page
    assert "Thrown away" not in page


def test_resting_card_is_folded_with_the_time_at_which_it_wakes(browser, build) -> None:
    card = build.application(browser.user, stage="rejected", role="Resting one")
    act(build, browser.user, card, due_on=date(2026, 3, 1))
    build.rejection(card, on=date(2026, 3, 2), rest_until=now() + timedelta(days=1))

    page = page_of(browser)

    assert "Nothing needs you today." in page
    assert "Paused · 1" in page
    assert "until" in page.partition("Resting one")[2]
    assert part(page, "first") == part(page, "next") == ""


def test_imported_old_rejections_never_flood_it(browser, build) -> None:
    with build.together():
        for _ in range(3):
            card = build.application(browser.user, stage="rejected", role="From the sheet")
            build.rejection(
                card, on=date(2020, 3, 2), rest_until=datetime(2999, 1, 1, tzinfo=now().tzinfo)
            )

    page = page_of(browser)

    assert "From the sheet" not in page
    assert "Nothing needs you today." in page


def test_start_page_is_today(browser) -> None:
    assert browser.get("/").headers["Location"] == "/today"


def test_person_without_applications_is_told_how_to_begin(browser) -> None:
    page = page_of(browser)

    assert 'href="/applications/new">Add the first one' in page
    assert 'href="/imports"' in page
    assert re.findall(r'<li data-stage="\w+"><b>([^<]+)', page) == [stage.label for stage in Stage]
    assert "Interview" in browser.get("/board").text.partition('class="five ')[2]


def test_day_on_which_nothing_is_due_says_so_and_what_could_be_next(browser, build) -> None:
    build.application(browser.user, applied_on=day_of(now(), browser.user.zone))
    assert "Nothing needs you today." in page_of(browser)

    said_no(build, browser.user)
    page = page_of(browser)

    assert "Nothing needs you today. If you like: an email for advice." in page
    assert "Baker" in part(page, "first")


def test_first_thing_has_its_step_as_a_button_with_the_same_address_as_the_card(
    browser, build
) -> None:
    card = said_no(build, browser.user)
    mary = build.contact(browser.user, phone="0400 000 000")
    build.part(card, mary)

    first = part(page_of(browser), "first")
    board = browser.get("/board").text

    assert f'href="/applications/{card.id}/self-analysis/first"' in first
    assert f'formaction="/applications/{card.id}/self-analysis/first"' in board
    assert "Ask for advice: Baker, Banksia Software" in first
    assert first.count('class="button main"') == 1


def test_what_is_due_comes_in_the_order_of_its_use(browser, build, today) -> None:
    user = browser.user
    nudge = said_no(build, user, role="Nudge", company="Galah")
    build.attempt(
        nudge,
        channel="email",
        result="sent",
        on=days_after(today, -9),
        follow_up_on=days_after(today, -1),
    )
    acting = said_no(build, user, role="Acting")
    act(build, user, acting, what="Learn joins", due_on=today)
    coming = build.application(user, stage="interview", role="Coming", company="Emu")
    interview = build.interview(coming, starts_at=now() + SOON)
    build.application(user, stage="interview", role="Offered", offer_received_on=today)

    page = page_of(browser)
    day = "today" if day_of(interview.starts_at, user.zone) == today else "tomorrow"

    # An interview later on this very day is before all else.
    first, then = "Offered", "Prepare for Emu"
    if day == "today":
        first, then = "Coming", "Answer the offer from Banksia Software"
    assert first in part(page, "first")
    assert lines(page) == [then, "Learn joins", "Send Galah one reminder"]
    assert f'href="/applications/{nudge.id}/ask/letter/nudge"' in part(page, "next")
    assert f"An offer to answer, an interview {day}, one thing you planned." in page


def test_the_number_for_the_icon_is_of_what_is_due_and_never_of_what_rests_or_could_be(
    browser, build, today
) -> None:
    user = browser.user

    def number() -> str:
        return re.search(r'<app-badge count="(\d+)"', page_of(browser))[1]

    said_no(build, user)  # could be asked: that is next, and not due
    resting = build.application(user, stage="rejected", role="Resting one")
    build.rejection(resting, on=today, rest_until=now() + timedelta(days=1))
    assert number() == "0"

    act(build, user, said_no(build, user, role="Acting"), what="Learn joins", due_on=today)
    build.action(user, what="Practise aloud", due_on=today)
    page = page_of(browser)
    due = [each for each in ("Learn joins", "Practise aloud") if each in page]
    assert number() == "2" == str(len(due))
    browser.post("/logout")
    assert '<app-badge count="0"' in browser.get("/login").text


def test_action_without_a_card_is_due_too(browser, build, today) -> None:
    build.application(browser.user)
    action_id = act(build, browser.user, None, what="Ask Dee to look at my profile", due_on=today)
    act(build, browser.user, None, what="Next week", due_on=days_after(today, 7))
    act(build, browser.user, None, what="Some day")

    page = page_of(browser)

    assert "Ask Dee to look at my profile" in part(page, "first")
    assert f'href="/actions/{action_id}"' in page
    assert "Next week" not in page
    assert "Some day" not in page


def test_an_interview_whose_time_is_open_says_so_among_what_comes(browser, build, today) -> None:
    build.interview(build.application(browser.user, role="Cook"), on=days_after(today, 9))
    assert ", time not known yet</small>" in part(page_of(browser), "ahead")


def test_interviews_that_come_later_stand_by_themselves(browser, build) -> None:
    card = build.application(browser.user, stage="interview", role="Later")
    build.interview(card, starts_at=now() + timedelta(days=5))

    page = page_of(browser)

    assert "Later" in part(page, "ahead")
    assert part(page, "first") == ""


def test_many_of_one_kind_are_five_lines_and_the_way_to_all(browser, build) -> None:
    with build.together():
        for number in range(15):
            said_no(build, browser.user, company=f"Company {number}")

    page = page_of(browser)

    assert len(lines(page)) == 5
    assert "All 15 next steps<" in page
    assert browser.get("/today/further").text.count('id="today-') == 15


def test_many_of_several_kinds_are_groups_that_count_what_stands_behind_them(
    browser, build, today
) -> None:
    user = browser.user
    with build.together():
        for number in range(4):
            said_no(build, user, company=f"Asked {number}")
            read = said_no(build, user, stage="feedback_received", company=f"Read {number}")
            build.feedback(read, "More examples.", channel="call")
            build.action(user, what=f"Plan {number}", due_on=today)
    act(build, user, said_no(build, user), what="For a card", due_on=today)

    page = page_of(browser)
    groups = re.findall(
        r'href="(/today/further\?kind=\w+)".*?<span dir="auto">(\d+) ', page, re.DOTALL
    )

    assert "For a card" in part(page, "first")
    assert lines(page) == [
        "5 actions due",
        "4 emails to ask for advice",
        "4 answers to read",
    ]
    assert len(groups) == 3
    for address, count in groups:
        behind = browser.get(address).text
        assert len(re.findall(r'id="(?:today|action)-', behind)) == int(count)
        assert f"<h1>{count} " in behind
    assert "All 13 next steps<" in page
    assert len(re.findall(r'id="(?:today|action)-', browser.get("/today/further").text)) == 13


def test_two_that_read_the_same_are_told_apart_by_their_role(browser, build) -> None:
    for role in ("Cook", "Baker", "Clerk"):
        said_no(build, browser.user, role=role, company="Banksia" if role != "Clerk" else "Emu")

    page = page_of(browser)

    assert lines(page) == ["Email Banksia for advice", "Email Emu for advice"]
    assert '<small dir="auto">Baker</small>' in part(page, "next") + part(page, "first")
    assert "Clerk" not in part(page, "next")


def test_long_rest_of_the_list_goes_on_page_by_page(browser, build) -> None:
    with build.together():
        ids = {said_no(build, browser.user).id for _ in range(53)}

    first = browser.get("/today/further").text
    more = first.partition('hx-get="')[2].partition('"')[0]
    further = browser.get(more, htmx=True).text

    assert first.count('id="today-') == 50
    assert further.count('id="today-') == 3
    assert "<html" not in further
    assert all(f'id="today-{number}"' in first + further for number in ids)


@pytest.mark.parametrize("answered", [False, True])
def test_how_long_nothing_came_is_said_the_same_of_whoever_answered_before(
    browser, build, answered
) -> None:
    came = now() - timedelta(days=60)
    stage = "interview" if answered else "applied"
    for company in ("Emu", "Ibis", "Wren"):
        build.application(
            browser.user, company=company, stage=stage, applied_on=came.date(),
            interviewed=answered, at=came,
        )  # fmt: skip

    page = page_of(browser)
    assert "<small>no word for 8 weeks" in page and "silent" not in page
    found = db.session.scalar(
        select(standing(as_of(now(), browser.user.zone, 21))).select_from(Application)
    )
    assert found == ("waiting" if answered else "silent")


def test_what_is_to_be_closed_and_what_to_be_followed_up_are_two_lists_of_one_row_each(
    browser, build
) -> None:
    for days, stage, many in ((60, "applied", 3), (400, "applied", 4), (401, "interview", 2)):
        came = now() - timedelta(days=days)
        for n in range(many):
            build.application(
                browser.user,
                company=f"Emu {days} {n}",
                stage=stage,
                applied_on=came.date(),
                at=came,
            )

    for kind, name, companies in (
        ("follow_up", "3 to follow up", ["Emu 60 0", "Emu 60 1", "Emu 60 2"]),
        ("close", "6 to close", [*(f"Emu 400 {n}" for n in range(4)), "Emu 401 0", "Emu 401 1"]),
    ):
        page = browser.get(f"/today/further?kind={kind}").text
        assert f"<h1>{name}</h1>" in " ".join(page.split())
        rows = re.findall(r'<li id="today-.*?</li>', page, re.DOTALL)
        assert sorted(re.findall(r'<b dir="auto">(.*?)</b>', "".join(rows))) == companies
        assert all(
            'class="disc hue' in row and re.search(r"\d+ (weeks|months)<", row) for row in rows
        )
        assert page.count("No word from them for this long.") == 1
        assert not re.search("Mark|Follow up", "".join(rows)), "what may be done is said once"


def test_odd_place_in_the_list_is_no_fault(browser, build) -> None:
    said_no(build, browser.user)

    for after in ("", "x", "1", "1.2.3", f"{2**63}.1", "-5.-5", "１.２"):
        assert browser.get(f"/today/further?after={after}").status_code == 200, after


def test_long_silence_has_time_and_is_folded_below_what_is_next(browser, build) -> None:
    with build.together():
        for number in range(8):
            build.application(
                browser.user, role="Quiet", company=f"Emu {number}",
                applied_on=now().date() - timedelta(days=90), at=now() - timedelta(days=60),
            )  # fmt: skip
    page = page_of(browser)
    assert "Nothing needs you today." in page
    assert "Follow up: Quiet, Emu" in part(page, "first")
    assert re.search(r"<small>no word for \d", page.partition('class="fold"')[2])
    assert '<details class="fold" open>' in page
    assert page.count("Follow up with Emu") == 2, "of many of one kind, the others are one line"
    assert 'class="button soft full"' in page, "nothing needs the person, so nothing is filled"
    address = re.search(r'href="(/today/further[^"]+)"', page)[1]
    assert browser.get(address).text.count('<b dir="auto">Emu') == 8

    for company in ("Galah", "Ibis"):
        said_no(build, browser.user, company=company)
    page = page_of(browser)

    assert "When you have time · 8" in page
    assert "Follow up" not in part(page, "first") + part(page, "next")
    assert '<details class="fold">' in page


def test_day_of_the_first_import_tells_what_it_brought_and_offers_the_first_job(
    browser, build
) -> None:
    sheet = added(browser, "Company,Role,Status,Date Applied\n" + "".join(
        f"Emu {number},Cook,{status},{on:%d/%m/%Y}\n"
        for status, on, many in (
            ("Applied", now() - timedelta(days=90), 31), ("Rejected", date(2026, 3, 18), 53),
        )
        for number in range(many)
    ))  # fmt: skip
    page = page_of(browser)
    assert "84 applications brought in: 31 open, 53 ended." in page
    assert "Follow up: Cook, Emu" in part(page, "first")
    assert 'class="button main"' in part(page, "first")
    assert '53 ended<small dir="auto">How they went, if you like' in part(page, "next")
    assert 'href="/insights?span=all#chart-way"' in part(page, "next")
    assert "When you have time · 31" in page and "All 31 to follow up" in page

    with writing(browser.user) as session:
        session.get_one(Import, int(sheet.rpartition("/")[2])).landed_at = now() - timedelta(days=2)
    assert "brought in" not in page_of(browser)


def test_an_importer_reads_as_many_as_the_import_said_and_may_close_the_old_ones_together(
    browser,
) -> None:
    old = f"{now() - timedelta(days=300):%d/%m/%Y}"
    added(browser, "Company,Role,Status,Date Applied\n" + "".join(
        f"Emu {number},Cook,{status},{on}\n"
        for status, on, many in (("Applied", old, 6), ("Saved", "", 2))
        for number in range(many)
    ))  # fmt: skip

    page = page_of(browser)

    assert "8 brought in: 6 open, 2 leads." in page
    first = part(page, "first")
    assert "6 to close" in first and 'class="button main"' in first
    assert 'href="/board/many?step=close&amp;all=1">Mark them as no answer' in first
    assert "Mark Emu" not in page and "When you have time" not in page
    listed = browser.get(re.search(r'href="(/today/further[^"]+)">Look at each', first)[1]).text
    assert listed.count('id="today-') == 6


def test_rows_that_still_need_a_look_are_named_on_the_day_of_the_import(browser) -> None:
    day = f"{now() - timedelta(days=20):%d/%m/%Y}"
    rows = f"Emu,Cook,Applied,{day}\n,Baker,Applied,{day}\nIbis,,Offer,someday\n"
    sheet = added(browser, "Company,Role,Status,Date Applied\n" + rows)
    line = re.search(
        r'<li><a href="(/imports/\d+)">.*?</li>', part(page_of(browser), "next"), re.DOTALL
    )
    assert line[1] == sheet
    assert "2 rows need a look" in line[0] and "Not on the board yet" in line[0]

    with writing(browser.user) as session:
        for row in session.scalars(select(ImportRow).where(ImportRow.state == "needs_a_look")):
            row.state = "left_out"
    assert "need a look" not in page_of(browser)


def test_what_came_without_a_date_is_offered_to_be_marked_as_no_answer_together(
    browser, build
) -> None:
    rows = [f"Emu {number},Cook,Applied,\n" for number in range(4)]
    dated = f"Ibis,Cook,Applied,{now() - timedelta(days=90):%d/%m/%Y}\n"
    build.application(build.user(), applied_on=None)
    added(browser, "Company,Role,Status,Date Applied\n" + "".join(rows))
    page = page_of(browser)
    assert "4 without a date" in part(page, "first") and "Nothing else today" not in page
    there = re.search(r'href="(/board/many[^"]+)">Choose which', page)[1].replace("&amp;", "&")
    assert browser.get(there).text.count('name="card"') == 4
    assert "no answer" in browser.get(there).text

    added(browser, "Company,Role,Status,Date Applied\n" + dated)
    page = page_of(browser)
    assert "Follow up" in part(page, "first") and "without a date" not in part(page, "first")
    assert "4 without a date" in part(page, "next"), "what is known leads"


def test_what_has_time_is_counted_however_much_it_is(browser, build) -> None:
    on = now() - timedelta(days=90)
    rows = [f"Emu {number},Cook,Applied,{on:%d/%m/%Y}\n" for number in range(120)]
    added(browser, "Company,Role,Status,Date Applied\n" + "".join(rows))

    page = page_of(browser)
    assert "When you have time · 120" in page and "All 120 to follow up" in page
    assert "ended" not in part(page, "first"), "nothing has ended, so nothing is offered about it"


def test_what_comes_stands_in_the_order_of_its_days(browser, build, today) -> None:
    user = browser.user
    with build.together():
        waits = build.application(
            user, company="Emu", applied_on=today, at=now(), closes_on=days_after(today, 3)
        )
        build.interview(
            build.application(user, stage="interview", company="Galah"),
            starts_at=now() + timedelta(days=9),
        )
        build.lead(user, company="Ibis", closes_on=days_after(today, 5))
        build.lead(user, company="Far off", closes_on=days_after(today, 40))
        build.lead(user, company="Past", closes_on=days_after(today, -1))

    ahead = part(page_of(browser), "ahead")
    said = re.findall(r'<span dir="auto">([^<]+)', ahead)

    assert said == [
        "Apply to Ibis",
        "Interview with Galah",
        "Follow up with Emu",
    ]
    assert f'href="/applications/{waits.id}"' in ahead


@pytest.mark.both_databases
def test_north_star_counts_what_became_of_rejections(browser, build, today) -> None:
    said_no(build, browser.user)
    assert "rejection" not in page_of(browser).partition("<main")[2]
    asked = said_no(build, browser.user)
    build.attempt(asked)
    answered = said_no(build, browser.user)
    build._beside(Feedback, answered, words="More examples.", channel="call")
    silent = said_no(build, browser.user)
    old = said_no(build, browser.user)
    with writing(browser.user) as session:
        for row in session.scalars(Rejection.of(session.get_one(Application, old.id))):
            row.on = days_after(today, -91)
        for row in session.scalars(Rejection.of(session.get_one(Application, silent.id))):
            row.how = "silence"

    page = page_of(browser)

    assert "You asked for advice after 1 rejection in the last 90 days. Feedback came" in page
    assert "Feedback came unasked after 1." in page
    assert "learnt" not in page


def test_own_lesson_is_no_answer_of_theirs(browser, build) -> None:
    card = said_no(build, browser.user)
    build.attempt(card)
    build._beside(Feedback, card, words="I talk too long.", channel="own")

    page = page_of(browser)
    assert "You asked for advice after 1 rejection in the last 90 days." in page
    assert "answered" not in page.partition("You asked")[2].partition("</p>")[0]


def test_closed_loop_counts_once_its_action_is_done(browser, build, today) -> None:
    card = said_no(build, browser.user)
    act(build, browser.user, card, done_on=today)

    assert "You learnt something from 1 rejection in the last 90 days." in page_of(browser)


def test_nobody_is_counted_at_before_there_is_a_rejection(browser, build) -> None:
    build.application(browser.user)

    assert "rejection" not in page_of(browser).partition("<main")[2]


def test_page_that_has_not_changed_is_not_sent_again(browser, build) -> None:
    build.application(browser.user)
    same = {"If-None-Match": browser.get("/today").headers["ETag"]}
    assert browser.get("/today", headers=same).status_code == 304

    said_no(build, browser.user)

    assert browser.get("/today", headers=same).status_code == 200


def test_what_time_alone_has_changed_is_swept_before_it_is_read(browser, build) -> None:
    card = said_no(build, browser.user)
    with writing(browser.user) as session:
        fresh = session.get_one(Application, card.id)
        fresh.rest_until = now() - timedelta(minutes=1)
        fresh.today_place, fresh.wake_at = None, fresh.rest_until

    assert "Baker" in part(page_of(browser), "first")
    assert db.session.get_one(Application, card.id, populate_existing=True).today_place is not None


def test_number_of_queries_does_not_depend_on_how_much_there_is(browser, build, today) -> None:
    build.application(browser.user)
    browser.get("/today")
    bare = queries(lambda: browser.get("/today"))
    with build.together():
        for number in range(20):
            card = said_no(build, browser.user, role=f"Role {number}")
            build.action(browser.user, application_id=card.id, due_on=today)
            build.interview(
                build.application(browser.user, stage="interview"),
                starts_at=now() + timedelta(days=number),
            )
    build._beside(Attempt, card, channel="call", result="spoke", on=today)
    browser.get("/today")

    assert queries(lambda: browser.get("/today")) == bare == 8


def test_what_was_typed_is_never_markup(browser, build, today) -> None:
    evil = "<script>alert(1)</script>"
    card = said_no(build, browser.user, role=evil, company=evil)
    act(build, browser.user, card, what=evil, due_on=today)
    act(build, browser.user, None, what=evil, due_on=today)

    assert "<script>alert" not in page_of(browser)


def test_day_to_follow_up_comes_by_itself(browser, build, today) -> None:
    """Nothing was done since the email went: time alone brings the nudge."""
    user = browser.user
    card = said_no(build, user)
    build.attempt(
        card, on=days_after(today, -8), channel="email", follow_up_on=days_after(today, -1)
    )
    with writing(user, now() - timedelta(days=8)) as session:
        sweep(session, [card.id])

    assert "Send one reminder" in part(page_of(browser), "first")


@pytest.mark.parametrize(
    ("star", "said"),
    [
        (LoopCounts(0, 0, 0, 0), ""),
        (LoopCounts(1, 0, 0, 0), ""),
        (LoopCounts(2, 0, 0, 0), ""),
        (
            LoopCounts(2, 0, 0, 1),
            "You learnt something from 1 rejection in the last 90 days.",
        ),
        (LoopCounts(2, 1, 0, 0), "You asked for advice after 1 rejection in the last 90 days."),
    ],
)
def test_the_line_of_loops_reads_well_with_none_and_with_one(star: LoopCounts, said: str) -> None:
    assert loop_counts_words(star) == said


def test_what_closes_within_three_days_stands_on_today_and_can_be_let_pass(
    browser, build, today
) -> None:
    user = browser.user
    soon = build.lead(user, role="Barista", company="Ibis", closes_on=days_after(today, 3))
    build.lead(user, company="Later", closes_on=days_after(today, 4))
    build.lead(user, company="Gone", closes_on=days_after(today, -1))
    build.lead(build.user(), company="Not yours", closes_on=today)
    same = {"If-None-Match": browser.get("/today").headers["ETag"]}
    assert browser.get("/today", headers=same).status_code == 304
    page = page_of(browser)
    day = near_day(days_after(today, 3), today)
    assert f"An opening closes {day}." in page and f"Closes {day}" in part(page, "first")
    assert "Barista" in part(page, "first") and "Ibis" not in part(page, "ahead")
    assert "Later" in part(page, "ahead") and "Gone" not in page and "Not yours" not in page

    answer = browser.post(f"/leads/{soon.id}/deletion", data={"from": "/today"})
    assert answer.location == "/today"
    page = page_of(browser)
    assert "Barista" not in part(page, "first")
    undo = undo_of(page)
    assert "from=%2Ftoday" in undo and browser.post(undo).location == "/today"
    assert "Barista" in part(page_of(browser), "first")


def test_several_that_close_are_one_row_of_the_five(browser, build, today) -> None:
    user = browser.user
    for number in range(6):
        act(build, user, said_no(build, user), what=f"Plan {number}", due_on=today)
    lead = build.lead(user, company="Ibis", closes_on=today)
    page = page_of(browser)
    assert lines(page)[0] == "Apply to Ibis" and len(lines(page)) == 5
    assert "An opening closes today, some things you planned." in page
    assert "All 7 next steps<" in page and page.count('<app-badge count="7"') == 1
    whole = re.findall(r'<span dir="auto">([^<]+)', browser.get("/today/further").text)
    assert whole[0] == "Apply to Ibis" and len(whole) == 7
    assert "Apply to Ibis" not in browser.get("/today/further?time=1").text
    assert "menu" not in part(page, "next")  # a row like all others: what can be done is behind it
    assert f'action="/leads/{lead.id}/application"' in browser.get(f"/leads/{lead.id}").text
    with build.together():
        for number in range(7):
            build.lead(user, company=f"C{number}", closes_on=days_after(today, number % 3))
    page = page_of(browser)
    assert lines(page)[0].startswith("8 openings close by ") and len(lines(page)) == 5
    assert "/leads?sort=closing" in part(page, "next") and "All 14 next steps<" in page
    assert "Eight openings close by " in page
    assert browser.get("/today/further").text.count('<span dir="auto">') == 14


def test_the_day_on_which_it_closes_is_the_persons_own(sign_in, build) -> None:
    browser = sign_in(build.user(time_zone="Pacific/Kiritimati"))
    there = day_of(now(), browser.user.zone)
    build.lead(browser.user, company="Ibis", closes_on=there)
    build.lead(browser.user, company="Over", closes_on=days_after(there, -1))
    page = page_of(browser)
    assert "An opening closes today." in page and "Over" not in page
