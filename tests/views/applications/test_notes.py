"""Notes: kept once, never lost, read by their owner only."""

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tracker.extensions import db
from tracker.models import Application, Note

MEGABYTE = 1024 * 1024


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user)


def place(card: Application) -> str:
    return f"/applications/{card.id}/notes"


def notes(card: Application) -> list[Note]:
    db.session.rollback()
    return list(db.session.scalars(Note.of(card)))


def test_note_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    assert browser.post(place(theirs), data={"body": "Mine now"}).status_code == 404
    assert notes(theirs) == []


def test_note_is_found_only_beside_its_own_application(browser, build, card) -> None:
    other = build.application(browser.user, role="Baker")
    note = build.note(other, "Elsewhere")

    assert browser.get(f"{place(card)}/{note.id}").status_code == 404
    assert browser.post(f"{place(card)}/{note.id}/removal").status_code == 404
    assert len(notes(other)) == 1


def test_empty_note_is_asked_for_again_and_nothing_is_kept(browser, card) -> None:
    answer = browser.post(place(card), data={"body": "  \n ", "key": "k"})

    assert answer.status_code == 422
    assert "Write a word or two first." in answer.text
    assert 'value="k"' in answer.text
    assert notes(card) == []


def test_note_of_a_megabyte_is_kept_whole(browser, card) -> None:
    """Three bytes a sign: the largest form that there is, and it passes."""
    text = "\N{SNOWMAN}" * (MEGABYTE // 3)

    assert browser.post(place(card), data={"body": text}).status_code == 303
    assert notes(card)[0].body == text


@pytest.mark.parametrize("htmx", [False, True])
def test_note_that_is_too_long_is_refused_with_its_text_kept(
    browser, card, htmx: bool, monkeypatch
) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    text = "Too long. " * 201

    answer = browser.post(place(card), data={"body": text, "private": "y"}, htmx=htmx)

    assert answer.status_code == 413
    assert text.rstrip() in answer.text
    assert " checked" in answer.text
    assert notes(card) == []


def test_note_sent_twice_is_one_note(browser, card) -> None:
    for _ in range(2):
        assert browser.post(place(card), data={"body": "Once", "key": "k"}).status_code == 303

    assert [note.body for note in notes(card)] == ["Once"]


def test_note_changed_after_it_was_saved_is_asked_about_and_its_text_kept(browser, card) -> None:
    browser.post(place(card), data={"body": "First", "key": "k"})

    answer = browser.post(place(card), data={"body": "First and more", "key": "k"})
    again = form_of(answer.text, place(card))
    browser.post(place(card), data=again)

    assert answer.status_code == 409
    assert f"{place(card)}/{notes(card)[-1].id}" in answer.text
    assert again["key"] != "k"
    assert sorted(note.body for note in notes(card)) == ["First", "First and more"]


def test_note_shows_on_the_page_as_safe_markdown(browser, card) -> None:
    browser.post(place(card), data={"body": "**Loud** <script>alert(1)</script>"})

    page = browser.get(f"/applications/{card.id}").text

    assert "<strong>Loud</strong>" in page
    assert "<script>alert" not in page


def test_note_by_htmx_answers_with_the_story_a_fresh_box_and_the_settled_draft(
    browser, card
) -> None:
    answer = browser.post(place(card), data={"body": "Quick one", "key": "k"}, htmx=True)

    assert answer.status_code == 200
    assert 'hx-target="#timeline"' in answer.text
    assert "Quick one" in answer.text
    assert 'data-saved="k"' in answer.text
    assert form_of(answer.text, place(card))["body"] == ""


def test_adding_a_note_leaves_the_applications_version_alone(browser, card) -> None:
    before = card.version
    browser.post(place(card), data={"body": "A note"})

    db.session.rollback()
    assert db.session.scalar(select(Application.version)) == before


def test_note_is_changed_and_its_version_grows(browser, build, card) -> None:
    note = build.note(card, "Old")
    address = f"{place(card)}/{note.id}"
    sent = form_of(browser.get(address).text, address)

    answer = browser.post(address, data=sent | {"body": "New", "private": "y"})

    assert answer.status_code == 303
    saved = notes(card)[0]
    assert (saved.body, saved.private, saved.version) == ("New", True, 2)


def test_note_changed_in_two_tabs_shows_both_versions_and_keeps_what_was_typed(
    browser, build, card
) -> None:
    note = build.note(card, "Old")
    address = f"{place(card)}/{note.id}"
    first = form_of(browser.get(address).text, address)
    browser.post(address, data=first | {"body": "From the phone"})

    answer = browser.post(address, data=first | {"body": "From the laptop"})

    assert answer.status_code == 409
    assert "From the phone" in answer.text
    again = form_of(answer.text, address)
    assert again["body"] == "From the laptop"
    assert notes(card)[0].body == "From the phone"
    assert browser.post(address, data=again).status_code == 303
    assert notes(card)[0].body == "From the laptop"


def test_change_sent_twice_is_no_conflict(browser, build, card) -> None:
    note = build.note(card, "Old")
    address = f"{place(card)}/{note.id}"
    sent = form_of(browser.get(address).text, address) | {"body": "New"}

    assert [browser.post(address, data=sent).status_code for _ in range(2)] == [303, 303]


def test_deleted_note_is_gone_until_undo_brings_its_text_back(browser, build, card) -> None:
    note = build.note(card, "Precious words", private=True)
    browser.post(f"{place(card)}/{note.id}/removal")
    assert notes(card) == []

    page = browser.get(f"/applications/{card.id}").text
    undo = undo_of(page)
    assert "Precious words" not in page
    for _ in range(2):
        assert browser.post(undo, data={"key": "u"}).status_code == 303

    assert [(each.body, each.private) for each in notes(card)] == [("Precious words", True)]


def test_undo_of_another_persons_deletion_is_not_found(browser, sign_in, build) -> None:
    owner = sign_in()
    theirs = build.application(owner.user)
    note = build.note(theirs, "Secret")
    owner.post(f"{place(theirs)}/{note.id}/removal")
    undo = undo_of(owner.get(f"/applications/{theirs.id}").text)

    assert browser.post(undo, data={"key": "u"}).status_code == 404
    assert notes(theirs) == []


def test_undo_after_another_note_took_its_number_keeps_both(browser, build, card) -> None:
    note = build.note(card, "First")
    browser.post(f"{place(card)}/{note.id}/removal")
    undo = undo_of(browser.get(f"/applications/{card.id}").text)
    build.note(card, "Second")

    browser.post(undo, data={"key": "u"})

    assert sorted(each.body for each in notes(card)) == ["First", "Second"]


def test_deleted_note_is_not_found_by_search(browser, build, card) -> None:
    from tracker.models.search import holds

    note = build.note(card, "Xylophone")
    wanted = (
        select(func.count())
        .select_from(Application)
        .where(
            Application.user_id == browser.user.id,
            holds(db.session(), browser.user.id, "xylophone"),
        )
    )
    assert db.session.scalar(wanted) == 1
    browser.post(f"{place(card)}/{note.id}/removal")

    db.session.rollback()
    assert db.session.scalar(wanted) == 0


def test_long_note_is_cut_in_the_story_and_whole_on_its_own_page(browser, build, card) -> None:
    note = build.note(card, "word " * 2000 + "the end")

    assert "the end" not in browser.get(f"/applications/{card.id}").text
    assert "the end" in browser.get(f"{place(card)}/{note.id}").text
