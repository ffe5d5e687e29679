"""An import of many rows: it goes on beside the requests, and after it was cut off."""

import re

import pytest
from sqlalchemy import func, select

from tests.imported import heading, send
from tracker.extensions import db
from tracker.imports.steps import arrival, batch_size, insert, work
from tracker.models import Application, Import, ImportFile, ImportRow

LINES = "Company,Role,Status\n" + "".join(f"Company {n},Clerk,Applied\n" for n in range(12))


def count(model):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


@pytest.fixture
def little_by_little(monkeypatch):
    """A request does one step alone; steps are small."""
    monkeypatch.setattr(work, "SLICE", 0.0)
    monkeypatch.setattr(batch_size, "ROOM", 0)
    monkeypatch.setattr(batch_size, "FIRST", 4)
    monkeypatch.setattr(batch_size, "LEAST", 4)


def wait():
    db.session.rollback()
    work.wait_for_all()


@pytest.mark.both_databases
def test_what_a_request_has_no_time_for_goes_on_beside_it(browser, little_by_little):
    url = send(browser, LINES).headers["Location"]
    wait()
    assert "Looks right" in browser.get(url).text
    assert count(ImportRow) == 12
    assert count(ImportFile) == 0

    browser.post(f"{url}/mapping")
    wait()
    assert heading(browser.get(url)) == "12 rows ready to add"
    browser.post(f"{url}/landing")
    wait()
    assert heading(browser.get(url)) == "12 added"
    assert count(Application) == 12

    browser.post(f"{url}/reversal", data={"changed": "keep"})
    wait()
    assert heading(browser.get(url)) == "Import undone"
    assert count(Application) == 0


def test_one_that_was_cut_off_waits_with_its_place_and_goes_on_from_there(
    browser, little_by_little, monkeypatch
):
    monkeypatch.setattr(work, "go_on", lambda user, import_id: None)  # as after a kill
    url = send(browser, LINES).headers["Location"]
    page = browser.get(url).text
    assert "Taking in · 4 rows so far" in page
    assert ">Go on</button>" in page
    assert re.search(r"taking in, \d+&nbsp;%", browser.get("/imports").text)
    assert f'href="{url}" aria-label="Go on with jobs.csv"' in browser.get("/imports").text

    monkeypatch.undo()
    browser.post(f"{url}/staging")
    wait()
    numbers = db.session.scalars(select(ImportRow.number).order_by(ImportRow.number)).all()
    assert numbers == list(range(2, 14))


@pytest.mark.parametrize("place", [0, 1])
def test_one_that_broke_between_two_transactions_comes_in_once_and_whole(
    browser, little_by_little, monkeypatch, place
):
    class Killed(BaseException):
        pass

    left = [place]
    real = arrival._still_at

    def killed(*given):
        if not left[0]:
            raise Killed
        left[0] -= 1
        return real(*given)

    monkeypatch.setattr(work, "go_on", lambda user, import_id: None)
    url = send(browser, LINES).headers["Location"]
    monkeypatch.setattr(arrival, "_still_at", killed)
    with pytest.raises(Killed):
        work.work(browser.user, int(url.rpartition("/")[2]), float("inf"))
    monkeypatch.setattr(arrival, "_still_at", real)
    assert 4 <= count(ImportRow) < 12

    work.work(browser.user, int(url.rpartition("/")[2]), float("inf"))
    assert count(ImportRow) == 12
    assert len(set(db.session.scalars(select(ImportRow.number)))) == 12


def test_a_page_without_scripts_refreshes_itself_and_takes_no_step_while_it_goes_on(
    browser, monkeypatch, little_by_little
):
    monkeypatch.setattr(work, "go_on", lambda user, import_id: None)
    url = send(browser, LINES).headers["Location"]
    assert 'http-equiv="refresh"' not in browser.get(url).text

    monkeypatch.setattr(work, "is_running", lambda import_id: True)
    page = browser.get(url).text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    assert "Look again" in page
    assert "goes on" in page

    part = browser.post(f"{url}/staging", htmx=True)
    assert "Taking in · 4 rows so far" in part.text
    assert count(ImportRow) == 4


def test_what_turns_out_to_be_broken_late_is_said_beside_the_field(
    browser, little_by_little, caplog
):
    more = "".join(f"Firm {n},Clerk,Applied\n" for n in range(48))
    url = send(browser, f'{LINES}{more}Acme,"Clerk\nBolt,Cook\n').headers["Location"]
    wait()
    page = browser.get(url).text

    assert "never closed" in page.partition('id="file-error"')[2].partition("</p>")[0]
    assert "never closed" in browser.get("/imports").text
    assert (count(ImportRow), count(ImportFile)) == (0, 0)
    assert not [each for each in caplog.records if each.exc_info or each.levelname != "INFO"]
    browser.post(f"{url}/deletion")
    assert count(Import) == 0


def test_a_fault_of_ours_leaves_it_where_it_was(browser, little_by_little, monkeypatch, caplog):
    def broken(*given):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(insert, "_ready", broken)
    url = send(browser, LINES).headers["Location"]
    wait()
    browser.post(f"{url}/mapping")
    wait()
    work.go_on(browser.user, 0)  # of an import that there is not: nothing to do
    db.session.rollback()
    with pytest.raises(RuntimeError):
        browser.post(f"{url}/landing")
    work.go_on(browser.user, int(url.rpartition("/")[2]))
    wait()
    assert "an import stopped" in caplog.text
    assert ">Go on</button>" in browser.get(url).text


BAD = {
    "cv.pdf": (b"%PDF-1.7 \x00\x01", "This is a PDF"),
    "cut.xlsx": (b"PK\x03\x04 broken", "cut off or damaged"),
    "odd.zip": (b"PK\x05\x06" + bytes(18), ""),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "odd.csv": (b'Company,Role\nAcme,"Clerk\nBolt,Cook\n', "quotation mark"),
    "utf16.csv": (b"\xff\xfeC\0o\0m\0p\0a", ""),
    "empty.ods": (b"", "There is nothing in this file yet"),
}


def test_a_file_that_cant_be_read_is_refused_beside_the_field_without_a_traceback(
    browser, caplog, capfd
):
    for name, (content, words) in BAD.items():
        response = send(browser, content, name)

        assert response.status_code == 422, name
        assert words in response.text.partition('id="file-error"')[2].partition("</p>")[0], name
        assert 'id="file-error"' in response.text, name
        assert count(Import) == 0, name
        assert not [record for record in caplog.records if record.exc_info], name
        assert "Traceback" not in "".join(capfd.readouterr()), name
