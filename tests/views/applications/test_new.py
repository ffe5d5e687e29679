import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tracker.clock import now
from tracker.extensions import db
from tracker.models import (
    Application,
    Note,
    Skill,
    Spark,
    StageChange,
)
from tracker.models.changes.merge_edits import NAMES
from tracker.models.changes.vocabulary import SKILLS, SPARKS
from tracker.values.days import day_of

SHORT = {"company": "Acme", "role": "Baker", "applied_on": "2026-03-02", "key": "a-key"}


def count(model: object = Application) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


def only() -> Application:
    db.session.rollback()
    return db.session.scalars(select(Application)).one()


def test_a_name_that_is_missing_is_asked_for_and_what_was_typed_is_kept(browser: Browser) -> None:
    answer = browser.post("/applications", data=SHORT | {"role": " ", "pay_text": "65k + super"})
    assert answer.status_code == 422
    assert "Which role is it?" in answer.text
    assert 'value="Acme"' in answer.text and 'value="65k + super"' in answer.text
    assert 'value="a-key"' in answer.text
    assert count() == 0


def part(page: str, title: str) -> str:
    """One of the form's folded parts, as HTML."""
    parts = re.split(r"(?=<details)", page)
    return next(each for each in parts if f"<span>{title}<small" in each)


def test_what_can_not_be_is_shown_and_the_other_parts_stay_folded_and_say_what_they_hold(
    browser: Browser,
) -> None:
    more = {"workplace": "hybrid", "employment": "full_time", "pay_text": "$28.50/hr"}
    sent = SHORT | more | {"excitement": "5", "resume_id": "99", "posting": "We bake."}
    page = browser.post("/applications", data=sent).text
    assert "Full time · Hybrid · $28.50/hr</small>" in part(page, "The job")
    assert "Posting · Excites you 5 of 5</small>" in part(page, "The posting and you")
    assert " open" in part(page, "How you applied").partition(">")[0]
    assert " open" not in part(page, "The job").partition(">")[0]
    untouched = browser.get("/applications/new").text
    assert "Hours, pay, closing day</small>" in part(untouched, "The job")


def test_a_name_of_501_characters_is_refused_beside_its_field(browser: Browser) -> None:
    answer = browser.post("/applications", data=SHORT | {"company": "x" * 501})
    assert answer.status_code == 422
    assert 'id="company-error"' in answer.text and "x" * 501 in answer.text


def test_a_note_that_is_too_long_is_refused_with_its_text_kept(
    browser: Browser, monkeypatch
) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    note = "y" * 2_001
    answer = browser.post("/applications", data=SHORT | {"note": note})
    assert answer.status_code == 413
    assert note in answer.text
    assert count() == 0


@pytest.mark.parametrize(
    ("put_in", "link", "posting"),
    [
        ("example.org/jobs/7", "https://example.org/jobs/7", ""),
        ("We bake.\nAll night.", "", "We bake.\nAll night."),
        ("Baker\nhttps://example.org/7\nWe bake.", "https://example.org/7", "Baker\nWe bake."),
    ],
)
def test_what_stands_in_the_one_field_is_kept_though_nobody_had_it_read(
    browser: Browser, put_in: str, link: str, posting: str
) -> None:
    refused = browser.post("/applications", data=SHORT | {"role": "", "ad": put_in})
    assert refused.status_code == 422
    shown = re.search(r'<input [^>]*name="link"[^>]* value="([^"]+)"', refused.text)
    assert (shown[1] if shown else "") == link and f">\r\n{posting}</textarea>" in refused.text

    assert browser.post("/applications", data=SHORT | {"ad": put_in}).status_code == 303
    assert (only().link, only().posting) == (link, posting)


def test_another_link_than_the_one_that_is_there_is_kept_with_the_posting(
    browser: Browser,
) -> None:
    both = {"link": "https://example.org/1", "ad": "https://example.org/2", "posting": "We bake."}
    browser.post("/applications", data=SHORT | both)
    assert only().link == "https://example.org/1"
    assert only().posting == "We bake.\n\nhttps://example.org/2"


def test_a_link_that_would_run_is_refused(browser: Browser) -> None:
    answer = browser.post("/applications", data=SHORT | {"link": "javascript:alert(1)"})
    assert answer.status_code == 422
    assert "javascript:alert(1)" in answer.text


def test_somebody_elses_resume_cant_be_chosen(browser: Browser, build) -> None:
    theirs = build.document(build.user())
    answer = browser.post("/applications", data=SHORT | {"resume_id": str(theirs.id)})
    assert answer.status_code == 422
    answer = browser.post("/applications", data=SHORT | {"resume_id": "9" * 30})
    assert answer.status_code == 422


def test_the_form_opens_with_today_in_the_persons_zone(build, sign_in) -> None:
    browser = sign_in(build.user(time_zone="Pacific/Kiritimati"))
    today = day_of(now(), browser.user.zone)
    page = browser.get("/applications/new").text
    assert re.search(rf'name="applied_on"[^>]*value="{today}"', page)
    for label in ("Company", "Role", "Link, or the whole ad", "Applied on", "Location"):
        assert f">{label}</label>" in page


def test_the_form_has_a_field_for_every_fact(browser: Browser) -> None:
    page = browser.get("/applications/new").text

    assert not [name for name in NAMES if f' name="{name}"' not in page]


def test_the_short_form_is_enough(browser: Browser, build) -> None:
    below = build.application(browser.user)
    answer = browser.post("/applications", data=SHORT)
    made = db.session.scalars(select(Application).where(Application.company == "Acme")).one()
    assert (answer.status_code, answer.location) == (303, f"/board#card-{made.id}")
    assert made.position < below.position
    assert made.stage_since == date(2026, 3, 2)
    board = browser.get("/board").text
    assert "Added Baker at Acme." in board and f"/applications/{made.id}/deletion" in board


def test_an_unknown_day_stays_unknown(browser: Browser) -> None:
    browser.post("/applications", data=SHORT | {"applied_on": ""})
    assert (only().applied_on, only().stage_since) == (None, None)
    assert db.session.scalars(StageChange.of(only())).one().on is None


def test_everything_else_is_kept_too(browser: Browser, build) -> None:
    resume = build.document(browser.user)
    more = {
        "location": "Hobart",
        "workplace": "hybrid",
        "employment": "part_time",
        "pay_text": "$28.50/hr",
        "source": "A friend",
        "link": "example.org/job",
        "closes_on": "2026-04-01",
        "posting": "We bake.\r\nA lot.",
        "excitement": "4",
        "sparks": ["bread", "early mornings, team"],
        "skills": "sourdough, lifting",
        "resume_id": str(resume.id),
        "public_sector": "y",
        "internal_candidate": "y",
        "note": "**Ring** Mary",
    }
    browser.post("/applications", data=SHORT | more)
    made = only()
    assert (made.link, made.posting) == ("https://example.org/job", "We bake.\nA lot.")
    assert (made.pay_min, made.pay_currency, made.pay_period) == (2850, "AUD", "hour")
    assert (made.excitement, made.resume_id, made.public_sector) == (4, resume.id, True)
    assert SPARKS.on(db.session, made) == ["bread", "early mornings", "team"]
    assert SKILLS.on(db.session, made) == ["lifting", "sourdough"]
    assert db.session.scalars(Note.of(made)).one().body == "**Ring** Mary"


def test_words_are_made_once(browser: Browser) -> None:
    for number in range(2):
        again = SHORT | {"key": str(number), "sparks": "Bread", "skills": "baking"}
        browser.post("/applications", data=again)
    assert (count(Spark), count(Skill)) == (1, 1)


def test_one_that_is_further_on_began_as_applied(browser: Browser) -> None:
    browser.post("/applications", data=SHORT | {"stage": "interview"})
    made = only()
    assert (made.stage, made.stage_since) == ("interview", None)
    later, first = db.session.scalars(StageChange.of(made)).all()
    assert (first.before, first.after, later.before, later.after, later.on) == (
        *(None, "applied", "applied", "interview"),
        None,
    )
    assert first.on == date(2026, 3, 2)


def test_the_same_form_sent_again_makes_nothing_more(browser: Browser) -> None:
    first = browser.post("/applications", data=SHORT)
    second = browser.post("/applications", data=SHORT)
    assert second.location == first.location
    assert count() == 1


@pytest.mark.both_databases
def test_eight_parallel_taps_make_one(app, build, sign_in) -> None:
    user = build.user()
    browsers = [sign_in(user) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda each: each.post("/applications", data=SHORT), browsers))
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.location for answer in answers}) == 1
    assert count() == 1


def test_anothers_key_is_ones_own_affair(build, sign_in) -> None:
    sign_in().post("/applications", data=SHORT)
    answer = sign_in().post("/applications", data=SHORT | {"role": "Cook"})
    assert answer.status_code == 303
    assert count() == 2


def test_back_edit_save_asks_what_is_meant_and_keeps_every_word(browser: Browser) -> None:
    browser.post("/applications", data=SHORT)
    typed = SHORT | {"role": "Head baker", "note": "They rang back", "posting": "Long words"}
    answer = browser.post("/applications", data=typed)
    assert answer.status_code == 409
    assert "Change the saved one" in answer.text
    assert "Save as another" in answer.text
    for word in ("Head baker", "They rang back", "Long words"):
        assert word in answer.text
    assert (count(), only().role) == (1, "Baker")


def carried(page: str, **typed: str) -> dict[str, str]:
    """What the page's form would send: its hidden fields, and what is typed."""
    hidden = re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page)
    return {name: value.replace("&#34;", '"') for name, value in hidden} | typed


def test_the_changes_can_be_saved_to_the_one_that_was_made(browser: Browser) -> None:
    browser.post("/applications", data=SHORT)
    typed = SHORT | {"role": "Head baker", "note": "They rang", "stage": "interview"}
    page = browser.post("/applications", data=typed).text
    answer = browser.post(f"/applications/{only().id}", data=typed | carried(page))
    assert answer.status_code == 303
    assert (only().role, only().stage, count()) == ("Head baker", "interview", 1)
    assert db.session.scalars(Note.of(only())).one().body == "They rang"


def test_or_become_another(browser: Browser) -> None:
    browser.post("/applications", data=SHORT)
    typed = SHORT | {"role": "Head baker"}
    page = browser.post("/applications", data=typed).text
    for _ in range(2):
        answer = browser.post("/applications", data=typed | carried(page))
        assert answer.status_code == 303
    assert count() == 2


def test_what_was_made_and_deleted_since_can_only_become_another(browser: Browser) -> None:
    browser.post("/applications", data=SHORT)
    browser.post(f"/applications/{only().id}/deletion")
    answer = browser.post("/applications", data=SHORT | {"role": "Cook"})
    assert answer.status_code == 409
    assert "Change the saved one" not in answer.text and "Save as another" in answer.text


def test_another_can_be_added_at_once(browser: Browser) -> None:
    answer = browser.post("/applications", data=SHORT | {"another": "1"})
    assert answer.location == "/applications/new"
    assert "Added Baker at Acme." in browser.get("/applications/new").text


def test_a_long_role_and_a_long_company_give_way_and_both_are_named(browser: Browser) -> None:
    long = {"role": "Administration Officer for Records and Privacy", "company": "Acme " * 12}
    browser.post("/applications", data=SHORT | long | {"another": "1"})
    page = browser.get("/applications/new").text
    assert "Added Administration Officer… at Acme Acme Acme…" in page


def test_an_earlier_application_is_noticed_with_their_words(browser: Browser, build) -> None:
    first = build.application(browser.user, company="ACME", applied_on=date(2026, 3, 1))
    build.rejection(first, words="Not <b>this</b> time")
    answer = browser.get("/applications/earlier?company= acme ", htmx=True)
    assert ", March 2026" in answer.text and "Not &lt;b&gt;this&lt;/b&gt; time" in answer.text
    assert "<html" not in answer.text
    refused = browser.post("/applications", data=SHORT | {"role": ""})
    assert "You have applied here before" in refused.text
    assert browser.post("/applications", data=SHORT).status_code == 303


def test_an_earlier_application_of_somebody_else_is_not(browser: Browser, build) -> None:
    build.application(build.user(), company="Acme")
    gone = build.application(browser.user, company="Acme")
    browser.post(f"/applications/{gone.id}/deletion")
    assert "You have applied" not in browser.get("/applications/earlier?company=Acme").text


def test_names_with_every_kind_of_letter_come_back_as_they_were(browser: Browser) -> None:
    name = "株式会社 👩‍🍳 שלום " + "é" * 480
    browser.post("/applications", data=SHORT | {"company": name[:500].strip()})
    assert only().company == name[:500].strip()
    assert browser.get("/board").status_code == 200


def test_a_day_before_everything_is_no_trouble(browser: Browser) -> None:
    browser.post("/applications", data=SHORT | {"applied_on": "1970-01-01"})
    assert browser.get("/board").status_code == 200
    later = SHORT | {"key": "b", "applied_on": f"{date(2026, 1, 1) + timedelta(days=60000)}"}
    assert browser.post("/applications", data=later).status_code == 422
    sure = later | {"sure": f"applied_on:{later['applied_on']}"}
    assert browser.post("/applications", data=sure).status_code == 303
