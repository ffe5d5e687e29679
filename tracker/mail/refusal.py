"""Whether an email says no beside what else it says: an interview that is off is none yet."""

import re

from tracker.loop.feedback_reading.sentences import Sentence
from tracker.mail.cancellation import off_sentences
from tracker.mail.kinds import ALONE, read_sentences, weigh
from tracker.mail.message import Mail
from tracker.mail.role_closed import ON_HOLD, role_closed, role_gone

NO_NO = re.compile(
    r"(?:\b(?:is|does)(?: not|n['’]t)|\bnot)(?: mean)? (?:a|meant as a) (?:no|rejection)\b"
    r"|\bkeine (?:absage|ablehnung)\b",
    re.IGNORECASE,
)
"""That it is none."""
SORRY = re.compile(
    r"\b(?:sorry|sad|regret) to (?:say|tell|inform|let|have to)\b"
    r"|(?:\bnot|n['’]t) the (?:news|message|email) (?:that )?(?:you|we)\b"
    r"|\b(?:bad|disappointing|unwelcome) news\b",
    re.IGNORECASE,
)
"""Regret of whatever follows."""


def refuses(mail: Mail) -> bool:
    """Whether it says no, or that the role is gone, beside an interview that is off."""
    every = read_sentences(mail.text)
    off = off_sentences(every)
    if role_gone(mail.text) if off else role_closed(mail.text):
        return True
    said = [SORRY.sub(" ", each.text) for each in every if each not in off]
    said = [ON_HOLD.sub(" ", each) if off else each for each in said]
    return not (off and NO_NO.search(mail.text)) and any(
        weighs_no(Sentence(each, 0)) for each in said
    )


def weighs_no(sentence: Sentence) -> bool:
    """Whether it says no by itself."""
    return weigh(sentence).weights.get("no", 0.0) >= ALONE


__all__ = ["refuses", "weighs_no"]
