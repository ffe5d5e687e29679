"""Whether whoever wrote reads an answer, and wants the work for a test back in one."""

import re

from tracker.loop.feedback_reading.sentences import sentences
from tracker.mail.meeting.exercises import hands_in
from tracker.mail.text.own_words import own_text

NO_REPLY = re.compile(r"(?:no|do-?not|keine?|nicht)[-_.]?(?:reply|antwort\w{0,4})", re.IGNORECASE)
"""An address that nobody reads."""
UNREAD = re.compile(
    r"\b(?:do[ ]not|don['’]t|cannot|can['’]t|unable[ ]to)[ ](?:reply|respond|answer)[ ]"
    r"(?:directly[ ])?(?:to[ ])?(?:this|the)\b"
    r"|\b(?:replies|responses|answers)[ ](?:to[ ]this[^.!?\n]{0,40}[ ])?(?:are|is|will)[ ]"
    r"(?:not[ ])?(?:be[ ])?(?:not[ ])?(?:monitored|read|received|answered|seen)\b"
    r"|\b(?:mailbox|inbox|address|account)[ ](?:is[ ]not|isn['’]t|is[ ]un)[ ]?"
    r"(?:monitored|attended|read|staffed)\b"
    r"|\b(?:antworten[ ]sie|antworte)[ ](?:bitte[ ])?nicht[ ]auf[ ]diese"
    r"|\bnicht[ ]auf[ ]diese[^.!?\n]{0,40}[ ](?:zu[ ])?antworten\b"
    r"|\b(?:postfach|adresse)[^.!?\n]{0,20}[ ]nicht[ ](?:gelesen|überwacht|betreut)",
    re.IGNORECASE,
)
BY_EMAIL = re.compile(
    r"\b(?:send|e-?mail|return|reply|attach|back[ ]to[ ](?:me|us)|zurück\w*|zusenden|einsenden"
    r"|(?:schick|send|mail)(?:e|en|t)?)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"\b(?:upload|portal|link|online|website|hochladen|laden)\b", re.IGNORECASE)
READ = 6_000


def reads_no_answer(text: str, address: str) -> bool:
    """By the sender's address, or their own words."""
    by_address = NO_REPLY.match(address.partition("@")[0]) is not None
    return by_address or UNREAD.search(own_text(text)[:READ]) is not None


def wants_answers(text: str) -> bool:
    """Whether what is written for a test goes back by email."""
    return any(
        hands_in(each.text, text) and BY_EMAIL.search(each.text) and not ELSEWHERE.search(each.text)
        for each in sentences(own_text(text)[:READ])
    )


__all__ = ["reads_no_answer", "wants_answers"]
