from sqlalchemy import select

from tests.browser import Browser
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Skill, Spark
from tracker.models.changes.vocabulary import SKILLS, SPARKS


def names(model: type, **having: object) -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(model.name).filter_by(**having).order_by(model.name)))


def test_another_persons_words_are_not_there(browser: Browser, build) -> None:
    other = build.user()
    with writing() as session:
        [skill] = SKILLS.named(session, other.id, ["baking"])
        [spark] = SPARKS.named(session, other.id, ["bread"])
    assert browser.post(f"/skills/{skill.id}/deletion").status_code == 404
    assert browser.post(f"/sparks/{spark.id}/deletion").status_code == 404
    assert browser.get(f"/sparks/{spark.id}/deletion").status_code == 404
    assert "baking" not in browser.get("/skills").text


def test_nothing_typed_is_asked_about(browser: Browser) -> None:
    answer = browser.post("/skills", data={"skills": " , ", "level": "core"})
    assert answer.status_code == 422 and "Type a word" in answer.text
    assert browser.post("/sparks", data={"sparks": ""}).status_code == 422
    for level in ("", "great"):
        assert browser.post("/skills", data={"skills": "x", "level": level}).status_code == 422


def test_a_word_of_501_characters_is_refused_and_kept(browser: Browser) -> None:
    answer = browser.post("/skills", data={"skills": "w" * 501, "level": "core"})
    assert answer.status_code == 422 and "w" * 501 in answer.text


def test_skills_are_added_by_typing_and_moved_by_adding_them_again(browser: Browser) -> None:
    browser.post("/skills", data={"skills": "Baking, 接客", "level": "growing"})
    assert names(Skill, level="growing") == ["Baking", "接客"]
    browser.post("/skills", data={"skills": "baking", "level": "core"})
    assert (names(Skill, level="core"), names(Skill, level="growing")) == (["Baking"], ["接客"])


def test_a_skill_that_a_job_asks_for_stays_a_word(browser: Browser, build) -> None:
    application = build.application(browser.user)
    browser.post("/skills", data={"skills": "baking, lifting", "level": "core"})
    with writing() as session:
        SKILLS.put(session, session.merge(application), ["baking"])
    for skill in db.session.scalars(select(Skill)).all():
        assert browser.post(f"/skills/{skill.id}/deletion").status_code == 303
    assert (names(Skill), names(Skill, level=None)) == (["baking"], ["baking"])


def test_sparks_are_added_and_removed(browser: Browser, build) -> None:
    application = build.application(browser.user)
    browser.post("/sparks", data={"sparks": "bread, team"})
    with writing() as session:
        SPARKS.put(session, session.merge(application), ["bread"])
    bread = db.session.scalars(select(Spark).where(Spark.name == "bread")).one()
    assert f'href="/sparks/{bread.id}/deletion"' in browser.get("/skills").text
    assert "1 application" in browser.get(f"/sparks/{bread.id}/deletion").text
    for spark in db.session.scalars(select(Spark)).all():
        assert browser.post(f"/sparks/{spark.id}/deletion").status_code == 303
    assert names(Spark) == []


def test_ones_own_words_are_offered_on_the_form(browser: Browser) -> None:
    browser.post("/sparks", data={"sparks": "bread"})
    browser.post("/skills", data={"skills": "baking", "level": "gap"})
    page = browser.get("/applications/new").text
    assert 'name="sparks" value="bread"' in page and 'name="skills" value="baking"' in page
