"""An address that stands by itself is the place of the talk; that of a signature never."""

import time
from datetime import date

import pytest

from tracker.mail.invitation import day_sentence, read_invitation
from tracker.mail.meeting.addresses import address_in

SENT = date(2026, 11, 30)
DAY = "Ihr Gespräch: Donnerstag, 10. Dezember 2026, um 14:00 Uhr"
TALK = "Your interview is on Thursday 10 December 2026 at 2pm."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            f"{DAY}\nNordlicht Logistik GmbH, Große Elbstraße 145, 22767 Hamburg, 3. OG\n",
            "Große Elbstraße 145, 22767 Hamburg, 3. OG",
        ),
        (
            f"{DAY}.\nNordlicht Logistik GmbH, Alter Wall 32, 20457 Hamburg",
            "Alter Wall 32, 20457 Hamburg",
        ),
        (
            f"{DAY}.\n\nSie finden uns hier:\nSpree Daten AG\nFriedrichstraße 12\n10117 Berlin\n"
            "2. Etage\n\nViele Grüße\nJan Weiß\nSpree Daten AG\nLindenallee 3\n10119 Berlin",
            "Friedrichstraße 12, 10117 Berlin, 2. Etage",
        ),
        (
            f"{TALK}\n\nYou will find us at:\nSpree Data Ltd\nLevel 3, 12 King Street\n"
            "Sydney NSW 2000\n",
            "Level 3, 12 King Street, Sydney NSW 2000",
        ),
        (
            f"{TALK}\nSpree Data, 12 King Street, Sydney NSW 2000, 2nd floor\n\nKind regards\nJo",
            "12 King Street, Sydney NSW 2000, 2nd floor",
        ),
        (
            f"{TALK}\n\nSpree Data Ltd\n9 High Row\nLeeds LS1 4AB\n\nKind regards\nJo",
            "9 High Row, Leeds LS1 4AB",
        ),
        (f"{DAY}.\n\nAm Markt 4a, 8001 Zürich\n\nViele Grüße\nJan", "Am Markt 4a, 8001 Zürich"),
        (f"{DAY}. Das Gespräch ist im 1. Stock, 10117 Berlin.", ""),
        (f"{DAY}.\n\nViele Grüße\nJan\nSpree Daten AG, Lindenallee 3, 10119 Berlin", ""),
        (f"{DAY}.\n\nJan Weiß\nSpree Daten AG\nLindenallee 3\n10119 Berlin", ""),
        (f"{TALK}\nKind regards\nJo\nSpree Data Ltd, 12 King Street, Sydney NSW 2000", ""),
        (f"{TALK}\n\nJo Park\n12 King Street\nSydney NSW 2000", ""),
        (f"{DAY}.\nUnterlagen senden Sie bitte an: Lindenallee 3, 10119 Berlin\n\nMfG\nJan", ""),
    ],
)
def test_an_address_without_a_word_that_leads_to_it_is_the_place(text: str, place: str) -> None:
    found = read_invitation(text, "", SENT)

    assert found.place == place
    assert found.kind == ("onsite" if place else found.kind)


@pytest.mark.parametrize(
    "floor",
    ["3. OG", "im 1. Stock", "die 2. Etage", "the 2nd floor", "10117 Berlin, 4. Obergeschoss"],
)
def test_a_sentence_does_not_end_at_a_floor(floor: str) -> None:
    text = f"{DAY}, {floor}. Bringen Sie Ihren Ausweis mit."

    assert day_sentence(text, read_invitation(text, "", SENT)) == f"{DAY}, {floor}."


def test_long_texts_are_looked_through_in_time() -> None:
    began = time.monotonic()
    for words in (
        "Am Am Am ",
        "12 King King ",
        "3. OG, 3. OG ",
        "Lindenallee 3\n",
        "2nd floor, 1 A ",
    ):
        address_in(words * 2_000)

    assert time.monotonic() - began < 3
