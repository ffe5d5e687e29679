"""What to type where jobs are looked for, to find more of one kind."""

from tracker.leads.told import Told
from tracker.leads.words import role_words

ROLE, SPARKS, SKILLS = 4, 2, 1
LONGEST = 40


def search_words(told: Told) -> str:
    """Data Engineer mentoring "open data" Python."""
    role = [*role_words(told.role).values()][:ROLE] or told.role.split()[:ROLE]
    words = [each for each in (*told.sparks[:SPARKS], *told.skills[:SKILLS]) if len(each) < LONGEST]
    said = {each.casefold() for each in role}
    words = [each for each in words if each.casefold() not in said]
    return " ".join([*role, *(_quoted(each) for each in words)])


def _quoted(words: str) -> str:
    """Several words that belong together."""
    plain = words.replace('"', "")
    return f'"{plain}"' if " " in plain else plain
