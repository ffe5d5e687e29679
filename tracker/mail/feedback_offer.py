"""Whether a no invites to ask for feedback, and the sentence that does."""

import re

from tracker.mail.kinds import read_sentences

ABOUT = re.compile(
    r"feed-?back|rückmeldung|debrief|reasons? for (?:our|the|this) decision", re.IGNORECASE
)
INVITES = re.compile(
    r"\b(?:happy|glad|gladly|pleased|willing|welcome|delighted|free to|available|on request|offer"
    r"|please|let (?:me|us) know|get in touch|you (?:can|may)|if you(?:'d|’d| would| want| wish)"
    r"|(?:may|can) be (?:requested|obtained|sought|provided|given|arranged)"
    r"|should you|gern|gerne|bei (?:interesse|bedarf)|auf (?:wunsch|anfrage)|meld(?:en|e)"
    r"|zur verfügung|können sie|kannst du|wenn (?:sie|du)|falls (?:sie|du)|möchten sie)\b",
    re.IGNORECASE,
)
REFUSES = re.compile(
    r"(?:unable|not able|cannot|can not|can['’]t|won['’]t|will not|do not|don['’]t|does not"
    r"|not in a position|not possible)\b[^.]{0,80}?(?:feed-?back|provide|offer|give|reasons?)"
    r"|\b(?:no|without|neither|nor)\b (?:[\w-]+ ){0,3}(?:feed-?back|reasons?)"
    r"|feed-?back\b[^.,;]{0,60}\b(?:not|cannot|unable)\b|feed-?back\b[^.,;]{0,40}n['’]t\b"
    r"|\bkein(?:e|en|er|erlei)?\b[^.]{0,60}(?:feed-?back|rückmeldung)"
    r"|(?:feed-?back|rückmeldung)\b[^.]{0,80}\bnicht\b|\bnicht\b[^.]{0,60}(?:feed-?back|rückmeldung)",
    re.IGNORECASE,
)
NO_HESITATION = re.compile(
    r"(?:do not|don['’]t) hesitate|zögern sie (?:bitte )?nicht", re.IGNORECASE
)
WANTED = re.compile(
    r"\byour (?:\w+ )?feed-?back|ihre? (?:\w+ )?(?:feed-?back|rückmeldung)\b|survey|questionnaire"
    r"|umfrage|fragebogen|give us|share with us|feed-?back (?:to us|on (?:our|your experience))"
    r"|how (?:we|did we)|geben sie uns|rückmeldung (?:an uns|bis)",
    re.IGNORECASE,
)
"""They ask for it, and do not offer any."""


def feedback_offer(text: str) -> str:
    """The sentence, or nothing."""
    return next((each.text for each in read_sentences(text) if offers(each.text)), "")


def offers(sentence: str) -> bool:
    """Whether it is about feedback for the reader, who may have it."""
    plain = NO_HESITATION.sub("please", sentence)
    found = ABOUT.search(plain) and INVITES.search(plain)
    return bool(found) and not REFUSES.search(plain) and not WANTED.search(plain)
