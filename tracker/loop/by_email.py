"""What an email is called once it is saved, and an action that one asked for.

Nobody planned such an action: it is the others who wait.
"""

import re

from tracker.loop.ending import CLOSED, SAID_NO
from tracker.values.formatting import shortened

LONGEST = 80
"""Signs of a company's name."""
FILL_IN = "Fill in the form for "
DO_THE_TEST = "Do the test for "
"""How the action of a test begins."""
ACTIONS = {
    "confirm": "Confirm the interview with {}",
    "choose": "Tell {} which time suits you",
    "answer": "Answer {}",
    "send": "Send {} what they ask for",
    "upload": "Upload what {} asks for",
    "fill": FILL_IN + "{}",
    "do": DO_THE_TEST + "{}",
}
BARE = {
    "confirm": "Confirm",
    "choose": "Tell them which time suits you",
    "answer": "Answer",
    "send": "Send them what they ask for",
    "upload": "Upload what they ask for",
    "fill": "Fill in the form",
    "do": "Do the test",
}
"""The same below the name of the company."""
TITLES = {"confirm": "Confirm the interview", "answer": "Answer them"}
"""The same alone, where no interview stands beside it."""
GIVE = {"send": "Send", "upload": "Upload"}
"""The same where it is said what: Send licence and police check."""
THINGS = re.compile(r" \(([^()]+)\)")

NOTE = "Note"
EMAIL_TITLES = {
    "no": SAID_NO,
    "closed": CLOSED,
    "invitation": "They invited you",
    "test": "They sent a test",
    "moved": "They named a new time",
    "dated": "They named the day",
    "more": "More about your interview",
    "another_time": "They asked for another time",
    "cancelled": "They cancelled the interview",
    "request": "They asked for something",
    "acknowledgement": "They have your application",
    "no_feedback": "They would rather not say",
    "none": "An email",
}
"""In the story: by what it was saved as, where its words are kept as a note."""


def note_words(kept_as: str | None) -> str:
    """What a note is: an email, or what somebody wrote."""
    return EMAIL_TITLES.get(kept_as, EMAIL_TITLES["none"]) if kept_as else NOTE


def act_of(what: str) -> str:
    """What its button says."""
    if what.startswith(FILL_IN):
        return "Fill in the form"
    return "Do the test" if what.startswith(DO_THE_TEST) else "Answer them"


def bare_words(what: str, name: str) -> str:
    """The same where the name stands above it: Confirm by text, 0412 555 019, by 12:00."""
    asks, rest = _apart(what, name)
    things = THINGS.fullmatch(rest)
    if asks in GIVE and things is not None:
        first, comma, last = things[1].rpartition(", ")
        return f"{GIVE[asks]} {first}{' and ' if comma else ''}{last}"
    return BARE[asks] + rest if asks else what


def without_things(what: str) -> str:
    """The same where a row has room for one line: Send Orana what they ask for."""
    return THINGS.sub("", what) if what.startswith(tuple(GIVE.values())) else what


def title_below(what: str, name: str) -> str:
    """The same as a title beside which the name stands: Confirm the interview by text."""
    asks, rest = _apart(what, name)
    return TITLES[asks] + rest if asks in TITLES else bare_words(what, name)


def _apart(what: str, name: str) -> tuple[str, str]:
    """Which of ACTIONS it is for that name, and what is said behind; nothing of any other."""
    for asks, words in ACTIONS.items():
        whole = words.format(shortened(name, LONGEST))
        if name and what.startswith(whole):
            return asks, what[len(whole) :]
    return "", ""
