"""An action that an email asked for: it is the others who wait, so nobody planned it."""

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


def act_of(what: str) -> str:
    """What its button says."""
    if what.startswith(FILL_IN):
        return "Fill in the form"
    return "Do the test" if what.startswith(DO_THE_TEST) else "Answer them"


def bare_words(what: str, name: str) -> str:
    """The same where the name stands above it: Confirm by text, 0412 555 019, by 12:00."""
    for asks, words in ACTIONS.items():
        whole = words.format(shortened(name, LONGEST))
        if what.startswith(whole):
            return BARE[asks] + what[len(whole) :]
    return what
