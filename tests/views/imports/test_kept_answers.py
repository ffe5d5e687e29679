"""What is answered at the check of a sheet is kept at once, whatever else is still missing."""

import re

import pytest

from tests.imported import heading, send

UNKNOWN = """When,Who,What,Status now,Chat on,Found on,Note to self
2026-03-02,Acme,Scheduler,humming along,2026-03-09,Seek,near home
2026-03-03,Bolt,Stock controller,Applied,,Seek,
2026-03-04,Dell,Front of house,Rejected,,Indeed,far
"""
GROUP = """Company,Role,Status,Date Applied,Saved
A,Clerk,interview maybe,2026-03-02,
B,Clerk,screen w/ bob,2026-03-02,
C,Clerk,chatting about interview,2026-03-02,
"""


def sent(browser, sheet):
    return send(browser, sheet).headers["Location"]


def fields(page, **chosen):
    """What the page's form would send, with these chosen."""
    form = page.partition('hx-trigger="change"')[2].partition("</form>")[0]
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    found |= dict(re.findall(r'type="radio"[^>]*name="(\w+)" value="(\w+)" checked', form))
    for name, inside in re.findall(r'<select name="([^"]+)"(.*?)</select>', form, re.DOTALL):
        values = re.findall(r'<option value="([^"]*)"( selected)?>', inside)
        found[name] = next((value for value, on in values if on), values[0][0])
    assert set(chosen) <= set(found), set(chosen) - set(found)
    return found | chosen


def selected(page, name):
    """What stands in a select of the page, none where there is no such select."""
    inside = page.partition(f'<select name="{name}"')[2].partition("</select>")[0]
    found = re.search(r'<option value="([^"]*)" selected>', inside)
    return found[1] if found else ""


def word(page, text):
    """The name of the select of a word."""
    label = re.escape(f"What {text} means")
    return re.search(rf'<select name="([^"]+)"[^>]*aria-label="{label}"', page)[1]


SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])


@SCRIPTS
@pytest.mark.parametrize("by", ["the question", "the list of columns"])
def test_one_missing_column_is_kept_while_the_other_is_still_asked(browser, scripts, by):
    url = sent(browser, UNKNOWN)
    first = {"which-company": "1"} if by == "the question" else {"column-1": "company"}
    second = {"which-role": "2"} if by == "the question" else {"column-2": "role"}

    answer = browser.post(
        f"{url}/mapping/look", data=fields(browser.get(url).text, **first), htmx=scripts
    )
    page = browser.get(url).text
    assert answer.status_code == (200 if scripts else 303)
    assert selected(page, "column-1") == "company"
    assert "Which column is the company?" not in page
    assert "Which column is the role?" in page
    assert "need another look" not in page, "it is asked, and no mistake yet"

    browser.post(f"{url}/mapping/look", data=fields(page, **second), htmx=scripts)
    page = browser.get(url).text
    assert selected(page, "column-2") == "role"
    assert "Which column is the" not in page
    browser.post(f"{url}/mapping", data=fields(page))
    assert heading(browser.get(url)) == "2 rows ready to add"


@SCRIPTS
def test_a_word_a_day_and_an_answer_are_kept_while_columns_are_missing(browser, scripts):
    sheet = UNKNOWN.replace("2026-03-0", "0").replace(",0", ",3/").replace("\n0", "\n3/")
    sheet = re.sub(r"^3/(\d)", r"3/\1/2026", sheet, flags=re.MULTILINE).replace("3/9,", "3/9/2026,")
    url = sent(browser, sheet)
    page = browser.get(url).text
    hum = word(page, "humming along")
    chosen = fields(page, order="month_first", **{hum: "withdrawn", "column-4": "notes"})
    answer = browser.post(f"{url}/mapping/look", data=chosen, htmx=scripts)

    assert "Which column" not in answer.text, "what is missing is no mistake while one answers"
    page = browser.get(url).text
    assert selected(page, hum) == "withdrawn"
    assert "Month first, as you chose" in " ".join(page.split())
    assert "Which column is the company?" in page


def test_going_on_too_early_keeps_what_was_answered(browser):
    url = sent(browser, UNKNOWN)
    page = browser.get(url).text
    hum = word(page, "humming along")
    chosen = fields(page, **{hum: "withdrawn", "which-company": "1"})
    answer = browser.post(f"{url}/mapping", data=chosen)

    assert answer.status_code == 303, "a reload must not send these answers over later ones"
    told = browser.get(answer.headers["Location"]).text
    assert 'id="which-role-error"' in told
    assert "Which column is the company?" not in told
    for shown in (told, browser.get(url).text):
        assert selected(shown, hum) == "withdrawn"
        assert selected(shown, "column-1") == "company"
        assert shown.count(f'name="{hum}"') == 1


@SCRIPTS
def test_two_columns_that_are_read_alike_are_kept_and_said_until_one_is_changed(browser, scripts):
    url = sent(browser, UNKNOWN)
    page = browser.get(url).text
    hum = word(page, "humming along")
    chosen = fields(page, **{"column-1": "company", "column-2": "company", hum: "withdrawn"})
    browser.post(f"{url}/mapping/look", data=chosen, htmx=scripts)
    page = browser.get(url).text

    assert selected(page, "column-1") == selected(page, "column-2") == "company"
    assert selected(page, hum) == "withdrawn"
    assert "“Who” is read as Company already. Choose one of them." in page
    browser.post(f"{url}/mapping/look", data=fields(page, **{"column-2": "role"}), htmx=scripts)
    page = browser.get(url).text
    assert "already. Choose one" not in page
    assert heading(browser.get(url)) == "3 applications"


def test_an_answer_for_several_words_is_kept_when_something_else_is_answered_after_it(browser):
    """The page stands as it was: it sends the words' own fields again, as they were."""
    url = sent(browser, GROUP)
    page = browser.get(url).text
    group = re.search(r'<select name="(all-\w+)"', page)[1]
    chosen = fields(page, **{group: "withdrawn"})
    browser.post(f"{url}/mapping/look", data=chosen, htmx=True)
    assert browser.get(url).text.count('value="withdrawn" selected') == 3

    browser.post(f"{url}/mapping/look", data=chosen | {"column-4": "notes"}, htmx=True)
    assert browser.get(url).text.count('value="withdrawn" selected') == 3


def test_an_answer_for_several_words_after_one_of_its_own_is_kept_for_the_others(browser):
    url = sent(browser, GROUP)
    page = browser.get(url).text
    group = re.search(r'<select name="(all-\w+)"', page)[1]
    own = [name for name in fields(page) if name.startswith("status-")]
    chosen = fields(page, **{own[0]: "archived"})
    for more in ({}, {group: "role_closed"}, {group: "withdrawn"}):
        browser.post(f"{url}/mapping/look", data=chosen | more, htmx=True)

    page = browser.get(url).text
    assert [selected(page, name) for name in own] == ["archived", "withdrawn", "withdrawn"]
