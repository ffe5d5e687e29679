"""Which table of a file is read, on the page."""

import io
import zipfile

from sqlalchemy import func, select

from tests.imported import added, heading, send
from tests.imports.reads import workbook
from tracker.extensions import db
from tracker.models import Application, Import, ImportFile, ImportRow

HEADS = ["Company", "Role", "Date applied"]


def years() -> bytes:
    """Two lists that may both be meant, and a summary before them."""
    return workbook(
        ["Applied", 3],
        sheets={
            "2025": [HEADS, ["Acme", "Clerk", "2025-03-07"], ["Bolt", "Cook", "2025-03-08"]],
            "2026": [HEADS, ["Cask", "Clerk", "2026-03-07"]],
        },
    )


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def companies():
    db.session.rollback()
    return sorted(db.session.scalars(select(Application.company)))


def test_of_several_likely_tables_one_is_chosen(browser):
    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    page = browser.get(url)

    assert heading(page) == "Which table is it?"
    assert "<bdi>2025</bdi> · 2 rows" in page.text
    assert "<bdi>2026</bdi> · 1 row" in page.text
    assert count(ImportRow) == 0
    assert "which table is it?" in browser.get("/imports").text

    browser.post(f"{url}/table", data={"table": "2026"})
    assert "Looks right" in browser.get(url).text
    browser.post(f"{url}/mapping")
    browser.post(f"{url}/landing")
    assert companies() == ["Cask"]


def test_another_table_is_taken_in_one_tap_until_the_rows_are_added(browser):
    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    browser.post(f"{url}/table", data={"table": "2026"})
    assert 'name="table" value="2025"' in browser.get(url).text

    browser.post(f"{url}/table", data={"table": "2025"})
    browser.post(f"{url}/mapping")
    assert heading(browser.get(url)) == "2 rows ready to add"
    browser.post(f"{url}/table", data={"table": "2026"})
    browser.post(f"{url}/mapping")
    browser.post(f"{url}/landing")
    assert companies() == ["Cask"]
    assert browser.post(f"{url}/table", data={"table": "2025"}).status_code == 409
    assert companies() == ["Cask"]


def test_a_table_that_the_file_lacks_is_asked_for_again(browser):
    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    response = browser.post(f"{url}/table", data={"table": "2027"})

    assert response.status_code == 422
    assert "Choose one of these" in response.text
    assert browser.post(f"{url}/table").status_code == 422


def test_a_file_of_one_table_is_read_without_a_question_and_is_not_kept(browser):
    url = send(browser, "Company,Role\nAcme,Clerk\n").headers["Location"]

    assert "In this file there" not in browser.get(url).text
    assert count(ImportFile) == 0
    assert browser.get(f"{url}/table").status_code == 200


def test_a_file_with_other_tables_is_kept_until_it_is_forgotten_or_another_one_comes(browser):
    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    assert count(ImportFile) == 1
    browser.post(f"{url}/deletion")
    assert count(ImportFile) == 0

    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    browser.post(f"{url}/table", data={"table": "2026"})
    browser.post(f"{url}/mapping")
    browser.post(f"{url}/landing")
    added(browser, "Company,Role\nAcme,Clerk\n")
    assert count(ImportFile) == 0


def test_nobody_else_chooses(browser, sign_in, build):
    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    other = sign_in(build.user(email="other@example.org"))

    assert other.get(f"{url}/table").status_code == 404
    assert other.post(f"{url}/table", data={"table": "2026"}).status_code == 404


def test_a_zip_is_looked_into(browser):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("Connections.csv", "First Name,Last Name,Company,Position\nA,B,C,D\n")
        packed.writestr("Jobs/Job Applications.csv", "Company Name,Job Title\nAcme,Clerk\n")
    url = send(browser, file.getvalue(), "linkedin.zip").headers["Location"]
    page = browser.get(url).text

    assert "Read: <bdi>Jobs/Job Applications.csv</bdi>" in page
    assert 'value="Connections.csv"' in page


def test_a_name_that_would_be_code_is_shown_as_words(browser):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("<script>x<script>.csv", "Company,Role\nAcme,Clerk\n")
        packed.writestr('"><b>.csv', "Company,Role\nBolt,Cook\n")
    url = send(browser, file.getvalue(), "jobs.zip").headers["Location"]
    page = browser.get(url).text

    assert "<script>x" not in page
    assert '"><b>' not in page
    browser.post(f"{url}/table", data={"table": '"><b>.csv'})
    assert "Looks right" in browser.get(url).text


def test_rows_of_the_table_before_are_gone(browser):
    url = send(browser, years(), "jobs.xlsx").headers["Location"]
    for name, rows in (("2025", 2), ("2026", 1), ("2025", 2)):
        browser.post(f"{url}/table", data={"table": name})
        db.session.rollback()
        assert count(ImportRow) == rows
        assert db.session.scalar(select(Import.other_sheets)) == [
            each for each in ("2025", "2026") if each != name
        ]
