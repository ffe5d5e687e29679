"""The page that says what would come of a sheet, and asks what it leaves open."""

import re
from datetime import date

from sqlalchemy import select

from tests.imported import added, brought, heading, send
from tracker.extensions import db
from tracker.models import Application, Import

PLAIN = "Company,Role,Status,Date Applied\nAcme,Clerk,Applied,2026-03-02\n"
WORDS = """Company,Role,Status,Date Applied
Acme,Clerk,humming along,2026-03-02
Bolt,Cook,humming along,2026-03-03
Dell,Guide,Applied,2026-03-04
"""
SAVED = "Company,Job title,Saved\nAcme,Clerk,2026-03-02\nBolt,Cook,2026-03-03\n"
ORDER = "Company,Role,Date Applied\nAcme,Clerk,3/4/2026\nBolt,Cook,5/4/2026\n"


def sent(browser, sheet, name="jobs.csv"):
    return send(browser, sheet, name).headers["Location"]


def field(page, label):
    """The name of the select with this label."""
    return re.search(rf'<select name="([^"]+)"[^>]*aria-label="{re.escape(label)}"', page)[1]


def outcomes():
    return {each.company: each.outcome for each in db.session.scalars(select(Application))}


def test_nothing_that_is_certain_is_asked(browser):
    page = browser.get(sent(browser, PLAIN))

    assert heading(page) == "1 application"
    assert "Not sure" not in page.text
    assert "Not recognised" not in page.text
    assert "How the rest is read: 4 columns, 1 stage</summary>" in page.text
    assert "Looks right" in page.text


def test_a_question_says_what_it_decides_and_for_how_many_and_the_likeliest_is_selected(browser):
    page = browser.get(sent(browser, SAVED)).text
    question = page.partition("Have you applied for these?")[2].partition("</fieldset>")[0]

    assert "they become leads" in question
    assert "<b>2 rows</b>" in question
    assert "Clerk, Acme · Cook, Bolt" in question
    assert re.search(r'value="lead" checked', question)
    assert "Not sure" in question


def test_what_nobody_is_sure_of_waits_and_the_rest_is_added(browser):
    url = sent(browser, WORDS)
    name = field(browser.get(url).text, "What humming along means")
    browser.post(f"{url}/mapping", data={"seen": "", name: "ask"})
    assert heading(browser.get(url)) == "1 row ready to add"
    browser.post(f"{url}/landing")

    assert outcomes() == {"Dell": None}
    assert heading(browser.get(url)) == "1 added, 2 need a look"


def test_what_was_left_open_is_answered_for_all_rows_after_the_import_too(browser):
    url = added(browser, WORDS)
    assert "2 need a look" in browser.get("/imports").text
    page = browser.get(url).text
    assert "What does “humming along” mean? 2 rows." in page
    code = re.search(r'name="code" value="(status-[0-9a-f]+)"', page)[1]
    browser.post(f"{url}/answers", data={"code": code, "answer": "withdrawn"})

    assert outcomes() == {"Acme": "withdrawn", "Bolt": "withdrawn", "Dell": None}


def test_an_order_of_dates_that_was_left_open_is_settled_after_the_import_too(browser):
    url = added(browser, ORDER, order="ask")
    assert heading(browser.get(url)) == "0 added, 2 need a look"
    browser.post(f"{url}/answers", data={"code": "order", "answer": "month_first"})

    found = {each.company: each.applied_on for each in db.session.scalars(select(Application))}
    assert found == {"Acme": date(2026, 3, 4), "Bolt": date(2026, 5, 4)}


GAPS = "Company,Role,Date Applied\nAcme,Clerk,2026-03-02\n,Cook,2026-03-03\n,Guide,2026-03-04\n"


def test_after_the_last_row_that_needed_a_look_all_are_shown_and_said_to_be_read(browser):
    url = sent(browser, GAPS)
    browser.post(f"{url}/mapping")
    top = browser.get(url).text.partition("<h1")[2].partition("</p>")[0]
    assert f'<a href="{url}?show=look#rows">2 need a look</a>' in top
    for left in (1, 0):
        page = browser.get(f"{url}?show=look").text
        assert "All rows are read." not in page and page.count('id="row-') == left + 1
        row, role = re.search(rf'href="({url}/rows/\d+)\?[^"]*" [^>]*>(\w+)<', page).groups()
        typed = {"company": "Bolt", "role": role, "choice": "applied", "applied_on": "2026-03-03"}
        answer = browser.post(row, data=typed | {"show": "look", "after": "0"})
        assert answer.headers["Location"] == f"{url}?show=look&after=0#rows"
    page = browser.get(f"{url}?show=look&after=0").text

    assert page.count("All rows are read.") == 1
    assert page.count('id="row-') == 3 and "No rows here." not in page
    assert "All rows are read." not in browser.get(url).text


def test_a_part_of_the_list_whose_rows_are_gone_gives_way_to_the_first(browser):
    url = sent(browser, GAPS)
    browser.post(f"{url}/mapping")

    assert browser.get(f"{url}?show=look&after=3").text.count('id="row-') == 1
    assert browser.get(f"{url}?show=look&after=4").text.count('id="row-') == 2


def grouped(*words):
    rows = [f"Company {n},Clerk,{word},2026-03-02" for n, word in enumerate(words)]
    return "\n".join(("Company,Role,Status,Date Applied", *rows))


def test_words_that_likely_mean_the_same_are_asked_about_once(browser):
    url = sent(browser, grouped("interview maybe", "screen w/ bob", "chatting about interview"))
    page = browser.get(url).text
    asked = page.partition('id="words"')[2].partition("</section>")[0]

    assert len(re.findall(r'<select name="all-', asked)) == 1
    assert "3 rows" in asked


def test_a_word_of_its_own_goes_before_what_was_said_of_all(browser):
    url = sent(browser, grouped("interview maybe", "screen w/ bob", "chatting about interview"))
    page = browser.get(url).text
    group = re.search(r'<select name="(all-\w+)"', page)[1]
    part = re.search(r'<label for="(status-[0-9a-f]+)"[^>]*>chatting about interview', page)[1]
    browser.post(f"{url}/mapping", data={"seen": "", group: "withdrawn", part: "archived"})
    browser.post(f"{url}/landing")

    assert list(outcomes().values()).count("withdrawn") == 2


MANY = """Company,Role,Status,Applied,Date Applied,Notes
A,Clerk,draft,Yes,,
B,Clerk,applied,No,,
C,Clerk,Applied,,3/4/2026,they rejected me
D,Clerk,Applied,,5/4/2026,
E,Clerk,humming,,5/4/2026,
F,Clerk,offer on the table maybe,,5/4/2026,
G,Clerk,phone screening done,,5/4/2026,
H,Clerk,rejected by mail,,5/4/2026,
"""


def questions(page):
    words = len(re.findall(r'<h2 id="words">', page.text))
    return len(re.findall(r'<fieldset class="field panel" id="ask-', page.text)) + words


def test_no_more_than_a_few_questions_are_asked_at_once_and_the_others_come_next(
    browser, monkeypatch
):
    monkeypatch.setattr("tracker.views.imports.question_panels.AT_ONCE", 3)
    url = sent(browser, MANY)
    page = browser.get(url)
    assert questions(page) == 3
    assert ">Next</button>" in page.text

    answer = browser.post(f"{url}/mapping", data={"seen": ""})
    page = browser.get(answer.headers["Location"])
    assert 1 <= questions(page) <= 3
    assert "Looks right" in page.text
    seen = re.search(r'name="seen" value="([^"]+)"', page.text)[1]
    browser.post(f"{url}/mapping", data={"seen": seen})

    assert "ready to add" in heading(browser.get(url))


def test_the_counts_follow_what_is_selected_and_it_is_kept(browser):
    url = sent(browser, SAVED)
    answer = browser.post(
        f"{url}/mapping/look", data={"seen": "", "applied": "application"}, htmx=True
    )

    assert "<h1>2 applications</h1>" in answer.text
    assert "<form" not in answer.text
    page = browser.get(url)
    assert heading(page) == "2 applications"
    assert re.search(r'value="application" checked', page.text)

    answer = browser.post(f"{url}/mapping/look", data={"seen": "", "applied": "ask"})
    assert answer.status_code == 303, "a button, without script"
    assert heading(browser.get(answer.headers["Location"])) == "2 rows need a look"


def test_what_is_only_proposed_stays_open_when_something_else_is_chosen(browser):
    url = sent(browser, MANY)
    browser.post(f"{url}/mapping/look", data={"seen": "", "order": "month_first"})

    assert "What do these words mean?" in browser.get(url).text


def test_another_column_reads_the_page_anew(browser):
    url = sent(browser, WORDS)
    answer = browser.post(f"{url}/mapping/look", data={"seen": "", "column-2": "notes"}, htmx=True)

    assert "HX-Redirect" in answer.headers or "HX-Refresh" in answer.headers
    assert "What humming along means" not in browser.get(url).text


def test_what_was_chosen_is_taken_back_in_one_tap(browser):
    """A column, what a word means, and the order of the days."""
    url = sent(browser, WORDS)
    page = browser.get(url)
    assert heading(page) == "1 application, and 2 rows need a look"
    assert "jobs.csv</bdi> · 3 rows. Nothing is saved yet." in " ".join(page.text.split())
    name = field(page.text, "What humming along means")
    browser.post(f"{url}/mapping/look", data={"seen": "", name: "withdrawn"})
    page = browser.get(url)
    assert "as you chose" in page.text
    assert heading(page) == "3 applications"
    browser.post(f"{url}/mapping/reversal", data={"seen": "", "what": name})
    assert heading(browser.get(url)) == "1 application, and 2 rows need a look"

    browser.post(f"{url}/mapping/look", data={"seen": "", "column-3": "notes"})
    assert "As you chose" in browser.get(url).text
    browser.post(f"{url}/mapping/reversal", data={"seen": "", "what": "column-3"})
    page = browser.get(url).text
    assert "As you chose" not in page
    assert '<option value="applied_on" selected>' in page.partition('name="column-3"')[2]

    url = sent(browser, ORDER)
    browser.post(f"{url}/mapping/look", data={"seen": "", "order": "month_first"})
    assert "Month first, as you chose" in " ".join(browser.get(url).text.split())
    browser.post(f"{url}/mapping/reversal", data={"seen": "", "what": "order"})
    assert "Which comes first in the dates" in browser.get(url).text


def test_a_column_that_was_recognised_wrongly_goes_into_the_notes_in_one_tap(browser):
    url = sent(browser, PLAIN)
    answer = browser.post(f"{url}/mapping/correction", data={"seen": "", "what": "column-3"})
    page = browser.get(answer.headers["Location"]).text

    assert re.search(r'<details class="fold" id="rest" open>', page)
    assert '<option value="notes" selected>' in page.partition('name="column-3"')[2]


STATE = """Company,Position,City,State,Date Applied,Status
Acme,Clerk,Portland,OR,2026-09-01,Rejected
Bolt,Cook,Boise,ID,2026-09-03,Interview
"""


def test_why_a_column_is_read_so_stands_beside_it_and_the_likeliest_other_is_one_tap_away(browser):
    url = sent(browser, STATE)
    page = " ".join(browser.get(url).text.split())
    assert "Read as notes, as “City” is Location already" in page
    assert "Read as location: State" in page

    browser.post(f"{url}/mapping/correction", data={"seen": "", "what": "column-3"})
    page = browser.get(url).text
    assert '<option value="location" selected>' in page.partition('name="column-3"')[2]
    assert '<option value="notes" selected>' in page.partition('name="column-2"')[2]
    browser.post(f"{url}/mapping", data={"seen": ""})
    assert heading(browser.get(url)) == "2 rows ready to add"


def test_columns_that_are_not_recognised_stand_unfolded_above_the_others(browser):
    """An empty one asks for nothing."""
    sheet = "Company,Role,Status,Colour\nAcme,Clerk,Applied,{}\n"
    assert "Not recognised" not in browser.get(sent(browser, sheet.format(""))).text
    page = browser.get(sent(browser, sheet.format("red"))).text
    unread = page.partition("Not recognised")[2].partition("<details")[0]

    assert "Colour" in unread
    assert 'name="column-3"' in unread
    assert page.count('name="column-3"') == 1


def test_a_company_that_no_column_is_known_as_is_asked_for_with_the_columns_named(browser):
    url = sent(browser, "Kind,Role,Colour\nx,Clerk,red\ny,Cook,blue\n")
    page = browser.get(url).text
    asked = page.partition("Which column is the company?")[2].partition("</select>")[0]
    assert "Colour: red, blue" in asked

    answer = browser.post(f"{url}/mapping", data={"seen": "", "which-company": ""})
    assert 'id="which-company-error"' in browser.get(answer.headers["Location"]).text
    browser.post(
        f"{url}/mapping", data={"seen": "", "which-company": "2", "applied": "application"}
    )
    assert heading(browser.get(url)) == "2 rows ready to add"


def test_an_answer_that_is_not_offered_is_refused(browser):
    url = sent(browser, "Company,Nr,Saved\nAcme,7,2026-03-02\n")
    for typed in ({"applied": "maybe"}, {"which-role": "99"}, {"which-role": "x"}):
        answer = browser.post(f"{url}/mapping", data={"seen": "", **typed})

        assert answer.status_code == 422, typed
        assert "Please choose one of these." in answer.text, typed


def test_what_is_there_already_is_said_and_what_the_sheet_says_otherwise_by_now(browser):
    """Neither counts as new."""
    added(browser, PLAIN)
    page = browser.get(sent(browser, PLAIN))
    assert heading(page) == "Nothing new in this sheet"
    assert "1 already there" in page.text

    page = browser.get(sent(browser, PLAIN.replace("Applied", "Rejected")))

    assert heading(page) == "Updates for 1 you already have"
    assert "already there" not in page.text


def test_a_sheet_that_was_begun_is_listed_first_with_a_way_to_go_on(browser):
    added(browser, PLAIN, "old.csv")
    url = sent(browser, WORDS, "new.csv")
    page = browser.get("/imports").text
    begun = page.partition("Go on where you left off")[2].partition("</section>")[0]

    assert f'href="{url}" aria-label="Go on with new.csv"' in begun
    assert "old.csv" not in begun
    assert "old.csv" in page.partition(">Earlier<")[2]


def test_a_long_sheet_says_that_only_its_first_rows_were_counted(browser, monkeypatch):
    monkeypatch.setattr("tracker.imports.steps.forecast.LOOKED_AT", 2)
    page = browser.get(sent(browser, WORDS))

    assert heading(page).endswith(" in the first 2 rows")
    assert "The rest is counted when it is read." in page.text


def test_a_sheet_added_already_is_not_read_otherwise(browser):
    url = added(browser, PLAIN)

    for part in ("mapping", "mapping/look", "mapping/reversal", "mapping/correction"):
        assert browser.post(f"{url}/{part}").status_code == 409


def test_going_back_from_the_rows_shows_what_was_chosen(browser):
    url = brought(browser, SAVED, applied="application")
    page = browser.get(f"{url}/mapping")

    assert heading(page) == "2 applications"
    assert re.search(r'value="application" checked', page.text)
    assert db.session.scalar(select(Import.state)) == "staged"


def test_what_was_seen_is_no_way_into_the_page(browser):
    url = sent(browser, SAVED)
    for seen in ("a\r\nX-Evil: 1", "<script>", "é" * 3000, ",,,"):
        answer = browser.post(f"{url}/mapping/look", data={"seen": seen})

        assert answer.status_code == 303, seen
        assert "X-Evil" not in answer.headers, seen
        assert (
            "<script>" not in browser.get(f"{url}/mapping?seen={seen}").text.partition("<form")[2]
        ), seen
