import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html import unescape

import pytest

from tests.browser import Browser
from tests.stored import fresh
from tracker.extensions import db
from tracker.models import Application, StageChange
from tracker.models.changes.vocabulary import SPARKS


@pytest.fixture
def application(browser: Browser, build) -> Application:
    return build.application(
        browser.user, company="Acme", role="Baker", applied_on=date(2026, 3, 2), location="Hobart"
    )


def read(page: str) -> dict[str, object]:
    """What the form of a page would send back untouched."""
    sent: dict[str, object] = {}
    for tag in re.findall(r"<input [^>]*>", page):
        found = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if found.get("type") in ("checkbox", "radio") and " checked" not in tag:
            continue
        if "name" in found and found["name"] != "csrf_token":
            sent.setdefault(found["name"], unescape(found.get("value", "")))
    for name, text in re.findall(
        r'<textarea [^>]*name="(\w+)"[^>]*>\r?\n?(.*?)</textarea>', page, re.DOTALL
    ):
        sent[name] = unescape(text)
    for name, options in re.findall(
        r'<select [^>]*name="(\w+)"[^>]*>(.*?)</select>', page, re.DOTALL
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def opened(browser: Browser, application: Application) -> dict[str, object]:
    return read(browser.get(f"/applications/{application.id}/edit").text)


def save(browser: Browser, application: Application, sent: dict[str, object]):
    return browser.post(f"/applications/{application.id}", data=sent)


def test_another_persons_application_is_not_there(build, browser: Browser) -> None:
    theirs = build.application(build.user())
    assert browser.get(f"/applications/{theirs.id}/edit").status_code == 404
    assert save(browser, theirs, {"company": "A", "role": "B"}).status_code == 404


@pytest.mark.both_databases
def test_a_posting_that_is_too_long_is_refused_with_its_text_kept(
    browser, application, monkeypatch
) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    sent = opened(browser, application) | {"posting": "z" * 2_001}
    answer = save(browser, application, sent)
    assert answer.status_code == 413
    assert "z" * 2_001 in answer.text
    assert read(answer.text)["version"] == sent["version"]
    assert save(browser, application, sent | {"posting": "z" * 2_000}).status_code == 303


def test_what_needs_another_look_is_said_and_the_rest_kept(browser, application) -> None:
    sent = opened(browser, application) | {"company": "", "location": "Perth"}
    answer = save(browser, application, sent)
    assert answer.status_code == 422
    again = read(answer.text)
    assert (again["location"], again["was"]) == ("Perth", sent["was"])
    assert fresh(application).location == "Hobart"


def test_two_who_change_the_same_fact_see_both(browser, application) -> None:
    first, second = opened(browser, application), opened(browser, application)
    assert save(browser, application, first | {"role": "Chef"}).status_code == 303
    answer = save(browser, application, second | {"role": "Cook", "location": "Perth"})
    assert answer.status_code == 409
    assert "Chef" in answer.text and "Cook" in answer.text
    assert 'value="location"' not in answer.text
    assert fresh(application).role == "Chef"
    again = read(answer.text)
    assert (again["role"], again["location"]) == ("Cook", "Perth")
    assert save(browser, application, again).status_code == 303
    assert (fresh(application).role, fresh(application).location) == ("Cook", "Perth")


def test_theirs_can_be_taken_for_one_fact(browser, application) -> None:
    first, second = opened(browser, application), opened(browser, application)
    save(browser, application, first | {"role": "Chef", "company": "Bond"})
    page = save(browser, application, second | {"role": "Cook", "company": "Corp"}).text
    assert save(browser, application, read(page) | {"theirs": "role"}).status_code == 303
    assert (fresh(application).role, fresh(application).company) == ("Chef", "Corp")


def test_different_facts_changed_by_two_are_both_kept(browser, application) -> None:
    first, second = opened(browser, application), opened(browser, application)
    save(browser, application, first | {"role": "Chef", "sparks": "bread"})
    assert save(browser, application, second | {"location": "Perth"}).status_code == 303
    saved = fresh(application)
    assert (saved.role, saved.location) == ("Chef", "Perth")
    assert SPARKS.on(db.session, saved) == ["bread"]


def test_a_card_moved_meanwhile_is_no_conflict(browser, application) -> None:
    sent = opened(browser, application)
    browser.post(
        f"/applications/{application.id}/stage",
        data={"stage": "interview", "version": str(application.version)},
    )
    assert save(browser, application, sent | {"role": "Chef"}).status_code == 303
    assert (fresh(application).role, fresh(application).stage) == ("Chef", "interview")


def test_a_stale_version_alone_asks_about_every_difference(browser, application) -> None:
    answer = save(browser, application, {"company": "Bond", "role": "Baker", "version": "0"})
    assert answer.status_code == 409
    assert 'value="company"' in answer.text and 'value="role"' not in answer.text


def test_a_broken_sign_of_how_it_was_breaks_nothing(browser, application) -> None:
    sent = opened(browser, application) | {"version": "0", "role": "Cook"}
    for was in ("[]", "x", "{", '{"role": 3}', "null", "\0"):
        assert save(browser, application, sent | {"was": was}).status_code == 409, was


@pytest.mark.both_databases
def test_one_of_two_who_race_wins_and_the_other_is_told(app, build, sign_in) -> None:
    user = build.user()
    application = build.application(user, role="Baker")
    url = f"/applications/{application.id}"
    browsers = [sign_in(user) for _ in range(2)]
    for number in range(3):
        forms = [
            read(each.get(f"{url}/edit").text) | {"role": f"{number}{side}"}
            for each, side in zip(browsers, "ab", strict=True)
        ]
        with ThreadPoolExecutor(2) as pool:
            answers = list(
                pool.map(
                    lambda pair: pair[0].post(url, data=pair[1]),
                    zip(browsers, forms, strict=True),
                )
            )
        assert sorted(answer.status_code for answer in answers) == [303, 409]


def test_deleted_meanwhile_is_said_and_can_be_taken_back(browser, application) -> None:
    sent = opened(browser, application) | {"role": "Cook"}
    browser.post(f"/applications/{application.id}/deletion")
    answer = save(browser, application, sent)
    assert answer.status_code == 409
    assert "Cook" in answer.text and "deleted" in answer.text
    assert fresh(application).deleted_at is not None
    assert save(browser, application, read(answer.text)).status_code == 303
    assert (fresh(application).role, fresh(application).deleted_at) == ("Cook", None)


def test_saving_twice_is_saving_once(browser, application) -> None:
    sent = opened(browser, application) | {"role": "Cook"}
    assert [save(browser, application, sent).status_code for _ in range(2)] == [303, 303]


def test_facts_that_a_script_leaves_out_stay(browser, application) -> None:
    sent = {"company": "Bond", "role": "Baker", "version": str(application.version)}
    assert save(browser, application, sent).status_code == 303
    saved = fresh(application)
    assert (saved.company, saved.location, saved.applied_on) == ("Bond", "Hobart", date(2026, 3, 2))


def test_every_fact_comes_back_into_the_form(browser, application, build) -> None:
    resume = build.document(browser.user)
    sent = opened(browser, application) | {
        "workplace": "remote",
        "employment": "casual",
        "pay_text": "65k",
        "excitement": "5",
        "resume_id": str(resume.id),
        "public_sector": "y",
        "skills": "baking",
        "posting": "Line\n\nLine",
    }
    save(browser, application, sent)
    again = opened(browser, application)
    for name, value in sent.items():
        if name not in ("version", "was", "key"):
            assert again[name] == value, name
    assert json.loads(str(again["was"])).keys() == json.loads(str(sent["was"])).keys()


def test_a_resume_that_is_archived_stays_chosen(browser, application, build) -> None:
    resume = build.document(browser.user)
    save(browser, application, opened(browser, application) | {"resume_id": str(resume.id)})
    browser.post(f"/documents/{resume.id}/archival")
    assert save(browser, application, opened(browser, application)).status_code == 303
    assert fresh(application).resume_id == resume.id


@pytest.mark.both_databases
def test_another_first_day_corrects_the_beginning_by_a_new_row(browser, application) -> None:
    before = db.session.scalars(StageChange.of(application)).one()
    save(browser, application, opened(browser, application) | {"applied_on": "2026-02-01"})
    began = date(2026, 2, 1)
    assert fresh(application).stage_since == began
    corrected, first = db.session.scalars(StageChange.of(application)).all()
    assert (corrected.on, corrected.undoes_id) == (began, first.id)
    assert first.on == before.on


def test_both_resumes_are_named_where_two_chose_another(browser, application, build) -> None:
    ours, theirs = (build.document(browser.user, label=label) for label in ("Ours", "Theirs"))
    first, second = opened(browser, application), opened(browser, application)
    save(browser, application, first | {"resume_id": str(theirs.id)})
    page = save(browser, application, second | {"resume_id": str(ours.id)}).text
    table = page[page.index('class="versions"') : page.index("</table>")]
    assert "Ours" in table and "Theirs" in table
