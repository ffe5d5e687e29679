"""The same time by another link, room or system is no wish to move an interview."""

import pytest

from tests.mail.test_told import told
from tracker.mail.another_time import asks_again
from tracker.mail.other_hours import moves_one

AT = "your interview for the Reporting Analyst role on Thursday 10 December at 3:30 pm"
SAME = [
    f"A quick note about {AT}. The time has not changed, but we have moved to a different video "
    "system, so the old link will no longer work.\n\nPlease use this one instead:\n\n"
    "https://meet.example.org/j/88213",
    f"I'm looking forward to {AT}. Our video account has changed, so please join with this link "
    "instead of the one I sent you before: https://meet.example.org/j/8. Everything else stays as "
    "planned.",
    f"Please note that the video link for {AT} has changed: https://meet.example.org/j/8",
    "We have had to move our calls from Zoom to Teams. Please use this new link for "
    f"{AT}: https://meet.example.org/j/8",
    f"The dial-in number for {AT} has changed. Please call 02 5550 1234 and use code 77.",
    f"We have moved {AT} to another room: it is now in room 4.12 on level 4.",
    f"The room for {AT} has changed. Please come to level 3 instead.",
    f"Here are the new joining details for {AT}; please use these instead of the ones in the "
    "invite.",
    f"We are switching from Skype to Google Meet. Please use the link below instead for {AT}.\n\n"
    "https://meet.example.org/j/8",
    f"Sam cannot make it, so Dana Ito will be on the panel instead for {AT}.",
    f"The panel for {AT} has changed: you will meet Dana Ito instead of Sam Oduya.",
    f"The venue for {AT} has changed to 12 Harbour Street. The time remains the same.",
    f"The meeting ID and passcode for {AT} have changed. Please use 884 221 and 5512 instead.",
    f"Please ignore the earlier link for {AT} and use this one instead: https://meet.example.org/j",
]
GLEICH = "Ihr Vorstellungsgespräch am Donnerstag, 10. Dezember um 15:30 Uhr"
DASSELBE = [
    f"für {GLEICH} gibt es einen neuen Link: https://meet.example.org/j/8. Der alte Link "
    "funktioniert nicht mehr.",
    f"der Link für {GLEICH} hat sich geändert. Bitte nutzen Sie stattdessen diesen: "
    "https://meet.example.org/j/8",
    f"wir haben unsere Videogespräche von Zoom auf Teams verlegt. Für {GLEICH} nutzen Sie bitte "
    "diesen Link: https://meet.example.org/j/8",
    f"{GLEICH} findet statt in Raum 2.14 nun in Raum 3.01 statt. Die Uhrzeit bleibt gleich.",
    f"der Raum für {GLEICH} hat sich geändert, bitte kommen Sie in den dritten Stock.",
    f"{GLEICH} führt nun Dana Ito statt Sam Oduya.",
    f"für {GLEICH} haben wir die Einwahl geändert: 030 5550 123. Der Termin bleibt gleich.",
    f"bitte verwenden Sie für {GLEICH} diesen Link statt des alten: https://meet.example.org/j/8",
]


@pytest.mark.parametrize("words", SAME)
def test_what_is_new_about_it_moves_no_interview(words: str) -> None:
    assert not moves_one(words, "New link for your interview")
    assert not asks_again(words)
    assert told(words, "Your interview for Reporting Analyst") == "invitation"


@pytest.mark.parametrize("words", DASSELBE)
def test_nor_does_it_in_german(words: str) -> None:
    assert not moves_one(words, "Neuer Link für Ihr Gespräch")
    assert not asks_again(words)
    assert told(words, "Ihr Vorstellungsgespräch") == "invitation"


@pytest.mark.parametrize(
    "words",
    [
        "We have to move your interview from Thursday 10 December to Friday 11 December at 9 am. "
        "The link has changed, too.",
        "Could we meet on Friday 11 December at 9 am instead? The link stays the same.",
        "The time of your interview has changed to 4 pm on Thursday 10 December, and so has the "
        "link: https://meet.example.org/j/8",
        "Your interview has been moved to Friday 11 December at 9 am by video instead of in "
        "person.",
        "The room is taken on Thursday, so we have moved your interview to Friday 11 December at "
        "9 am.",
        "We need to change the day of your interview: Friday 11 December at 9 am, same link.",
        "das Gespräch am Donnerstag wird auf Freitag, den 11. Dezember um 9 Uhr verlegt. Der Link "
        "bleibt gleich.",
        "der Termin hat sich geändert: Freitag, 11. Dezember um 9 Uhr statt Donnerstag. Neuer "
        "Link anbei.",
    ],
)
def test_a_move_with_a_new_link_stays_a_move(words: str) -> None:
    assert told(words, "Your interview for Analyst") in ("moved", "another_time")
