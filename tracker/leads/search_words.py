"""What to type where jobs are looked for, to find more of one kind."""

import re

from tracker.leads.told import Told

ROLE, SKILLS = 5, 2
ASIDE = re.compile(r"[(\[|,/:]|\s[-–—]\s")
"""Where a role's name ends, and a place, a contract or a team begins."""
FEW, LONGEST = 2, 40
"""Words and signs of a skill: of longer ones no job site finds many."""


def search_words(told: Told) -> str:
    """Data Engineer Python: the role and what it asked for, nothing of what is only wished for."""
    role = (ASIDE.split(told.role)[0].split() or told.role.split())[:ROLE]
    words = {word.casefold(): word for word in role}
    short = [each for each in told.skills if len(each.split()) <= FEW and len(each) < LONGEST]
    for skill in short[:SKILLS]:
        words |= {word.casefold(): word for word in skill.split() if word.casefold() not in words}
    return " ".join(words.values())
