"""The words of the page of an email, by what it is."""

from tracker.mail.form_request import form_request
from tracker.mail.proposals import Told
from tracker.mail.things import THE_FORM, list_below, things_line

HEADS: dict[str, str] = {
    "no": "This reads as a no",
    "invitation": "This reads as an invitation",
    "offer": "This reads as an offer",
    "acknowledgement": "They have your application",
    "feedback": "This reads as their feedback",
    "no_feedback": "They would rather not say",
    "none": "This says neither yes nor no",
    "cancelled": "They cancelled the interview",
    "another_time": "They want to move the interview",
    "moved": "They name a new time",
    "test": "This asks you to do a test",
    "closed": "They closed the role",
    "request": "They ask you for something",
}
"""On the page; in the list without "This"."""
MOVES = "This moves your interview"
"""Where it is one that is noted here."""
MORE = "More about your interview"
MORE_LINE = "You have it at this time already. Saving puts what is new with it."
ASKED = "They ask for {}"
"""Where the email says for what in a few words."""
FILL_IN = "They ask you to fill in a form"


def head_words(told: str, text: str) -> str:
    """What it reads as; of a request, what they ask for."""
    if told != "request":
        return HEADS[told]
    form, asked = form_request(text), things_line(text)
    if (form is not None and form.only) or asked == THE_FORM:
        return FILL_IN
    return ASKED.format(asked) if asked else HEADS[told]


def title_words(told: str, text: str) -> str:
    """The same on its own page: of more than a title holds, how many, for a list stands below."""
    count = len(list_below(text)) if told == "request" else 0
    return ASKED.format(f"{count} things") if count else head_words(told, text)


CHOSEN: dict[Told, str] = {
    "invitation": "An invitation",
    "another_time": "They ask for another time",
    "cancelled": "A cancelled interview",
    "test": "A test to do",
    "request": "They ask for something",
    "offer": "An offer",
    "no": "A no",
    "closed": "They closed the role",
    "feedback": "Their feedback",
    "no_feedback": "They would rather not say",
    "none": "Keep it as a note",
}
"""What a person may say that it is, in this order."""
LINES: dict[str, str] = {
    "no": "That is hard to hear. Save it here; nothing else has to happen today.",
    "invitation": "Look at it before you add it.",
    "offer": "They want you. Their words are kept as the offer; pay and days can be added later.",
    "acknowledgement": "Nothing to do. You can keep it as a note.",
    "feedback": "Save it now. You can look at it point by point today, or another day.",
    "no_feedback": "That is often a company rule, and nothing about you. You asked: that counts.",
    "request": "Their words are kept as a note, and what they ask for goes on your list.",
    "none": "You can keep it as a note, or say what it is.",
}  # fmt: skip
ADVICE = "{} There is advice in it, too, for later."
NOTHING_BEFORE = "Nothing to do. They say they will answer by {}."
STILL_ON = "Is it still on?"
IN_DOUBT = "They write about the day of your interview, {}. What do they say?"
OFF = "It says nothing about you, and the card stays where it is."
OFF_FOR_NOW = "They will send a new time. The card stays where it is."
OFF_BUTTON = "Mark as cancelled"
TAKE_OFF = "Save"
MOVED = "Look at it before you save."
SEVERAL = "They would like to meet you. Pick one of their times."
AGAIN = "Nothing is moved until you pick a time and save."
LATER = "If they named a new time, add it below. If not, the interview waits for one."
LATER_NEW = "If they named a day, add it below. If not, the interview waits for one."
LATER_BUTTON = "Add the interview"
STILL_WAITS = "Its interview waits for a day already. If they named one, add it below."
NO_DAY = "They would like to meet you, and name no day yet. If you know it, add it below."
CLOSED = "It says nothing about you. Save it here; nothing else has to happen today."
ANSWER_BY = "They want you, and ask for your answer by {}. Their words are kept as the offer."
ALSO = " They also ask for {}."
TEST = "To do on your own by that day, when it suits you."
TEST_NO_DAY = "To do on your own, when it suits you. By which day, you say below."
BUTTONS: dict[str, str] = {
    "no": "Save it",
    "offer": "Save the offer",
    "acknowledgement": "Keep as a note",
    "feedback": "Save their feedback",
    "no_feedback": "Save it",
    "request": "Save it",
    "none": "Keep as a note",
}
