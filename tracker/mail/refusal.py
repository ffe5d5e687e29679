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
TROUBLE = (
    r"(?:notice|trouble\w*|inconvenien\w*|disruption|disappoint\w*|upset|mess\w*|travel\w*|plans"
    r"|arrangements|time off|day off|leave|avoided|better news|put you out|bother\w*|hassle"
    r"|kurzfristig\w*|umstände\w*|unannehmlichkeit\w*|kosten|ungelegenheit\w*|vermeiden|gebucht"
    r"|aufwand|mühe|enttäusch\w*)"
)
MORE = (
    r"(?:but|however|aber|jedoch|because|applica\w*|candida\w*|\w*success\w*|cho[os]\w*|select\w*"
    r"|offer\w*|deci\w*|progress\w*|proceed\w*|forward|further|hir\w*|appoint\w*|role|position|job"
    r"|someone|somebody|reject\w*|fill\w*|stelle|\w*bewerb\w*|\w*absage\w*|anbieten|entschieden"
    r"|berücksichtig\w*|weiter\w*)"
)
KINDLY = re.compile(
    r"\b(?:sorry|apolog\w+|regret|hope|wish|understand|afraid|bedaue?r\w*|leid|hoffe\w*"
    rf"|entschuldig\w*)\b(?:(?!\b{MORE}\b)[^.!?;])*\b{TROUBLE}\b"
    rf"(?:(?!\b(?:{MORE}|as|since|and (?:we|i)|da|weil|und (?:wir|ich))\b)[^.!?;,])*"
    r"|\bmit ihnen\b[^.!?;,]*\bnichts zu tun\b",
    re.IGNORECASE,
)
"""Sorry for the trouble that it makes, and hope that it makes little."""


WHY = re.compile(r"\b(?:as|because|since|da|weil)\b|[;–—]", re.IGNORECASE)
"""Behind it, why the interview is off: the role is filled."""


def refuses(mail: Mail) -> bool:
    """Whether it says no, or that the role is gone, beside an interview that is off."""
    every = read_sentences(mail.text)
    off = off_sentences(every)
    if role_gone(mail.text) if off else role_closed(mail.text):
        return True
    said = [SORRY.sub(" ", each.text) for each in every if each not in off]
    said = [KINDLY.sub(" ", each) for each in said] if off else said
    if refuses_by_why(mail):
        return True
    said = [ON_HOLD.sub(" ", each) if off else each for each in said]
    return not (off and NO_NO.search(mail.text)) and any(
        weighs_no(Sentence(each, 0)) for each in said
    )


def refuses_by_why(mail: Mail) -> bool:
    """Whether an interview is off because somebody else has the role."""
    off = (each.text for each in off_sentences(read_sentences(mail.text)))
    whys = (WHY.split(each, maxsplit=1)[-1] for each in off if WHY.search(each))
    return any(weighs_no(Sentence(ON_HOLD.sub(" ", each), 0)) for each in whys)


def weighs_no(sentence: Sentence) -> bool:
    """Whether it says no by itself."""
    return weigh(sentence).weights.get("no", 0.0) >= ALONE


__all__ = ["refuses", "refuses_by_why", "weighs_no"]
