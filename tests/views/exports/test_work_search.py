"""The work-search log on the screen and as files: what is in it, what never is."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from markupsafe import escape
from pypdf import PdfReader
from sqlalchemy import insert, select

from tests.exports.readers import EVERYTHING_IN
from tests.sent import form_of, queries, undo_of
from tracker.clock import now
from tracker.database import writing
from tracker.exports.formats import FORMATS
from tracker.exports.request import ExportRequest
from tracker.exports.work_search import pdf as pdf_log
from tracker.exports.work_search.csv import make as make_csv
from tracker.exports.work_search.presets import PRESETS
from tracker.exports.work_search.read import read_log
from tracker.exports.work_search.settings import LogSettings
from tracker.extensions import db
from tracker.models import Activity, Application, User
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

SECRET = "Marked-Private-Words"


@pytest.fixture
def today(browser) -> date:
    return day_of(now(), browser.user.zone)


@pytest.fixture
def dates(today) -> str:
    return f"period=dates&from={today - timedelta(20)}&to={today}"


def preset(browser, name: str, **kept: object) -> None:
    with writing() as session:
        user = session.get_one(User, browser.user.id)
        user.log_choice = {"preset": name, name: kept}


def activities() -> list[Activity]:
    db.session.rollback()
    return list(db.session.scalars(select(Activity).order_by(Activity.id)))


def table(browser, dates: str) -> list[list[str]]:
    text = browser.get(f"/work-search/log.csv?{dates}").data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def weeks(page: str) -> list[tuple[str, str, str]]:
    """Whether the rows of each are in sight, its days and how many they are."""
    one = r'class="fold"( open)?>\s*<summary><span>([^<]+) <small>(\d+ entr[^<]+)</small>'
    return re.findall(one, page)


def busy(build, user, today) -> None:
    card = build.application(
        user,
        company="Acme",
        role="Baker",
        location="Perth",
        source="SEEK",
        applied_how="email",
        applied_on=today - timedelta(9),
        stage="rejected",
    )
    person = build.contact(user, "Mary O’Connor", phone="0400 000 000", email="m@acme.example")
    build.part(card, person)
    build.part(card, build.contact(user, "Nobody To Ring"), "referrer")
    build.note(card, SECRET)
    build.rejection(card, words=SECRET, reason=SECRET, on=today)
    build.check_in(card, words=SECRET)
    build.feedback(card, SECRET)
    build.interview(
        card,
        starts_at=now() - timedelta(days=2),
        kind="onsite",
        minutes=45,
        people="Lee\nKim",
        went_well=SECRET,
        preparation=SECRET,
    )
    build.interview(card, starts_at=now() + timedelta(days=2), place="Later-Place")
    build.attempt(card, on=today, contact_id=person.id, body=SECRET, note=SECRET)
    build.attempt(card, on=today, contact_id=person.id, kind="thanks", channel="email", body=SECRET)
    build.activity(user, "Workshop", on=today, with_whom="Library", minutes=90, result="Two tips")


def test_every_kind_of_line_is_there_in_its_order(browser, build, today, dates) -> None:
    busy(build, browser.user, today)
    preset(
        browser,
        "plain",
        columns=["on", "what", "employer", "contact", "position", "how", "result", "hours"],
    )
    head, *rows = table(browser, dates)
    assert head == [
        "Date",
        "What",
        "Employer",
        "Contact",
        "Position or activity",
        "How",
        "Result",
        "Hours",
    ]
    assert [row[1:] for row in rows] == [
        [
            "Application",
            "Acme",
            "Mary O’Connor, 0400 000 000, m@acme.example",
            "Baker",
            "By email",
            "Not successful",
            "not recorded",
        ],
        ["Interview", "Acme", "Lee, Kim", "Baker", "On site", "", "0.75"],
        ["Workshop or training", "Library", "", "Workshop", "", "Two tips", "1.5"],
        [
            "Asked for feedback",
            "Acme",
            "Mary O’Connor",
            "Baker",
            "Call",
            "No answer",
            "not recorded",
        ],
    ]
    assert rows[0][0] == f"{today - timedelta(9)}"


def test_what_is_private_or_of_another_person_or_in_the_bin_is_in_no_log(
    browser, sign_in, build, today, dates
) -> None:
    busy(build, browser.user, today)
    busy(build, sign_in().user, today)
    build.application(browser.user, company="Binned", applied_on=today, deleted_at=now())
    preset(
        browser,
        "plain",
        columns=["on", "what", "employer", "address", "contact", "position", "how", "result"],
    )
    found = browser.get(f"/work-search?{dates}").text + f"{table(browser, dates)}"
    for word in (SECRET, "Binned", "Nobody To Ring", "Later-Place"):
        assert word not in found
    assert len(table(browser, dates)) == 5


def test_days_outside_are_left_out_and_the_ends_are_in(browser, build, today, dates) -> None:
    with build.together():
        for ago in (-1, 0, 20, 21):
            build.application(browser.user, company=f"Ago {ago}", applied_on=today - timedelta(ago))
        build.application(browser.user, company="Undated")
    text = f"{table(browser, dates)}"
    for ago, within in ((-1, False), (0, True), (20, True), (21, False)):
        assert (f"Ago {ago}'" in text) is within
    assert "Undated" not in text


def test_no_cell_is_a_formula(browser, build, today, dates) -> None:
    evil = '=HYPERLINK("http://evil.example")'
    build.application(browser.user, company=evil, role="+1", source="@SUM(A1)", applied_on=today)
    build.activity(browser.user, "-2+3", on=today, with_whom="\t=1+1")
    raw = browser.get(f"/work-search/log.csv?{dates}").data
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") == 3 and b"\n\n" not in raw
    cells = [cell for row in table(browser, dates)[1:] for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=@" and cell]
    assert f"'{evil}" in cells and "'-2+3" in cells


def test_a_german_log_opens_in_a_german_excel(browser, build, today, dates) -> None:
    build.application(browser.user, company="Müller; Söhne", role="Bäcker", applied_on=today)
    preset(browser, "de", columns=["on", "employer", "result"])
    raw = browser.get(f"/work-search/log.csv?{dates}").data.decode("utf-8-sig")
    assert raw.split("\r\n")[:2] == [
        "Datum;Arbeitgeber;Ergebnis",
        f'{today:%d.%m.%Y};"Müller; Söhne";Antwort steht aus',
    ]


@pytest.mark.both_databases
def test_a_choice_that_hides_names_hides_them_in_a_log_too(browser, build, today) -> None:
    busy(build, browser.user, today)
    preset(browser, "plain", columns=["employer", "contact", "position"])
    wanted = ExportRequest("log-csv", Selection(companies=False, people=False), DateRange())
    user = db.session.get_one(User, browser.user.id)
    text = make_csv(db.session(), user, wanted, now(), lambda _: None).decode()
    assert "Company A" in text
    assert text.startswith("\ufeffEmployer,Position or activity\r\n")
    for word in ("[name]", "Acme", "Mary", "0400", "acme.example", "Lee"):
        assert word not in text


def test_the_pdf_is_tagged_titled_and_has_every_line(browser, build, today, dates) -> None:
    with build.together():
        busy(build, browser.user, today)
        for number in range(4):
            build.activity(browser.user, f"Search {number}", kind="search", on=today)
    for name in PRESETS:
        preset(browser, name)
        answer = browser.get(f"/work-search/log.pdf?{dates}")
        assert answer.content_type == "application/pdf", name
        assert answer.headers["Content-Disposition"].startswith(
            "attachment; filename=onward-work-search"
        )
        assert answer.headers["Cache-Control"] == "private, no-store"
        pdf = PdfReader(io.BytesIO(answer.data))
        text = " ".join(page.extract_text() for page in pdf.pages)
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"], name
        assert pdf.trailer["/Root"]["/Lang"].startswith("de" if name == "de" else "en"), name
        assert "Acme" in text and "Search 3" in text and SECRET not in text, name
        assert "m@acme.example" in text or name != "us", "an address is there to be copied"
        assert ("Datum, Unterschrift" if name == "de" else "Date, signature") in text, name


def test_a_pdf_that_would_be_too_long_says_what_to_do_instead(
    browser, build, today, dates, monkeypatch
) -> None:
    assert pdf_log.MOST == 6_000
    monkeypatch.setattr(pdf_log, "MOST", 400)
    with writing() as session:
        session.execute(
            insert(Activity),
            [
                {"user_id": browser.user.id, "on": today, "kind": "search", "what": f"{number}",
                 "with_whom": "", "result": "", "created_at": now()}
                for number in range(401)
            ],
        )  # fmt: skip
    answer = browser.get(f"/work-search/log.pdf?{dates}")
    assert answer.headers["Location"] == f"/work-search?{dates}"
    page = browser.get(f"/work-search?{dates}").text
    assert "A PDF of 401 lines is too long." in page and "and 101 more" in page
    assert len(table(browser, dates)) == 402


def test_the_page_shows_what_is_needed(browser, build, today, dates) -> None:
    for _ in range(3):
        build.application(browser.user, applied_on=today)
    page = browser.get(f"/work-search?{dates}").text
    assert re.search(r"<strong>15 points|<dd>(<bdi>)?15\b", page)
    assert "<dt>Application</dt><dd><bdi>3</bdi>" in page
    assert re.findall(r"<tr[^>]*>\s*<td[^>]*class=\"(\w+)\"", page) == ["lead"] * 3
    preset(browser, "uk", minutes=60, target=3)
    page = browser.get(f"/work-search?{dates}").text
    assert "<dt>Hours agreed on for a week</dt><dd><bdi>3</bdi>" in page
    assert "about 3<" in page and "3 hours" in page and "of 3 hours" not in page


def test_another_preset_is_one_tap_and_keeps_what_was_changed_for_each(browser, dates) -> None:
    address = f"/work-search/setting?{dates}"
    page = browser.get(f"/work-search?{dates}").text
    form = form_of(page, address.replace("&", "&amp;"))
    ticked = re.findall(r'<input checked [^>]*name="columns" type="checkbox" value="(\w+)"', page)
    assert tuple(ticked) == PRESETS["au"].columns
    answer = browser.post(
        address,
        data=form
        | {
            "target": "60",
            "reference": " 1234567890",
            "points_search": "2",
            "columns": ["points", "on"],
        },
    )
    assert answer.headers["Location"] == f"/work-search?{dates}"
    answer = browser.post(f"/work-search/preset?{dates}", data={"preset": "de"})
    assert answer.headers["Location"] == f"/work-search?{dates}"
    assert "Eigenbemühungen" in browser.get("/work-search").text
    browser.post("/work-search/preset", data={"preset": "au"})
    db.session.rollback()
    kept = db.session.get_one(User, browser.user.id).log_choice
    assert kept["preset"] == "au" and kept["au"]["columns"] == ["on", "points"]
    assert (kept["au"]["target"], kept["au"]["points"]["search"]) == (60, 2)
    browser.post("/work-search/setting/reversal")
    db.session.rollback()
    assert db.session.get_one(User, browser.user.id).log_choice == {
        "preset": "au",
        "au": {"reference": "1234567890"},
    }


def test_a_setting_that_does_not_work_is_asked_for_again(browser) -> None:
    for typed in ({"columns": []}, {"columns": ["gone"]}, {"columns": ["on"], "target": "many"}):
        assert browser.post("/work-search/setting", data=typed).status_code == 422, typed
    db.session.rollback()
    assert db.session.get_one(User, browser.user.id).log_choice == {}


def test_a_preset_that_there_is_not_is_refused(browser) -> None:
    assert browser.post("/work-search/preset", data={"preset": "xx"}).status_code == 422


def test_an_activity_is_added_once_and_told_where_it_lies_outside(browser, today, dates) -> None:
    address = f"/work-search/activities?{dates}"
    form = form_of(browser.get(f"/work-search?{dates}").text, address.replace("&", "&amp;"))
    assert form["on"] == f"{today}"
    for _ in range(2):
        answer = browser.post(address, data=form | {"what": "Job fair", "minutes": "90"})
    assert answer.headers["Location"] == f"/work-search?{dates}"
    assert [(each.what, each.minutes) for each in activities()] == [("Job fair", 90)]
    assert "Job fair" in browser.get(f"/work-search?{dates}").text
    browser.post(address, data={"what": "Old", "on": "2020-01-01"})
    assert "lies outside" in browser.get("/work-search").text


def test_an_activity_that_lacks_something_keeps_its_words(browser, today) -> None:
    for typed in ({"what": " "}, {"minutes": "1441"}, {"minutes": "an hour"}, {"on": ""}):
        sent = {"what": "Fair", "on": f"{today}", "result": "Kept words"} | typed
        answer = browser.post("/work-search/activities", data=sent)
        assert answer.status_code == 422 and "Kept words" in answer.text, typed
    assert activities() == []


def test_a_deleted_activity_can_be_brought_back(browser, build) -> None:
    row = build.activity(browser.user, "Fair", minutes=30, result="A card")
    browser.post(f"/work-search/activities/{row.id}/removal", data={"key": "k"})
    assert activities() == []
    browser.post(undo_of(browser.get("/work-search").text))
    back = activities()[0]
    assert (back.what, back.minutes, back.result, back.on) == ("Fair", 30, "A card", row.on)


def test_the_log_asks_as_much_however_much_there_is(browser, build, today, dates) -> None:
    busy(build, browser.user, today)
    browser.get(f"/work-search?{dates}")
    bare = queries(lambda: browser.get(f"/work-search?{dates}"))
    with build.together():
        for _ in range(4):
            busy(build, browser.user, today)
    assert queries(lambda: browser.get(f"/work-search?{dates}")) == bare == 7


def answered(browser, **sent: str):
    return browser.post(
        "/work-search/needs", data={f"needs-{name}": value for name, value in sent.items()}
    )


def log_choice(browser) -> dict:
    db.session.rollback()
    return db.session.get_one(User, browser.user.id).log_choice


def test_hours_are_asked_for_when_universal_credit_is_first_used_and_once(browser) -> None:
    asks = "How many hours a week did you agree on?"
    browser.post("/work-search/preset", data={"preset": "uk"})
    page = browser.get("/work-search").text
    assert asks in page and 'name="needs-target"' in page
    assert page.index(asks) < page.index('id="log-title"')
    assert answered(browser, target="16", reference="QQ123456C").status_code == 303
    page = browser.get("/work-search").text
    assert 'name="needs-target"' not in page
    assert re.search(r'name="target"[^>]* value="16"', page)
    assert log_choice(browser)["uk"] == {"target": 16, "reference": "QQ123456C"}


def test_what_is_left_empty_is_not_asked_again_and_counts_against_nothing(browser) -> None:
    preset(browser, "uk", columns=["on"])
    assert answered(browser, target="", reference="").status_code == 303
    assert log_choice(browser)["uk"] == {"columns": ["on"], "target": None, "reference": ""}
    assert 'name="needs-target"' not in browser.get("/work-search").text


def test_more_hours_than_a_week_has_are_asked_for_again(browser) -> None:
    preset(browser, "uk")
    answer = answered(browser, target="169", reference="QQ123456C")
    assert answer.status_code == 422
    assert "168 at most, please." in answer.text and 'value="169"' in answer.text
    assert 'value="QQ123456C"' in answer.text
    assert log_choice(browser) == {"preset": "uk", "uk": {}}


def pdf_of(browser, dates: str) -> list[str]:
    answer = browser.get(f"/work-search/log.pdf?{dates}")
    pages = PdfReader(io.BytesIO(answer.data)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def test_the_number_at_the_agency_is_behind_no_link_and_in_no_file_for_others(
    browser, visitor, build
) -> None:
    build.application(browser.user)
    preset(browser, "au", reference="JSID-SECRET-9")
    _, secret = build.link(browser.user)
    assert "JSID-SECRET-9" not in visitor.get(f"/s/{secret}").text
    wanted = ExportRequest("log-csv", Selection(companies=True, people=False), DateRange())
    user = db.session.get_one(User, browser.user.id)
    hidden = read_log(db.session(), user, wanted.choice, wanted.span, now())
    assert hidden.setting.reference == ""
    for name in ("docx", "csv"):  # a PDF is written from the report that Word gets
        wanted = ExportRequest(name, Selection(companies=True, people=True), DateRange())
        made = FORMATS[name].make(db.session(), user, wanted, now(), lambda _: None)
        assert "JSID-SECRET-9" not in EVERYTHING_IN[name](made)


def test_where_it_was_found_is_not_how_it_was_sent(browser, build, today, dates) -> None:
    build.application(
        browser.user, source="Found-There", link="https://jobs.example.org/1", applied_on=today
    )
    preset(browser, "us", columns=["how"])
    assert table(browser, dates) == [["How"], [""]]


def test_a_no_of_silence_is_no_reply_of_theirs(browser, build, today, dates) -> None:
    with build.together():
        for name, how in (("Silent", "silence"), ("Spoken", "phone"), ("Unsaid", None)):
            card = build.application(browser.user, company=name, applied_on=today, stage="rejected")
            build.rejection(card, how=how, on=today)
    preset(browser, "plain", columns=["employer", "result"])
    assert sorted(table(browser, dates)[1:]) == [
        ["Silent", "No reply"],
        ["Spoken", "Not successful"],
        ["Unsaid", "Not successful"],
    ]


def test_an_offer_is_an_offer_whatever_became_of_it(browser, build, today, dates) -> None:
    facts = {"applied_on": today, "archived_at": now(), "stage": "interview"}
    for outcome in ("offer_accepted", "offer_declined"):
        build.application(browser.user, outcome=outcome, **facts)
    preset(browser, "plain", columns=["result"])
    assert table(browser, dates)[1:] == [["Offer"], ["Offer"]]


def test_an_interview_after_they_said_no_did_not_take_place_unless_there_is_a_word_on_it(
    browser, build, today, dates
) -> None:
    card = build.application(browser.user, company="Acme")
    build.rejection(card, how="email", on=today - timedelta(5))
    preset(browser, "plain", columns=["what"])
    build.interview(card, starts_at=now() - timedelta(days=2))
    assert table(browser, dates)[1:] == []
    build.interview(card, starts_at=now() - timedelta(days=2), outcome="not_through")
    assert table(browser, dates)[1:] == [["Interview"]]


def test_thanks_and_asks_for_feedback_are_in_no_list_of_contacts(
    browser, build, today, dates
) -> None:
    with build.together():
        card = build.application(browser.user, company="Acme")
        for kind in ("ask", "nudge", "probe", "thanks"):
            build.attempt(card, on=today, kind=kind, channel="email", result="sent")
    for name in ("au", "us", "de"):
        preset(browser, name)
        assert table(browser, dates)[1:] == [], name


def test_two_job_fairs_in_a_year_bring_points_once_wherever_the_log_begins(
    browser, build, today, dates
) -> None:
    build.activity(browser.user, "First", kind="job_fair", on=today - timedelta(60))
    build.activity(browser.user, "Second", kind="job_fair", on=today)
    preset(browser, "au", columns=["position", "points"])
    assert table(browser, dates)[1:] == [["Second", ""]]
    both = f"period=dates&from={today - timedelta(60)}&to={today}"
    assert table(browser, both)[1:] == [["First", "20"], ["Second", ""]]


def test_page_csv_and_pdf_say_the_same(browser, build, today, dates) -> None:
    busy(build, browser.user, today)
    preset(browser, "uk", target=35)
    page = browser.get(f"/work-search?{dates}").text
    pdf = " ".join(pdf_of(browser, dates))
    for row in table(browser, dates)[1:]:
        for cell in row[1:]:
            assert cell in pdf
            assert str(escape(cell)) in page
    db.session.rollback()
    user = db.session.get_one(User, browser.user.id)
    span = DateRange.between(today - timedelta(20), today)
    log = read_log(db.session(), user, Selection(companies=True, people=True), span, now())
    assert len(log.parts) >= 3
    for name, value in (*log.head, *log.parts):
        for said in (name, value):
            assert said in pdf
            assert str(escape(said)) in page


def test_a_long_log_has_its_number_and_totals_first_each_cell_and_a_line_to_sign_last(
    browser, today, dates
) -> None:
    with writing() as session:
        session.execute(
            insert(Application),
            [
                {"user_id": browser.user.id, "company": f"Firm {number}", "role": "Baker",
                 "applied_on": today, "stage": "applied", "version": 1,
                 "position": number, "created_at": now(), "updated_at": now()}
                for number in range(120)
            ],
        )  # fmt: skip
    preset(browser, "us", reference="CLAIM-77", target=3)
    made = browser.get(f"/work-search/log.pdf?{dates}").data
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]
    first, last = pages[0], pages[-1]
    assert "CLAIM-77" in first and "120 entries" in first and "120 contacts" in first
    assert "Date, signature" not in first and "Date, signature" in last
    assert sum(page.count("Firm ") for page in pages) == 120
    assert made.count(b"/S/TD") >= 120 * 7, "a cell for each column of each"
    assert made.count(b"/S/TR") in range(121, 130), "their rows, the headings, the totals"
    assert "CLAIM-77" in browser.get(f"/work-search?{dates}").text


def test_weeks_begin_on_the_day_that_the_agency_goes_by(browser) -> None:
    preset(browser, "us")
    form = form_of(browser.get("/work-search").text, "/work-search/setting?period=this_month")
    user = db.session.get_one(User, browser.user.id)
    for sent, kept, first in (("0", 0, 0), ("", None, 6)):
        browser.post("/work-search/setting", data=form | {"week": sent})
        assert log_choice(browser)["us"]["week"] == kept
        assert LogSettings.of(user).first_weekday == first


def test_who_replied_once_is_not_told_to_have_never_replied(browser, build, today, dates) -> None:
    with build.together():
        talked = build.application(
            browser.user,
            company="Talked",
            applied_on=today,
            archived_at=now(),
            outcome="loop_closed",
        )
        build.interview(talked, starts_at=now() - timedelta(hours=1))
        build.application(
            browser.user,
            company="Closed",
            applied_on=today,
            archived_at=now(),
            outcome="role_closed",
        )
        back = build.application(browser.user, company="Invited back", applied_on=today)
    for path, data in (
        ("rejection", {"how": "email"}),
        ("stage", {"stage": "applied"}),
        ("archival", {"outcome": "loop_closed"}),
    ):
        db.session.rollback()
        version = str(db.session.get_one(Application, back.id).version)
        browser.post(f"/applications/{back.id}/{path}", data=data | {"version": version})
    preset(browser, "plain", columns=["employer", "result"])
    told = table(browser, dates)
    assert ["Closed", "Position closed"] in told
    assert ["Invited back", "No further reply"] in told
    assert ["Talked", "No further reply"] in told


LIMITS = {
    "au": (
        "not for Transition to Work, Disability Employment or community programs.",
        "Points you banked are not counted here",
    ),
    "uk": ("It is usually 35 a week, and less for some",),
    "us": ("States differ",),
    "de": ("There is no one form:",),
}


def test_the_page_says_the_limits_of_what_an_agency_asks_for_and_no_file_does(browser) -> None:
    for name, limits in LIMITS.items():
        preset(browser, name)
        page, file = (browser.get(f"/work-search{each}").text for each in ("", "/log.csv"))
        for words in limits:
            assert words in page
            assert words not in file

    preset(browser, "plain")
    page = browser.get("/work-search").text
    assert not any(each.note and each.note in page for each in PRESETS.values())


def test_the_number_on_top_is_full_once_it_is_what_they_need(browser, build, today) -> None:
    alone = f"period=dates&from={today}&to={today}"
    build.application(browser.user, applied_on=today)
    for target, enough in ((5, True), (6, False)):
        preset(browser, "au", target=target)
        page = browser.get(f"/work-search?{alone}").text
        assert "<strong>5 points" in page
        assert f'<progress value="5" max="{target}"' in page
        assert ("That is all you need." in page) is enough
    preset(browser, "au")
    assert "<progress" not in browser.get(f"/work-search?{alone}").text


def test_rows_stand_under_the_days_of_their_week_as_far_as_they_are_asked_for(
    browser, build
) -> None:
    for on in (date(2025, 3, 4), date(2025, 3, 9), date(2025, 3, 10)):
        build.application(browser.user, applied_on=on)
    page = browser.get("/work-search?period=dates&from=2025-03-04&to=2025-03-12").text
    assert weeks(page) == [
        (" open", "4 to 9 March 2025", "2 entries"),
        (" open", "10 to 12 March 2025", "1 entry"),
    ]
    with build.together():
        for _ in range(12):
            build.application(browser.user, applied_on=date(2025, 3, 9))
    page = browser.get("/work-search?period=dates&from=2025-03-04&to=2025-03-12").text
    assert [is_open for is_open, *_ in weeks(page)] == ["", " open"]  # a long log


def test_an_empty_time_leads_to_the_month_with_the_last_entries(browser, build) -> None:
    empty = "/work-search?period=dates&from=2025-06-01&to=2025-06-30"
    assert ">See " not in browser.get(empty).text
    build.application(browser.user, applied_on=date(2025, 2, 11))
    page = browser.get(empty).text
    link = re.search(r'class="button main" href="([^"]+)">See February 2025<', page)
    assert link and "11 Feb 2025" in browser.get(link[1].replace("&amp;", "&")).text
    assert "log.pdf" not in page and "log.csv" not in page  # of nothing no file is offered
    assert "<summary>Add something else you did" in page and "open>" not in page


def test_columns_are_changed_before_the_number_is_asked_for_and_it_is_still_asked(browser) -> None:
    preset(browser, "uk")
    page = browser.get("/work-search").text
    assert 'name="target"' not in page and 'name="needs-target"' in page
    answer = browser.post("/work-search/setting", data={"columns": ["on"], "minutes": "30"})
    assert answer.status_code == 303
    assert "target" not in log_choice(browser)["uk"]
    assert 'name="needs-target"' in browser.get("/work-search").text


def test_the_number_to_reach_is_asked_for_in_one_place_only(browser) -> None:
    preset(browser, "au")

    page = browser.get("/work-search").text

    assert page.count("How many points do you need each month?") == 1
    assert "Points to reach in a month" in page
