"""Words for a form that is to be filled in, by the words of both languages."""

import re

FORM = re.compile(
    r"\b(?:form|questionnaire|declaration|code of conduct|(?:privacy|consent|interest) statement"
    r"|\w{0,24}bogen|\w{0,24}formular|\w{0,24}erklärung|\w{0,10}selbstauskunft)\b",
    re.IGNORECASE,
)
RETURNS = re.compile(
    r"\b(?:please|kindly|pls|(?:could|can|would|will) you|need you to|you (?:need|have) to|must)\b"
    r"[^.!?]{0,60}\b(?:fill|complete|sign|return|submit|send|scan)\b[^.!?]{0,30}"
    r"\b(?:it|them|this|both)\b"
    r"|\b(?:bitte|könnten sie|können sie|würden sie)\b[^.!?]{0,60}\b(?:ihn|es|sie|diesen|dieses"
    r"|beide|den|das)\b[^.!?]{0,60}\b(?:aus|zurück\w{0,10}|unterschr\w{1,10}|ausfüllen|ausgefüllt)\b"
    r"|\b(?:füllen|unterschreiben|schicken|senden) sie\b[^.!?]{0,20}"
    r"\b(?:ihn|es|sie|diesen|dieses|beide)\b[^.!?]{0,60}\b(?:aus|zurück\w{0,10}|unterschr\w{1,10})",
    re.IGNORECASE,
)
"""Please fill it in, sign it and return it."""
NO_FORM = re.compile(
    r"\b(?:contract|agreement|letter of offer|offer letter|\w{0,24}vertrag\w{0,3})\b", re.IGNORECASE
)
"""Beside it, what comes back is a contract."""
FORM_NAME = re.compile(
    r"\b(?P<which>this|our|an?|the|your|following)[ ]"
    r"(?P<about>(?:(?!(?:the|your|our|an?|this|to|of|for|please|complete|fill|send|sign|return)\b)"
    r"[\w’'/&-]+[ ]){1,7}?)(?<!\band )(?<!\bor )(?=(?:form|questionnaire)\b)",
    re.IGNORECASE,
)
"""This availability and work rights form: none of its words is a thing of its own."""
FORM_ABOUT = re.compile(
    r"(?:(?<=\bform )|(?<=naire ))(?:with|about|on|covering|regarding)[ ][^.!?:\n]{0,80}"
    r"|(?:(?<=bogen )|(?<=mular ))(?:zu|über)[ ][^.!?:,\n]{0,60}?"
    r"(?=[ ](?:bis|aus)\b|[.!?:,\n]|$)",
    re.IGNORECASE,
)
"""What is filled in there."""
THROUGH_FORM = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|give us|teilen sie uns|nennen sie uns|geben sie)\b"
    r"[^.!?]{0,100}\b(?:by (?:filling|completing)|using|via|through|in|on|über|mit)\b"
    r"(?=[^.!?]{0,30}\b(?:form|questionnaire|\w{0,24}bogen|\w{0,24}formular)\b)",
    re.IGNORECASE,
)
"""Before it, what is told there."""
FILLS = re.compile(r"\b(?:fill|complete|füll\w{0,3}|ausfüll\w{0,3}|auszufüllen)\b", re.IGNORECASE)


def names_doubtful_form(said: str) -> bool:
    """Whether it may be one thing or two: your licence and consent form."""
    return any(
        found["which"].lower() in ("the", "your") and " and " in found["about"]
        for found in FORM_NAME.finditer(said)
    )


def without_form_names(said: str) -> str:
    """What a form is about is nothing to send beside it."""
    said = THROUGH_FORM.sub(" ", said)
    said = FORM_NAME.sub(lambda found: f"{found['which']} ", said)
    return FORM_ABOUT.sub(" ", said) if FILLS.search(said) else said
