"""A refusal that only may come to be, or is of others' applications: no no to who reads it."""

import re

PAPER = (
    r"(?:\w*(?:forms?|declarations?|documents?|documentation|papers?|paperwork|information|details"
    r"|evidence|proof|repl(?:y|ies)|response|consent|confirmation|answers?|statements?|checks?"
    r"|references?|referees|certificates?|transcripts?|signature|cop(?:y|ies)|cv|résumé|resume"
    r"|letter|attachments?|work samples?|questionnaire)"
    r"|\w*(?:formular\w{0,2}|erklärung\w{0,2}|unterlagen|dokumente?n?|nachweise?\w?|zeugnisse?n?"
    r"|angaben|bogens?|fragebogens?|zustimmung|einwilligung|rückmeldung|antwort|bestätigung"
    r"|anschreiben|lebenslauf|kopien?|arbeitsprobe))"
)
DUE = (
    r"(?:receiv\w{1,3}|hear\w{0,3}|get|have|complet\w{1,3}|submit\w{0,4}|return\w{0,3}|provid\w{1,3}"
    r"|suppl\w{1,4}|send|sent|sign\w{0,3}|upload\w{0,3}|lodg\w{1,3}|fill\w{0,3}|confirm\w{0,3}"
    r"|repl\w{1,4}|respond\w{0,3}|attach\w{0,3}|answer\w{0,3}|miss\w{0,3}|in|here|erhalten|bekommen"
    r"|hören|vorlieg\w{1,3}|eingeh\w{1,3}|eingegangen|ein|da|vor|\w*(?:füllen|füllt|reichen|reicht"
    r"|gereicht|senden|schicken|antworten|melden|bestätigen|unterschreiben|laden))"
)
NOT = r"(?:not|n['’]t|no|nothing|nobody|nicht|nichts|kein\w{0,2})"
CONDITION = re.compile(
    rf"\b(?:if|should|falls|wenn|sofern|sollten?)\b[^.!?;]{{0,50}}(?:\b|(?=n['’]t)){NOT}\b"
    rf"[^.!?;]{{0,60}}\b{DUE}\b|\bif\b[^.!?;]{{0,40}}\b(?:is|are) (?:late|missing|incomplete)\b"
    rf"|\b(?:unless|until|till)\b[^.!?;]{{0,80}}\b{DUE}\b"
    rf"|\b(?:solange|bis|bevor|ehe) (?:wir|uns|sie|ihre?|die|der|das|alle)\b"
    rf"[^.!?;]{{0,80}}\b{DUE}\b"
    rf"|\b(?:without|in the absence of|ohne|mangels)\b[^.!?;,]{{0,50}}\b{PAPER}\b"
    rf"|\b(?:failure|failing|fail) to\b[^.!?;]{{0,30}}\b{DUE}\b"
    r"|^\W*(?:otherwise|or else|failing that|ansonsten|andernfalls|anderenfalls|sonst)\b"
    rf"|^\W*(?:geht|gehen|liegt|liegen|kommt|fehlt|fehlen|erhalten|reichen|senden)\b[^.!?;]{{0,80}}"
    rf"\b{NOT}\b",
    re.IGNORECASE,
)
"""Something is to come of the person first."""
LATE = (
    r"(?:late|incomplete|unsigned|unanswered|missing|partial|overdue|verspätet\w*|unvollständig\w*"
    r"|nicht (?:rechtzeitig|fristgerecht|vollständig)|zu spät)"
)
OTHERS = re.compile(
    rf"\b{LATE}\b[ ](?:or \w+ |oder \w+ |and \w+ |und \w+ )?(?:(?:und|eingereichte|eingegangene"
    r"|eingehende|ausgefüllte|submitted|completed|online)[ ]){0,2}"
    rf"(?:applications|submissions|responses|replies|bewerbungen|einsendungen|{PAPER})\b"
    r"|\b(?:applications|applicants|candidates|those|anyone|people|submissions|bewerbungen)\b"
    rf"[^.!?;]{{0,60}}\b(?:(?:without|missing|ohne)\b[^.!?;,]{{0,40}}\b{PAPER}\b"
    rf"|(?:who|that|which) (?:do(?:es)? not|don['’]t|fail(?:s|ed)? to|have not)\b"
    rf"[^.!?;]{{0,30}}\b{DUE}"
    r"|received after|submitted after|(?:that|which) (?:are|arrive) (?:late|incomplete|after))\b"
    r"|\b(?:wer|\w{0,10}(?:bewerber|kandidat)\w{0,6}, die|diejenigen, die|bewerbungen, die)\b"
    rf"[^.!?;]{{0,60}}\b{NOT}\b[^.!?;]{{0,60}}\b{DUE}\b",
    re.IGNORECASE,
)
"""Applications, in the plural: of whoever does not do what is asked."""
DECIDED = re.compile(
    r"^\W*leider\b|\b(?:unfortunately|regret\w{0,5}|sorry|sadly|afraid|decided|this occasion"
    r"|disappoint\w{1,5}|after careful|bedauer\w{1,4}|entschieden|entschlossen)\b"
    r"|\b(?:as|because|since|da|weil) (?:you|your|we|it|sie|ihre|wir|es)\b"
    r"|\byour application (?:was|is|has been|did|does|arrived)\b",
    re.IGNORECASE,
)
"""It was looked at: that is a no, whatever stands beside it."""
YOURS = re.compile(r"\b(?:your|ihre|deine|you|sie|dich|dir|ihnen)\b", re.IGNORECASE)


TURNS = re.compile(r"[;:–—]|,? \b(?:but|however|though|aber|jedoch)\b", re.IGNORECASE)
"""Behind it something else is said."""


def is_conditional(sentence: str, at: int) -> bool:
    """Whether what it refuses there depends on what is still to come, or is of others."""
    starts = max((each.end() for each in TURNS.finditer(sentence, 0, at)), default=0)
    turn = TURNS.search(sentence, at)
    plain = " ".join(sentence[starts : turn.start() if turn else None].split())
    if DECIDED.search(plain):
        return False
    others = OTHERS.search(plain)
    if others is not None and not YOURS.search(plain[: others.start()]):
        return True
    return CONDITION.search(plain) is not None


__all__ = ["is_conditional"]
