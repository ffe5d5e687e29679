"""Whether a sentence tells how they will choose whom to invite, or that it is the person."""

import re

TALK = (
    r"(?:interviews?|assessments?(?: (?:days?|cent(?:er|re)s?))?|selection (?:day|cent(?:er|re))"
    r"|\w*gespräche?n?|\w*interviews?)"
)
WHO = (
    r"(?:shortlisted|short-listed|selected|chosen|successful|suitable|eligible|progressing"
    r"|the (?:strongest|best|right)|who (?:are|is|make|meet|get|reach|pass|do|stand|we))"
)
PEOPLE = r"(?:applicants?|candidates?|people|those|anyone|everyone|whoever|the ones|persons?)"
PLAN = re.compile(
    # Those shortlisted will be invited; shortlisted candidates will be interviewed.
    rf"\b(?:{PEOPLE} (?:\w+ ){{0,2}}{WHO}|{WHO} {PEOPLE}|whoever|anyone we|the shortlist)\b"
    r"[^.!?]{0,60}\b(?:will|shall|would|are to|is to|can expect|may|to be)\b[^.!?]{0,40}"
    r"\b(?:invit\w+|interview\w*|contact\w*|asked|called|notified|informed|rung|met|seen|hear)\b"
    rf"|\b(?:invit\w+|contact\w*|interview\w*|call\w*|see|meet\w*|write to) (?:only )?(?:the )?"
    rf"(?:{WHO} {PEOPLE}|{PEOPLE} (?:\w+ ){{0,2}}{WHO}|our shortlist|shortlist)\b"
    # The panel meets to shortlist; shortlisting takes place on Thursday.
    r"|\b(?:panel|committee|board|team|group|managers?|we|they|i)\b[^.!?]{0,60}"
    r"\b(?:to|and|will|be) (?:then )?(?:shortlist(?:ing)?|short-list|sift(?:ing)?|draw up"
    r"|decide (?:who|whom|on who)|choose (?:who|whom)|agree (?:who|whom|on who|the shortlist))\b"
    r"|\b(?:shortlisting|short-listing|the sift|sifting|shortlist meeting)\b[^.!?]{0,20}"
    r"\b(?:will|is|takes|happens|starts|begins|planned|due|on)\b"
    # Interviews are planned for the week of 14 December.
    rf"|\b{TALK}[^.!?]{{0,40}}\b(?:(?:are|is|will be|to be) (?:provisionally |currently |likely )?"
    r"(?:planned|scheduled|held|expected|pencilled)|(?:will |are (?:likely |expected )?to )?"
    r"(?:take|follow|happen|run)|finden)\b"
    # Invitations go out on Friday.
    r"|\b(?:invitations|invites|offers|einladungen)\b[^.!?]{0,20}\b(?:go|will|are|get|gehen|werden)\b"
    # Wer in die engere Wahl kommt, wird eingeladen.
    r"|\b(?:wer|diejenigen|bewerber\w*|kandidat\w*|ausgewählte)\b[^.!?]{0,80}"
    r"\b(?:eingeladen|einladen|laden|kontaktiert|benachrichtigt)\b"
    r"|\b(?:auswahl)?(?:kommission|gremium|ausschuss|jury)\b[^.!?]{0,60}"
    r"\b(?:tagt|berät|trifft sich|wählt|sichtet|entscheidet)\b",
    re.IGNORECASE,
)
TO_YOU = re.compile(
    r"\b(?:yours|your (?:interview|slot|time|appointment|panel)|invite you (?:to|for)|see you"
    r"|you(?:['’]re| are| have been|['’]ve been) (?:also |now |hereby )?(?:invited|shortlisted"
    r"|short-listed|selected|one of|among)|please (?:come|arrive|report|bring|attend|join)"
    r"|ihr (?:termin|gespräch|vorstellungsgespräch)|laden (?:wir )?sie|sie sind)\b",
    re.IGNORECASE,
)
"""That the person is among them."""
IF = re.compile(
    r"\b(?:if|should|once|when|where) (?:you|your \w+)(?:['’]re)?(?: (?:are|is|be|were|make|get))?"
    r"(?: on| to| it to)?(?: the)? (?:shortlist(?:ed)?|short-listed|selected|successful|chosen"
    r"|invited|progress(?:ed)?)\b"
    r"|\b(?:sollten|wenn|falls|kommen) sie\b[^.!?]{0,40}\b(?:wahl|auswahl)\b",
    re.IGNORECASE,
)
"""That the person may come to be."""
LONGEST = 600


def is_plan(sentence: str) -> bool:
    """Whether it says how, when or whom they choose, and not that it is the person."""
    said = " ".join(sentence[:LONGEST].split())
    return bool(IF.search(said) or PLAN.search(said)) and not is_meant(said)


def is_meant(sentence: str) -> bool:
    """Whether it says that the person is chosen, and not only what would be then."""
    said = " ".join(sentence[:LONGEST].split())
    return TO_YOU.search(said) is not None and not IF.search(said)


__all__ = ["is_meant", "is_plan"]
