"""An action that an email asked for: it is the others who wait, so nobody planned it."""

DO_THE_TEST = "Do the test for "
"""How the action of a test begins."""


def act_of(what: str) -> str:
    """What its button says."""
    return "Do the test" if what.startswith(DO_THE_TEST) else "Answer them"
