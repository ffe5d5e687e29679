"""The page of one email that was saved, and the ways on from it."""

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of
from tests.views.mail.test_told_as import KEEP, card, read
from tracker.extensions import db
from tracker.models import Note, Rejection

NO = "Unfortunately we will not be taking your application further."
NOTE = "We received your application and will be in touch."


@pytest.mark.parametrize(
    ("words", "model", "noun", "what"),
    [
        (NO, Rejection, "rejection", "How they told me"),
        (NOTE, Note, "notes", "The note"),
    ],
)
def test_what_an_email_was_saved_as_can_be_changed_or_deleted_from_its_page(
    browser: Browser, card, words: str, model, noun: str, what: str
) -> None:
    browser.post(KEEP, data=form_of(read(browser, words), KEEP))
    number = db.session.scalars(select(model.id)).one()
    kept = "notes" if model is Note else "rejections"
    page = browser.get(f"/mail/{kept}/{number}").text
    place = f"/applications/{card.id}/{noun}/{number}"
    assert f'href="{place}?from=' in page
    assert f"{what}<small" in page and "Change or delete it" in page

    changing = browser.get(f"{place}?from=/mail/{kept}/{number}").text
    removal = f"{place}/removal"
    data = form_of(changing, place if model is Rejection else removal)
    gone = browser.post(removal, data=data, follow_redirects=True)
    assert gone.status_code == 200 and "Undo" in gone.text
    assert browser.get(f"/mail/{kept}/{number}").status_code == 404


__all__ = ["card"]
