"""A sentence as words are looked for in it: nothing between them that only looks like an end."""

import re

from tracker.loop.feedback_reading.cues import plain_text

IN_NUMBER = re.compile(r"(?<=\d)[.:](?=\d)")
"""20.11.2026 and 34.50 are one word, as a gap between words counts."""
ONE = r"(?:[mwfdxiv]|gn|div(?:ers|\.)?)"
FOR_ALL = re.compile(
    rf"[(\[][ ]?(?:{ONE}\*?[ ]?[/|,*][ ]?){{1,3}}{ONE}\*?[ ]?[)\]]"
    r"|[(\[](?:all[ ]genders?|alle[ ]Geschlechter|gn|a)\*?[)\]]|\ball[ ]genders?\b"
    rf"|(?<![\w/|])(?:m[/|][wf]|[wf][/|]m|d[/|]m|m[/|]d|[wf][/|]d)(?:[/|]{ONE}){{0,2}}(?![\w/|])",
    re.IGNORECASE,
)
"""Datenanalystin (m/w/d): a job for everybody."""
INNEN = re.compile(r"(?<=[a-zäöü])[:*/](-?innen|-?in)\b")
"""Bewerber:innen are Bewerberinnen."""


def normalised(text: str) -> str:
    """As plain text, and as long as before, so that places stay."""
    text = IN_NUMBER.sub("-", plain_text(text))
    text = FOR_ALL.sub(lambda found: " " * len(found[0]), text)
    return INNEN.sub(lambda found: found[1].lstrip("-").ljust(len(found[0])), text)
