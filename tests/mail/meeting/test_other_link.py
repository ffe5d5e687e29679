"""The same time by another link, room or system is no wish to move an interview."""

from datetime import time

import pytest

from tests.mail.test_told import ON, told
from tracker.mail.another_time import asks_again
from tracker.mail.invitation import read_invitation
from tracker.mail.meeting.lengths import minutes_in
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


ANOTHER_HOUR = [
    ("The time of your interview on Thursday 10 December changes from 3.30 to 4 pm.", 16),
    ("Your interview on Thursday 10 December moves from 3.30 pm to 4 pm.", 16),
    ("We had to push your interview on Thursday 10 December from 3.30 pm back to 4 pm.", 16),
    ("Your interview on Thursday 10 December has been brought forward from 3.30 pm to 2 pm.", 14),
    ("Your interview on Thursday 10 December has been rescheduled from 3:30pm to 5:00pm.", 17),
    ("Ihr Gespräch am Donnerstag, 10. Dezember verschiebt sich von 15:30 Uhr auf 16 Uhr.", 16),
    ("Wir müssen Ihr Gespräch am Donnerstag, 10. Dezember von 15.30 auf 16 Uhr verlegen.", 16),
    ("Ihr Gespräch am 10. Dezember wird von 15:30 Uhr auf 14 Uhr vorgezogen.", 14),
]


@pytest.mark.parametrize(("words", "hour"), ANOTHER_HOUR)
def test_another_hour_of_the_same_day_is_the_new_one_never_the_old(words: str, hour: int) -> None:
    subject = "Your interview for Reporting Analyst"
    found = read_invitation(words, subject, ON)
    assert [(slot.on.day, slot.at, slot.minutes) for slot in found.slots] == [
        (10, time(hour), None)
    ]
    assert told(words, subject) == "moved"


@pytest.mark.parametrize(
    "words",
    [
        "Your interview on Thursday 10 December is from 3.30 to 4 pm in room 4.",
        "Your interview on Thursday 10 December will run from 3.30 to 4 pm.",
        "Ihr Gespräch am Donnerstag, 10. Dezember findet von 15:30 bis 16 Uhr statt.",
    ],
)
def test_from_the_one_hour_to_the_other_is_how_long_it_takes_where_nothing_moves(words) -> None:
    found = read_invitation(words, "Your interview for Reporting Analyst", ON)
    assert [(slot.on.day, slot.at) for slot in found.slots] == [(10, time(15, 30))]
    assert told(words, "Your interview for Reporting Analyst") == "invitation"


@pytest.mark.parametrize(
    "words",
    [
        "We have to start your interview on Thursday half an hour later, at 4 pm.",
        "Can we push your interview on Thursday 10 December back by half an hour, to 4 pm?",
    ],
)
def test_how_much_later_it_begins_is_not_how_long_it_takes(words: str) -> None:
    assert minutes_in(words, "") is None
