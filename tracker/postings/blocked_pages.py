"""Pages that were fetched and hold no posting: a sign-in, a check for people, an empty shell."""

import re

from tracker.postings.posting import Posting

WALL = re.compile(
    r"^(?:please )?(?:sign in|log ?in|join|register|anmelden|einloggen)\b|just a moment|captcha|"
    r"access (?:to this page has been )?denied|security check|are you a (?:human|robot)|forbidden|"
    r"attention required|verify you are|unusual traffic|enable (?:javascript|cookies)|blocked|"
    r"javascript (?:is )?(?:required|disabled)|(?:page|job) not found|^404\b|^error\b|"
    r"no longer (?:available|accepting)|sign up \||authwall|seite nicht gefunden|not available",
    re.IGNORECASE,
)
SHORT = 150
"""Characters of a page that says nothing."""


def is_blocked_page(posting: Posting) -> bool:
    """Whether no posting was there to be read."""
    if WALL.search(posting.role[:100]) or not posting.role:
        return True
    known = len(posting.known_facts)
    return len(posting.text) < SHORT and known < 3
