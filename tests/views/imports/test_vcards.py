"""Contacts from a file: seen, chosen, added once; and out again."""

import html
import json
import re
from io import BytesIO

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import Build
from tests.imports.vcards.test_cards import ANDROID_21, IPHONE, VERSION_4
from tracker.extensions import db
from tracker.models import Contact

BAD = "BEGIN:VCARD\nTEL:1\nEND:VCARD\n"


def upload(browser: Browser, text: str | bytes = IPHONE + ANDROID_21 + VERSION_4):
    content = text.encode() if isinstance(text, str) else text
    return browser.post("/people/cards", data={"file": (BytesIO(content), "contacts.vcf")})


def boxes(page: str, only_ticked: bool = False) -> list[str]:
    shown = [html.unescape(each) for each in re.findall(r'name="shown" value="([^"]*)"', page)]
    ticked = " checked" if only_ticked else ""
    places = re.findall(rf'name="card" value="([0-9]+)"{ticked}', page)
    return [shown[int(place)] for place in places]


def add(browser: Browser, cards: list[str], key: str = "k", ticked: list[int] | None = None):
    places = range(len(cards)) if ticked is None else ticked
    data = {"shown": cards, "card": [str(place) for place in places], "key": key}
    return browser.post("/people/cards/selection", data=data)


def names(browser: Browser) -> list[str]:
    db.session.rollback()
    mine = select(Contact.name).where(Contact.user_id == browser.user.id).order_by(Contact.id)
    return list(db.session.scalars(mine))


def test_who_is_in_the_file_is_shown_before_anything_is_kept(browser: Browser) -> None:
    answer = upload(browser)

    assert answer.status_code == 200
    assert "3 new contacts" in answer.text
    assert len(boxes(answer.text, only_ticked=True)) == 3
    assert names(browser) == []


@pytest.mark.both_databases
def test_only_those_that_are_ticked_are_added_and_only_once(browser: Browser) -> None:
    cards = boxes(upload(browser).text)
    assert add(browser, cards[:2]).headers["Location"] == "/people"
    add(browser, cards[:2])

    assert names(browser) == ["Ms Mary Ann O’Connor", "Jürgen Östberg"]
    assert "2 people added" in browser.get("/people").text
    shown = browser.get("/settings/history").text
    assert shown.count("Imported</b> · contacts") == 1


def test_those_who_are_there_already_are_told_and_not_added_again(
    browser: Browser, build: Build
) -> None:
    build.contact(browser.user, "Somebody", email="MARY@banksia.example")
    build.contact(browser.user, "jurgen ostberg")
    build.contact(browser.user, "山田 太郎", email="another@example.jp")
    answer = upload(browser)

    assert "1 new contact, 2 already there" in answer.text
    assert [json.loads(card)["name"] for card in boxes(answer.text)] == ["山田 太郎"]


def test_added_by_another_page_in_the_meantime_they_are_there_once(browser: Browser) -> None:
    cards = boxes(upload(browser).text)
    add(browser, cards, key="one")
    add(browser, cards, key="two")

    assert len(names(browser)) == 3
    assert "all there already" in browser.get("/people").text


def test_cards_that_cannot_be_taken_are_named(browser: Browser) -> None:
    answer = upload(browser, BAD + VERSION_4)

    assert "Can’t be taken" in answer.text
    assert "There is no name on this card." in answer.text
    assert len(boxes(answer.text)) == 1


def test_all_that_are_new_are_ticked_at_first(browser: Browser) -> None:
    text = "".join(f"BEGIN:VCARD\nFN:Person {n}\nEND:VCARD\n" for n in range(26))
    page = upload(browser, text).text

    assert len(boxes(page, only_ticked=True)) == 26


def test_somebody_whose_name_is_there_with_another_email_is_not_ticked(
    browser: Browser, build: Build
) -> None:
    build.contact(browser.user, "Mary Lee", email="mary@one.example")
    text = (
        "BEGIN:VCARD\nFN:Mary Lee\nEMAIL:mary@two.example\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Ana\nEMAIL:ana@one.example\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Ana\nEMAIL:ana@two.example\nEND:VCARD\n"
    )
    page = upload(browser, text).text

    assert len(boxes(page)) == 3
    ticked = [json.loads(card) for card in boxes(page, only_ticked=True)]
    assert [(card["name"], card["email"]) for card in ticked] == [("Ana", "ana@one.example")]
    assert page.count("somebody of that name is there") == 2


def test_only_the_ticked_of_all_that_were_shown_are_added(browser: Browser) -> None:
    add(browser, boxes(upload(browser).text), ticked=[2, 2, 7])

    assert names(browser) == ["山田 太郎"]


def test_with_nobody_ticked_the_same_people_are_still_there_to_choose(browser: Browser) -> None:
    cards = boxes(upload(browser).text)
    answer = add(browser, cards, ticked=[])

    assert answer.status_code == 422
    assert "Tick at least one contact" in answer.text
    assert boxes(answer.text) == cards
    assert boxes(answer.text, only_ticked=True) == []
    assert names(browser) == []
    assert add(browser, boxes(answer.text)).status_code == 303
    assert len(names(browser)) == 3


def test_file_that_is_none_is_refused_beside_the_field(browser: Browser) -> None:
    assert browser.post("/people/cards", data={}).status_code == 422
    answer = upload(browser, "Company,Role")

    assert answer.status_code == 422
    assert "There are no contacts in this file" in answer.text


def test_boxes_that_were_tampered_with_add_nobody(browser: Browser) -> None:
    odd = [
        "",
        "[]",
        "{",
        "null",
        '{"name":""}',
        '{"title":"x"}',
        "[" * 5000,
        json.dumps({"name": "x" * 501}),
    ]
    assert add(browser, odd).status_code == 422
    assert add(browser, odd, ticked=[-1, 99, 10**30]).status_code == 422
    assert names(browser) == []
    add(browser, ['{"name": 7, "user_id": 1, "notes": null, "email": ["x"]}'], key="2")
    add(browser, ['{"name": "a\\u0000b\\ud800"}'], key="3")

    assert len(names(browser)) == 2


def test_everybody_and_each_one_can_be_taken_away(browser: Browser, build: Build) -> None:
    mary = build.contact(browser.user, "Mary")
    build.contact(browser.user, "Ana")
    everybody, one = browser.get("/people/cards.vcf"), browser.get(f"/people/{mary.id}.vcf")

    assert everybody.content_type == one.content_type == "text/vcard; charset=utf-8"
    assert everybody.text.count("BEGIN:VCARD") == 2
    assert one.text.count("BEGIN:VCARD") == 1
    assert "FN:Mary" in one.text
    assert one.headers["Content-Disposition"] == f'attachment; filename="contact-{mary.id}.vcf"'
