"""The same company, role and day in two rows: somebody wrote a second one when it had changed."""

import re

import pytest
from sqlalchemy import select

from tests.imported import added, brought, finish, heading, row_url, send
from tests.sent import form_of
from tracker.extensions import db
from tracker.models import Application, ImportRow, Interview, Note

HEAD = "Company,Role,Date Applied,Status,Notes\n"
TWO = HEAD + (
    "Acme,Clerk,2026-03-02,Applied,By Jo\n"
    "Bolt,Cook,2026-03-03,Applied,\n"
    "Acme,Clerk,2026-03-02,Rejected,No reason\n"
)


def stages():
    db.session.rollback()
    rows = select(Application.company, Application.stage).order_by(Application.id)
    return [tuple(row) for row in db.session.execute(rows)]


def states():
    db.session.rollback()
    return list(db.session.scalars(select(ImportRow.state).order_by(ImportRow.id)))


def test_it_is_asked_and_the_likeliest_answer_is_selected(browser):
    page = browser.get(send(browser, TWO).headers["Location"])

    assert "Same company, role and day in two rows: is it one application?" in page.text
    assert "Row 2 says “Applied”, and row 4 “Rejected”." in page.text
    likely = re.search(r'class="main full" name="twice" value="(\w+)"', page.text)
    assert likely and likely[1] == "later"


def test_alone_on_its_page_its_answers_are_the_buttons_that_go_on(browser):
    rows = "Acme,Clerk,2026-03-02,Offer,\nAcme,Clerk,,Rejected,\n"
    url = send(browser, HEAD + rows).headers["Location"]
    page = browser.get(url).text
    assert "Yes, one: it ended with a no" in page
    assert "If they are one, row 3 says where it stands now. Nothing in row 2 is lost." in page
    assert "Looks right" not in page

    form = form_of(page, f"{url}/mapping") | {"twice": "later"}
    browser.post(f"{url}/mapping", data=form)

    assert "Joined with row 3" in browser.get(url).text


def test_as_one_it_stands_where_the_later_row_says_and_keeps_what_the_other_tells(browser):
    url = added(browser, TWO, twice="later")

    assert heading(browser.get(url)) == "2 added"
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]
    notes = db.session.scalars(select(Note.body)).all()
    assert len(notes) == 1
    assert "By Jo" in notes[0]
    assert "No reason" in notes[0]
    assert "Joined with row 4" in browser.get(url).text


def test_an_interview_of_the_earlier_row_stays_reached(browser):
    rows = "Acme,Clerk,2026-03-02,Interview,\nAcme,Clerk,2026-03-02,Rejected,\n"
    added(browser, HEAD + rows, twice="later")

    assert stages() == [("Acme", "rejected")]
    assert len(db.session.scalars(select(Interview.id)).all()) == 1


def test_the_later_state_may_stand_above_the_earlier_one(browser):
    rows = "Acme,Clerk,2026-03-02,Rejected,\nAcme,Clerk,2026-03-02,Applied,\n"
    added(browser, HEAD + rows, twice="later")

    assert stages() == [("Acme", "rejected")]


def test_who_is_not_sure_keeps_both(browser):
    added(browser, TWO, twice="both")

    assert sorted(stages()) == [("Acme", "applied"), ("Acme", "rejected"), ("Bolt", "applied")]


def test_other_days_roles_or_the_same_status_are_not_asked_about(browser):
    for rows in (
        "Acme,Clerk,2026-03-02,Applied,\nAcme,Clerk,2026-03-09,Rejected,\n",
        "Acme,Clerk,2026-03-02,Applied,\nAcme,Cook,2026-03-02,Rejected,\n",
        "Acme,Clerk,,Applied,\nAcme,Clerk,,Rejected,\n",
        "Acme,Clerk,2026-03-02,Applied,x\nAcme,Clerk,2026-03-02,Applied,y\n",
    ):
        page = browser.get(send(browser, HEAD + rows).headers["Location"])

        assert "is it one application" not in page.text, rows


def test_an_offer_beside_a_no_for_the_same_role_is_asked_about_and_nothing_is_dropped(browser):
    rows = "Acme,Clerk,,Offer,\nBolt,Cook,2026-03-03,Applied,\nAcme,Clerk,2026-06-07,Rejected,\n"
    page = browser.get(send(browser, HEAD + rows).headers["Location"])

    assert "Same company and role in two rows: is it one application?" in page.text
    assert "Row 2 says “Offer”, and row 4 “Rejected”." in page.text
    assert 'class="main full" name="twice" value="later"' in page.text

    added(browser, HEAD + rows, twice="later")
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]


def test_where_the_no_stands_above_the_offer_both_are_selected(browser):
    rows = "Acme,Clerk,2026-06-07,Rejected,\nAcme,Clerk,,Offer,\n"
    page = browser.get(send(browser, HEAD + rows).headers["Location"])

    assert 'class="main full" name="twice" value="both"' in page.text


def test_an_offer_and_a_no_on_two_days_are_two_applications(browser):
    rows = "Acme,Clerk,2026-03-02,Offer,\nAcme,Clerk,2026-06-07,Rejected,\n"
    page = browser.get(send(browser, HEAD + rows).headers["Location"])

    assert "is it one application" not in page.text


def test_two_links_are_two_openings(browser):
    sheet = (
        "Company,Role,Date Applied,Status,Link\n"
        "Acme,Clerk,2026-03-02,Applied,https://a.example/1\n"
        "Acme,Clerk,2026-03-02,Rejected,https://a.example/2\n"
    )
    page = browser.get(send(browser, sheet).headers["Location"])

    assert "is it one application" not in page.text


def test_a_second_row_that_came_since_changes_the_application_that_is_here(browser):
    added(browser, HEAD + "Acme,Clerk,2026-03-02,Applied,By Jo\nBolt,Cook,2026-03-03,Applied,\n")
    url = brought(browser, TWO, twice="later")
    page = browser.get(url)

    assert "Updates for 1 you already have" in page.text
    assert states()[-3:] == ["likely_double", "already_there", "changed"]

    browser.post(f"{url}/landing")
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]


def test_the_same_sheet_again_is_there_already(browser):
    added(browser, TWO, twice="later")
    url = brought(browser, TWO)

    assert heading(browser.get(url)) == "0 rows ready to add"
    assert "Updates for" not in browser.get(url).text


def test_with_no_answer_both_rows_wait(browser):
    url = brought(browser, TWO, twice="ask")

    assert states() == ["needs_a_look", "ready", "needs_a_look"]
    browser.post(f"{url}/landing")
    browser.post(f"{url}/answers", data={"code": "twice", "answer": "later"})
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied")]


def test_a_word_that_is_not_known_is_asked_about_beside_its_own_row_alone(browser):
    rows = "Acme,Clerk,2026-03-02,no reply,\nAcme,Clerk,2026-03-02,nothing yet,\n"
    url = send(browser, HEAD + rows).headers["Location"]
    form = form_of(browser.get(url).text, f"{url}/mapping") | {"twice": "later"}
    browser.post(f"{url}/mapping", data=form)
    page = browser.get(url).text

    assert states() == ["needs_a_look", "needs_a_look"]
    assert "What does “nothing yet” mean? 1 row.</p>" in page
    assert page.count("We don't know what “nothing yet” means.".replace("'", "&#39;")) == 1


def code_of(page):
    return re.search(r'(?:name|name="code" value)="(?:all-)?(status-[0-9a-f]+)"', page)[1]


def iced(browser, *rows, **typed):
    """A sheet with “On ice”, which nobody knows, and the code of that question."""
    lines = (f"Kite,Manager,2026-03-02,{row}\n" for row in rows)
    url = send(browser, HEAD + "".join(lines)).headers["Location"]
    code = code_of(browser.get(url).text)
    typed = {code if word == "word" else word: value for word, value in typed.items()}
    browser.post(f"{url}/mapping", data={"twice": "later"} | typed)
    finish(browser, url)
    return url, code


def answer(browser, url, code, choice):
    browser.post(f"{url}/answers", data={"code": code, "answer": choice})
    finish(browser, url)


def land(browser, url):
    browser.post(f"{url}/landing")
    finish(browser, url)


def test_the_words_of_the_cells_are_quoted_and_which_row_holds_is_said_anew_with_each_answer(
    browser,
):
    rows = "Kite,Manager,2026-03-02,on ice,\nKite,Manager,2026-03-02,nope,\n"
    url = send(browser, HEAD + rows).headers["Location"]
    page = browser.get(url).text
    assert "Row 2 says “on ice”, and row 3 “nope”. If they are one, row 3" in page
    codes = dict(
        re.findall(r'name="(status-[0-9a-f]+)"[^>]*aria-label="What ([\w ]+) means"', page)
    )
    words = {word: code for code, word in codes.items()}
    for nope, holds in (("applied", 2), ("withdrawn", 3)):
        form = form_of(page, f"{url}/mapping")
        form |= {words["on ice"]: "interview", words["nope"]: nope}
        for headers in ({"HX-Request": "true"}, {}):
            again = browser.post(f"{url}/mapping/look", data=form, headers=headers)
            told = again.text if headers else browser.get(again.headers["Location"]).text
            other = {2: "Row 3 says “nope”, and row 2 “on ice”"}
            assert other.get(holds, "Row 2 says “on ice”, and row 3 “nope”") in told
            assert f"row {holds} says where it stands now" in " ".join(told.split())


def test_where_no_cell_says_where_it_stands_what_it_is_read_as_is_said(browser):
    sheet = (
        "Company,Role,Date Applied,Status,Offer\nKite,Manager,2026-03-02,Applied,Y\n"
        "Kite,Manager,2026-03-02,Rejected,\n"
    )
    page = browser.get(send(browser, sheet).headers["Location"]).text

    assert "Row 2 says “Offer received”, and row 3 “Rejected”." in page


ICE = "Interview,By Jo", "On ice,"


def test_a_no_that_is_told_before_it_comes_in_ends_the_one_application(browser):
    url, code = iced(browser, *ICE)
    answer(browser, url, code, "rejected")
    assert states() == ["likely_double", "ready"]
    assert "Joined with row 3" in browser.get(url).text
    land(browser, url)

    assert stages() == [("Kite", "rejected")]
    assert len(db.session.scalars(select(Interview.id)).all()) == 1
    assert "By Jo" in db.session.scalars(select(Note.body)).one()


def test_a_no_that_is_told_in_the_check_ends_it_too(browser):
    url, _ = iced(browser, *ICE, word="rejected")
    land(browser, url)

    assert stages() == [("Kite", "rejected")]


def test_while_one_word_is_open_none_of_its_rows_comes_in(browser):
    url, code = iced(browser, *ICE)
    page = browser.get(url).text
    assert states() == ["needs_a_look", "needs_a_look"]
    assert "Row 3 is for the same application, and has an open question." in page
    land(browser, url)
    assert stages() == []
    answer(browser, url, code, "rejected")

    assert stages() == [("Kite", "rejected")]
    assert states() == ["likely_double", "landed"]


def test_a_word_that_says_less_leaves_it_where_the_other_row_says(browser):
    url, code = iced(browser, *ICE)
    land(browser, url)
    answer(browser, url, code, "applied")

    assert stages() == [("Kite", "interview")]


def test_of_three_rows_the_one_that_is_told_last_may_end_it(browser):
    url, code = iced(browser, "On ice,", "Applied,By Jo", "Interview,By Ann")
    answer(browser, url, code, "withdrawn")
    land(browser, url)

    assert stages() == [("Kite", "interview")]
    assert db.session.scalars(select(Application.outcome)).all() == ["withdrawn"]
    assert "By Jo" in db.session.scalars(select(Note.body)).one()


def test_of_an_offer_and_a_word_on_another_day_the_answer_ends_its_own_row_alone(browser):
    rows = "Kite,Manager,2026-03-02,Offer,\nKite,Manager,2026-03-09,On ice,\n"
    url = send(browser, HEAD + rows).headers["Location"]
    code = code_of(browser.get(url).text)
    browser.post(f"{url}/mapping", data={})
    finish(browser, url)
    land(browser, url)
    answer(browser, url, code, "rejected")

    assert sorted(stages()) == [("Kite", "applied"), ("Kite", "rejected")]


def told_by_hand(browser, url, number, choice):
    row = row_url(browser.get(url), number)
    form = form_of(browser.get(row).text, row) | {"choice": choice}
    browser.post(row, data=form)
    finish(browser, url)


def test_a_no_that_is_told_of_the_row_itself_ends_the_one_application(browser):
    for landed in (False, True):
        url, _ = iced(browser, *(row.replace("Jo", str(landed)) for row in ICE))
        if landed:
            land(browser, url)
        told_by_hand(browser, url, 3, "rejected")
        land(browser, url)

        assert stages() == [("Kite", "rejected")]
        assert len(db.session.scalars(select(Interview.id)).all()) == 1
        assert str(landed) in db.session.scalars(select(Note.body)).one()
        browser.post(f"{url}/reversal")
        finish(browser, url)


def test_less_that_is_told_of_the_row_itself_leaves_it_where_the_other_row_says(browser):
    url, _ = iced(browser, *ICE)
    told_by_hand(browser, url, 3, "applied")
    land(browser, url)

    assert stages() == [("Kite", "interview")]
    assert "Joined with row 2" in browser.get(url).text


def test_a_row_that_is_left_out_holds_the_other_one_back_no_more(browser):
    url, _ = iced(browser, *ICE)
    row = row_url(browser.get(url), 3)
    browser.post(f"{row}/inclusion", data={"include": "0"})
    finish(browser, url)

    assert states() == ["ready", "left_out"]


def as_it_stands(browser, url, number):
    row = row_url(browser.get(url), number)
    browser.post(f"{row}/inclusion", data={"include": "1"})
    finish(browser, url)


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_word_answered_once_the_other_row_came_in_alone_is_news_of_that_application(
    browser, by_hand
):
    url, code = iced(browser, "Interview,By Jo", "On ice,By Ann")
    land(browser, url)
    as_it_stands(browser, url, 2)
    assert stages() == [("Kite", "interview")]
    if by_hand:
        told_by_hand(browser, url, 3, "rejected")
    else:
        answer(browser, url, code, "rejected")

    assert stages() == [("Kite", "interview")]
    assert states() == ["landed", "changed"]
    page = browser.get(url).text
    assert "Updates for 1 you already have" in page
    take = re.search(r'name="take" value="(\d+):status" form="take" checked', page)[1]
    ticked = {"seen": take, "take": f"{take}:status", "act": "take"}
    browser.post(f"{url}/changes", data=ticked)
    finish(browser, url)
    assert stages() == [("Kite", "rejected")]
    assert any("By Ann" in each for each in db.session.scalars(select(Note.body)))


def test_a_word_that_says_less_of_what_came_in_alone_changes_nothing(browser):
    url, code = iced(browser, *ICE)
    land(browser, url)
    as_it_stands(browser, url, 2)
    answer(browser, url, code, "applied")

    assert stages() == [("Kite", "interview")]
    assert states() == ["landed", "likely_double"]


JOINED = HEAD + (
    "Acme,Clerk,2026-03-02,Applied,By Jo\nBolt,Cook,2026-03-03,Applied,\n"
    "Acme,Clerk,2026-03-02,Rejected,No reason\nBolt,Cook,2026-03-03,Applied,\n"
    "Acme,Clerk,2026-03-02,Interview,By Ann\n"
)


def plain(page):
    return " ".join(page.text.replace("&nbsp;", " ").split())


def top(page):
    head = plain(page).partition("<h1")[2].partition("</p>")[0].partition(">")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", head).split())


def test_joined_rows_are_told_from_repeats_at_each_step_and_the_counts_add_up(browser):
    url = send(browser, JOINED).headers["Location"]
    check = browser.get(url)
    likely = browser.post(
        f"{url}/mapping/look",
        data=form_of(check.text, f"{url}/mapping") | {"twice": "later"},
        headers={"HX-Request": "true"},
    )
    assert "5 rows · 1 probable duplicate · 2 joined with another." in plain(likely)
    browser.post(f"{url}/mapping", data={"twice": "later"})
    finish(browser, url)
    look = browser.get(url)
    assert top(look).startswith("2 rows ready to add")
    assert "5 rows · 1 is a repeat, left out · 2 joined with another. Nothing" in top(look)
    assert "2 rows are joined with another of the same application." in look.text
    assert "1 row looks like a repeat of another row." in plain(look)
    assert look.text.count("Joined with row 4") == 2
    joined = browser.get(f"{url}?show=joined").text
    assert [n for n in range(2, 7) if f'id="row-{n}"' in joined] == [2, 6]
    doubles = browser.get(f"{url}?show=doubles").text
    assert [n for n in range(2, 7) if f'id="row-{n}"' in doubles] == [5]

    browser.post(f"{url}/duplicates", data={"duplicates": "keep"})
    assert top(browser.get(url)).startswith("3 rows ready to add")
    land(browser, url)
    assert "3 added" in top(browser.get(url))
    assert "5 rows · 2 joined with another" in top(browser.get(url))
    assert sorted(stages()) == [("Acme", "rejected"), ("Bolt", "applied"), ("Bolt", "applied")]


@pytest.mark.parametrize("landed", [False, True])
@pytest.mark.parametrize("number", [2, 6])
def test_a_joined_row_can_be_made_its_own_and_stays_so(browser, landed, number):
    url = brought(browser, JOINED, twice="later")
    if landed:
        land(browser, url)
    row = row_url(browser.get(f"{url}?show=joined"), number)
    assert "Make it its own" in browser.get(row).text
    as_it_stands(browser, url, number)
    if not landed:
        browser.post(f"{url}/mapping", data={})
        finish(browser, url)
        land(browser, url)

    own = {2: "applied", 6: "interview"}[number]
    assert sorted(stages()) == sorted([("Acme", own), ("Acme", "rejected"), ("Bolt", "applied")])
    notes = sorted(db.session.scalars(select(Note.body)))
    said = {2: "By Jo", 6: "By Ann"}[number]
    assert sum(said in each for each in notes) == 1 + landed


def test_what_is_archived_is_counted_apart(browser):
    rows = (
        "Acme,Clerk,2026-03-02,Applied,\nBolt,Cook,2026-03-03,Withdrawn,\n",
        "Acme,Clerk,2026-04-02,Applied,\nBolt,Cook,2026-04-03,Withdrawn,\nKite,Cook,,Wishlist,\n",
        "Bolt,Cook,2026-05-03,Withdrawn,\n",
    )
    said = "1 on your board, 1 archived.", "1 on your board, 1 archived, 1 among your leads."
    for sheet, words in zip(rows, (*said, "1 archived."), strict=True):
        assert f"<b>{words}</b>" in plain(browser.get(added(browser, HEAD + sheet)))


def test_back_from_a_row_of_the_first_ones_nothing_leads_to_the_first(browser):
    url = brought(browser, TWO, twice="later")

    assert "From the first" not in browser.get(f"{url}?show=all&after=0").text
    assert "From the first" in browser.get(f"{url}?show=all&after=2").text
