"""Leads in their order on the page, your ingredients, and more like one that said no."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from tests.browser import Browser
from tests.sent import queries, undo_of
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Lead, Note, User
from tracker.models.changes.skills_and_sparks import set_skill_level
from tracker.models.changes.vocabulary import SKILLS, SPARKS
from tracker.values.days import day_of


def excited(build, user: User, sparks: list[str], *skills: str, **facts) -> Application:
    """An application, what excited in it, and what it asked for."""
    made = build.application(user, **({"excitement": 5, "role": "Gardener"} | facts))
    with writing(user) as session:
        SPARKS.put(session, made, sparks)
        SKILLS.put(session, made, [*skills])
    return made


def roles(page: str) -> list[str]:
    """The leads of a page in their order."""
    return re.findall(r'<a href="/leads/\d+" dir="auto">([^<]+)</a>', page)


def line_of(page: str, role: str) -> str:
    """All that the row of a lead says."""
    row = page.partition(f">{role}</a>")[2].partition("</li>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", row.partition("<details")[0]).split())


def test_roles_without_a_word_are_not_the_same_and_what_has_no_name_draws_under_none(
    browser, build
) -> None:
    card = excited(build, browser.user, [], role="", posting="We care for plants and gardens.")
    build.lead(browser.user, role="", company="Acme")
    page = browser.get(f"/leads/like/{card.id}").text
    assert "The same role" not in page and "Search on" not in page
    assert "Save what you find" in page

    page = browser.get("/leads/ingredients").text
    assert "What the jobs were about" in page
    assert "What draws you most" not in page


@pytest.mark.both_databases
def test_leads_are_ranked_by_what_excited_also_in_a_no_and_each_says_why(browser, build) -> None:
    user, today = browser.user, day_of(now(), browser.user.zone)
    no = excited(build, user, ["Plants"], "pruning", company="Fern & Fold", stage="rejected")
    build.rejection(no)
    with writing(user) as session:
        set_skill_level(session, user.id, ["Excel"], "core")
    build.lead(user, role="Helper", posting="You care for plants.", closes_on=today)
    build.lead(user, role="Clerk", skills="Excel", closes_on=today + timedelta(days=30))
    build.lead(user, role="Driver")

    page = browser.get("/leads").text

    assert roles(page) == ["Helper", "Clerk", "Driver"]
    assert line_of(page, "Helper") == "closes today Plants, as at Fern &amp; Fold"
    assert "Asks for Excel, which you can do" in line_of(page, "Clerk")
    assert 'class="why' not in line_of(page, "Driver"), "nothing is known of it, so nothing is said"
    assert "Plants" in page.partition("Your ingredients")[2].partition("</a>")[0]
    assert roles(browser.get("/leads?sort=newest").text) == ["Driver", "Clerk", "Helper"]
    assert roles(browser.get("/leads?sort=closing").text) == ["Helper", "Clerk", "Driver"]
    assert roles(browser.get("/leads?sort=worst").text) == roles(page)
    other = build.user()
    excited(build, other, ["Driver"])
    assert browser.get("/leads").text.count("Driver") == page.count("Driver")


def test_who_has_said_nothing_is_told_so_and_shown_the_way(browser: Browser, build) -> None:
    build.lead(browser.user)
    page = browser.get("/leads").text
    assert "Nothing is known yet of what excites you" in page and 'href="/skills#sparks"' in page
    assert line_of(page, "Barista") == "No closing day"
    assert "Nothing is known yet" in browser.get("/leads/ingredients").text


def test_ingredients_tell_where_they_come_from_and_what_excited_less(browser, build) -> None:
    for number, company in enumerate(
        ("Fern", "Petal", "Moss", "Soil", "Seed", "Root", "Bark", "Twig")
    ):
        role = f"Plant Care Officer{', Grade 3' if number % 2 else ' (Level 2)'}"
        excited(build, browser.user, ["Plants"], company=company, role=role)
    excited(build, browser.user, ["Quiet"], role="Ranger", company="Reed")
    excited(build, browser.user, [], "cold calling", excitement=1, role="Agent", company="Dial")
    excited(build, browser.user, [], role="Officer", company="Reed", posting="You teach adults.")
    page = browser.get("/leads/ingredients").text
    drawing, _, others = page.partition('aria-labelledby="others"')
    assert "From Twig, Bark, Root, Seed, Soil and Moss<" in drawing
    assert re.search(r"and 2 more</summary>\s*<p[^>]*>Petal, Fern<", drawing)
    counts = dict(re.findall(r'auto">([^<]+)</span>\s*<b>(\d+)', drawing))
    assert counts["Plants"] == counts["Plant Care Officer"] == "8" and counts["Ranger"] == "1"
    assert not {*counts} & {"Plant", "Care", "Grade", "Level"}, "words of roles are no roles"
    assert drawing.index(">Plants<") < drawing.index(">Quiet<") and "What excites you" in drawing
    assert "Plants" in drawing and "cold calling" not in drawing
    assert "teaching others" in drawing and "From Reed" in drawing
    assert "cold calling" in others and "At Dial" in others and 'href="/skills"' in others
    assert "You are learning" not in page
    with writing(browser.user) as session:
        set_skill_level(session, browser.user.id, ["Cold calling"], "growing")
    less = browser.get("/leads/ingredients").text.partition('aria-labelledby="others"')[2]
    assert re.search(r"old calling <small>You’re learning it</small>", less)


def test_from_a_no_that_excited_a_lead_like_it_is_two_taps_away(browser: Browser, build) -> None:
    user = browser.user
    card = excited(build, user, ["Plants"], role="Gardener", company="Fern")
    alike = build.lead(user, role="Nursery hand", posting="Plants all day.")
    build.lead(user, role="Accountant", posting="Ledgers.")

    answer = browser.post(f"/applications/{card.id}/rejection", data={"told": "1"})
    after = browser.get(answer.location).text
    first_tap = re.search(r'<a href="([^"]+)">(?:(?!</a>).)*More like', after, re.DOTALL)[1]
    page = browser.get(first_tap).text
    assert roles(page) == ["Nursery hand"]
    assert line_of(page, "Nursery hand") == "Plants" and "with something in common" in page
    assert "No lead with this role yet" in page and "What excited you there: Plants" in page
    assert f'href="/leads/{alike.id}"' in page
    asked = {"HX-Request": "true", "Referer": f"http://localhost{first_tap}"}
    with writing(user) as session:
        session.get_one(Lead, alike.id).company = "Bark"
    way = f"/leads/{alike.id}/application"
    browser.post(way, headers=asked)
    undone = browser.post(f"{way}/reversal", headers=asked).text
    assert line_of(undone, "Nursery hand") == "Bark Plants"
    assert browser.post(f"{way}/reversal").location == f"/leads/{alike.id}"
    build.lead(user, role="GARDENER, Grade 2 (m/w/d)")
    build.lead(user, role="Gardener", closes_on=day_of(now(), user.zone) - timedelta(days=1))
    page = browser.get(first_tap).text
    assert roles(page) == ["GARDENER, Grade 2 (m/w/d)", "Nursery hand"]
    assert page.index("The same role") < page.index("GARDENER") < page.index("something in common")
    assert f'href="{first_tap}"' in browser.get(f"/applications/{card.id}").text

    plain = build.application(user, excitement=3)
    later = browser.post(f"/applications/{plain.id}/rejection", data={"told": "1"}).location
    assert "More like this one" not in browser.get(later).text
    assert "More like this one" not in browser.get(f"/applications/{plain.id}").text
    other = excited(build, build.user(), ["Plants"])
    assert browser.get(f"/leads/like/{other.id}").status_code == 404


def test_where_nothing_is_like_it_the_words_to_look_for_are_there(browser: Browser, build) -> None:
    asked = ("pruning", "working at heights safely")
    role, place = "Gardener, Grade 3 (m/w/d)", "Coburg VIC 3058, Melbourne"
    card = excited(build, browser.user, ["small team"], *asked, role=role, location=place)
    page = browser.get(f"/leads/like/{card.id}").text
    assert "No lead with this role yet" in page and not roles(page)
    assert 'readonly value="Gardener Melbourne VIC"' in page
    saving = unescape(re.search(r'href="(/leads/new[^"]*)"', page)[1])
    form = browser.get(saving).text
    assert 'value="Gardener"' in form and f'href="/leads/like/{card.id}"' in form
    sent = {"role": "Gardener", "like": re.search(r'name="like" value="(\d+)"', form)[1]}
    assert browser.post("/leads", data=sent).location == f"/leads/like/{card.id}"
    assert re.search(r"https://www\.seek\.com\.au/[^>]+noreferrer", page)


@pytest.mark.both_databases
def test_i_applied_keeps_every_fact_and_undo_brings_the_lead_back_as_it_was(browser, build) -> None:
    facts = {
        "role": "Gardener", "company": "Fern", "location": "Coburg", "source": "A sign",
        "link": "https://example.org/1", "posting": "We plant.", "workplace": "onsite",
        "employment": "casual", "pay_text": "$30 an hour", "closes_on": date(2026, 4, 1),
        "excitement": 5,
    }  # fmt: skip
    more = {"skills": "pruning, Excel", "sparks": "Plants, plants, small team", "notes": "Ask Ines"}
    lead = build.lead(browser.user, **facts, **more)
    answer = browser.post(f"/leads/{lead.id}/application", data={"from": "/today"})
    assert answer.location == "/today"

    db.session.rollback()
    made = db.session.query(Application).one()
    assert {name: getattr(made, name) for name in facts} == facts
    assert SKILLS.on(db.session(), made) == ["Excel", "pruning"]
    assert [each.casefold() for each in SPARKS.on(db.session(), made)] == ["plants", "small team"]
    assert db.session.query(Note).one().body == "Ask Ines"

    undone = browser.post(undo_of(browser.get("/today").text))
    db.session.rollback()
    again = db.session.query(Lead).one()
    assert undone.location == "/today" and again.application_id is None
    assert {name: getattr(again, name) for name in facts} == facts
    assert (again.skills, again.notes) == (more["skills"], more["notes"])


def test_sparks_are_asked_for_with_the_persons_own_as_boxes(browser: Browser, build) -> None:
    build.spark(browser.user, "Outdoors")
    assert re.search(r'name="sparks" value="Outdoors"', browser.get("/leads/new").text)
    sent = {"role": "Ranger", "sparks": ["Outdoors", "trees, outdoors，birds"]}
    assert browser.post("/leads", data=sent | {"key": "k"}).status_code == 303
    db.session.rollback()
    lead = db.session.query(Lead).one()
    assert lead.sparks == "Outdoors, trees, birds"
    page = browser.get(f"/leads/{lead.id}/edit").text
    assert re.search(r'value="Outdoors" checked', page) and 'value="trees, birds"' in page
    long = browser.post(f"/leads/{lead.id}", data={"role": "Ranger", "sparks": "x" * 501})
    assert long.status_code == 422 and "x" * 501 in long.text and "Please shorten this" in long.text


def test_the_number_of_queries_stays_and_pages_follow_each_other(browser: Browser, build) -> None:
    user = browser.user
    card = excited(build, user, ["Plants"])
    with build.together():
        for number in range(52):
            build.lead(user, role=f"Gardener {number}", sparks="Plants" if number % 2 else "")
    like = f"/leads/like/{card.id}"
    browser.get("/leads")
    assert queries(lambda: browser.get("/leads")) == 5
    assert queries(lambda: browser.get(like)) == 6
    first, second = browser.get("/leads").text, browser.get("/leads?page=2").text
    assert len({*roles(first), *roles(second)}) == 52
    assert "/leads?sort=newest&amp;page=2" in browser.get("/leads?sort=newest").text
