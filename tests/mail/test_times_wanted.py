"""Whether an email asks the person which times would suit them, or names or promises some."""

import pytest

from tracker.mail.meeting.times_wanted import asks_which

WANTED = [
    "Which other days could you do?",
    "Could you let me know what other times might suit you next week?",
    "Let me know when else you are free.",
    "What works for you?",
    "Bitte nennen Sie uns zwei oder drei Alternativtermine.",
    "Can you suggest something else?",
    "Please reply with three times that work for you in that week and we will confirm one.",
    "When could you come in instead?",
    "Please send me your availability for next week.",
    "Are there other times that suit you?",
    "Wann würde es Ihnen passen?",
    "Welche Tage passen Ihnen nächste Woche?",
    "Teilen Sie uns bitte mit, wann Sie Zeit haben.",
    "Let us know your availability.",
    "Please let me know a few times that suit.",
    "When would suit you?",
    "Schlagen Sie uns gern zwei Termine vor.",
    "Können Sie uns zwei andere Termine nennen?",
    "Would another day suit you?",
    "What would work best for you?",
    "Is there another time next week which works?",
    "Wann hätten Sie Zeit?",
    "Wann passt es Ihnen besser?",
]
NOT_WANTED = [
    "We will let you know when we have a new date.",
    "I will be in touch with a new date once everyone's calendars are sorted.",
    "I will send you a new time next week.",
    "Let me know if that works for you.",
    "The team will suggest a new time.",
    "Bring your ID and give your name at the desk.",
    "Wir melden uns mit einem neuen Termin.",
    "What works in this team is honesty.",
    "We will reply with a new time shortly.",
    "I'll give you other times on Monday",
    "Wir nennen Ihnen neue Termine, sobald wir mehr wissen.",
    "Wir werden Ihnen bald neue Termine vorschlagen.",
    "We can offer two other times: Monday at 10 or Tuesday at 2.",
    "When could you start?",
    "Wann könnten Sie bei uns anfangen?",
]


@pytest.mark.parametrize("words", WANTED)
def test_times_that_suit_are_wanted_of_the_person(words: str) -> None:
    assert asks_which(f"Hello Robin,\n\nwe have to move your interview. {words}\n\nKim")


@pytest.mark.parametrize("words", NOT_WANTED)
def test_times_that_they_name_or_will_name_are_not_wanted(words: str) -> None:
    assert not asks_which(f"Hello Robin,\n\nwe have to move your interview. {words}\n\nKim")
