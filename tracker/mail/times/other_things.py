"""What is moved, changed or used instead, and is no time: a link, a room, a system, people."""

import re

from tracker.mail.times.days import LONG_WEEKDAYS, MONTH

WHEN = (
    r"(?:\d{1,2}(?:[:.]\d\d|[ ]?(?:[ap]\.?m|Uhr)|st|nd|rd|th)"
    rf"|{LONG_WEEKDAYS}|{MONTH}|tomorrow|today|tonight|morning|afternoon|evening|noon|midday|week"
    r"|heute|later|earlier|sooner|times?|dates?|days?|slots?|Termins?|Uhrzeit|Zeit|Tag)\b"
)
TALK = r"(?:interview|meeting|call|chat|conversation|assessment|appointment|gespräch|termin)"
THING = (
    r"(?:(?:video|meeting|web|dial[ -]?in|conference|join(?:ing)?)?[ -]?links?|rooms?|buildings?"
    r"|floors?|levels?|suites?|venues?|location|locations|place|address|offices?|campus|entrance"
    r"|systems?|platforms?|software|tool|account|app|provider|zoom|teams|skype|webex|meet|whatsapp"
    r"|facetime|video|phone|telephone|in[ ]person|dial-?[ ]?in|numbers?|codes?|passcodes?"
    r"|pass[ ]?words?|pin|ids?|url|details|invite|invitation|panel|interviewers?|panell?ists?"
    r"|format|parking|\w{0,20}link|raum|räume|gebäude|etage|stock(?:werk)?|ort|adresse|plattform|system"
    r"|konto|anbieter|einwahl\w*|nummer|zugangs\w+|kennwort|passwort|zugang|format|besetzung)"
)
AN_THING = rf"{THING}\b(?![ ](?:\w+[ ])?{TALK})(?!['’]s[ ]{TALK})"
"""Not the Zoom call: that is the interview."""
NEXT = r"(?!\b(?:we|i|wir|ich|so|as|because|since|while|but|when|due|da|weil|daher|aber)\b)"
NO_WHEN = rf"(?!\b{WHEN})"
NO_TO_WHEN = rf"(?!\b(?:to|for|auf|until)[ ](?:(?:the|an?|next|this|den|die|de[mr])[ ])?{WHEN})"
NOT_WHEN_AFTER = rf"(?![ ](?:to|auf)[ ](?:\w+[ ]){{0,2}}{WHEN})"
ITS_TIME = (
    r"(?!\b(?:the|its|and|new|different|another|die|der|neue[rn]?)[ ]"
    r"(?:times?|dates?|days?|slots?|Uhrzeit|Zeit|Tag|Termin)\b)"
)
VERB = r"(?:mov(?:e|ed|ing)|chang(?:e|ed|ing)|swap(?:ped|ping)?|shift(?:ed|ing)?|switch(?:ed|ing)?)"
USES = (
    r"(?:us(?:e|ing)|join(?:ing)?|click|dial|call|ring|come[ ]to|go[ ]to|head[ ]to|open|follow"
    r"|connect|log[ ]in|nutzen|verwenden|benutzen|wählen|klicken|kommen)"
)
NO_PART = r"(?!\w*(?:mittag|abend|morgen|woche|monat)s?\b)"
WHO = rf"{NO_WHEN}{NO_PART}(?-i:[A-ZÄÖÜ])[\w'’-]+"
OTHER_THINGS = re.compile(
    # The link for your interview has changed.
    rf"\b{AN_THING}(?:{NEXT}{ITS_TIME}[^.!?\n]|\.(?=\d|m\b)|(?<=[ap]\.m)\.){{0,140}}?"
    rf"\b(?:(?:has|have|had|was|were|is|are|will|needs?|must)(?:[ ][\w’']+){{0,3}}?"
    rf"[ ](?:be[ ])?(?:changed|change|changing|moved|swapped)\b|changes\b){NOT_WHEN_AFTER}"
    # Changed the room, moved to another system.
    rf"|\b{VERB}(?:[ ]{NEXT}{NO_WHEN}[\w’'-]+){{0,6}}?[ ]{AN_THING}"
    # Moved your interview on Thursday to another room, our calls from Zoom to Teams.
    rf"|\b{VERB}\b(?:{NEXT}{NO_TO_WHEN}[^.!?\n]|\.(?=\d|m\b)|(?<=[ap]\.m)\.){{0,140}}?"
    rf"(?<!\bdue)[ ](?:to|into|onto|from)[ ](?:{NO_WHEN}[\w’'-]+[ ]){{0,3}}?{AN_THING}"
    # Changed your interview to a phone call.
    rf"|\b{VERB}\b(?:{NEXT}{NO_TO_WHEN}[^.!?\n]|\.(?=\d|m\b)|(?<=[ap]\.m)\.){{0,140}}?"
    r"[ ](?:to|into)[ ](?:an?[ ])?(?:phone|telephone|video|zoom|teams|skype|online|virtual|remote"
    r"|in[- ]person)\b"
    # Use this one instead.
    rf"|\b(?:{USES}|{THING})\b(?:{NO_WHEN}[^.!?\n]){{0,100}}?\b(?:instead|stattdessen)\b"
    rf"(?![ ]of\b)(?![ ](?:on|at|am|um)\b)"
    r"|\b(?:instead|stattdessen),?[ ](?:please[ ]|bitte[ ])?(?:use|click|dial|diese[nrs]?)\b"
    rf"|\bstattdessen\b(?:{NO_WHEN}[^.!?\n]){{0,60}}?\b(?:nutzen|verwenden|benutzen|{THING})\b"
    rf"|\b(?:will|is|are)[ ](?:be[ ]|now[ ])?(?:interview|join|replac|lead|run|sit|stand|step"
    rf"|tak|on)\w{{0,3}}\b(?:{NO_WHEN}[^.!?\n]){{0,60}}?\binstead\b(?![ ](?:of|on|at)\b)"
    # Von Zoom auf Teams verlegt.
    rf"|\b(?:auf|in|nach|zu)[ ](?:{NO_WHEN}[\wäöüß-]+[ ]){{0,3}}?{AN_THING}"
    r"(?:[ ][\wäöüß-]+){0,3}?[ ](?:verlegt?|verlegen|verschoben)\b"
    # Sam can't make it, so Dana is there.
    r"|\b(?-i:[A-Z])\w+[ ](?:can(?:not|['’]t)|is[ ]unable[ ]to)[ ](?:make|do|attend|manage)\b"
    r"(?:(?!\b(?:we|i)\b)[^.!?\n]){0,40}\b(?:so|and)[ ](?-i:[A-Z])\w+(?:[ ](?-i:[A-Z])\w+)?"
    r"(?:[ ](?:from|of)[ ][^.!?,\n]{1,40})?,?[ ](?:will|is|takes|steps|stands)\b"
    # With Dana Ito instead of Sam.
    rf"|\b{WHO}(?:[ ]{WHO}){{0,2}}[ ](?:instead[ ]of|rather[ ]than|in[ ]place[ ]of|statt|anstatt"
    rf"|anstelle[ ]von)[ ]{WHO}\b"
    # It is now held in room 4, at 12 Harbour Street.
    rf"|\b(?:will[ ]now[ ]be|is[ ]now|are[ ]now)[ ](?:held[ ]|tak(?:e|ing)[ ]place[ ])?"
    rf"(?:in|on|via|by|over|at)[ ](?:{NO_WHEN}[\w’'-]+[ ]){{0,3}}?{AN_THING}"
    r"|\b(?:will[ ]now[ ]be|is[ ]now|are[ ]now)[ ](?:held[ ]|tak(?:e|ing)[ ]place[ ])?at[ ]"
    r"\d{1,4}\w?[ ](?-i:[A-Z])[^.!?,\n]{1,30}\b(?:street|st|road|rd|avenue|ave|lane|place|drive)\b"
    rf"|\b{THING}\b[^.!?\n]{{0,40}}\boriginally\b|\boriginally[ ](?:sent|shared|gave|attached)\b",
    re.IGNORECASE,
)
"""Beside these words the time stays."""

MAY_SAY = re.compile(
    r"instead|stattdessen|mov[ei]|chang|swap|shift|switch|verleg|verschob|originally|\bnow\b|can",
    re.IGNORECASE,
)
PIECES = re.compile(r"(?<=[!?\n])|(?<=\.)(?<![ap]\.m\.)(?=\s)")
READ, LONGEST = 3_600, 300
"""Characters of an email, and of a sentence."""
NEW_WAY_IN = re.compile(
    r"\b(?:new|updated|different|correct(?:ed)?|right|another|neue[nrs]?|andere[nrs]?|richtige[nrs]?)"
    r"[ ](?:[\w-]+[ ]){0,2}?(?:links?|\w{0,20}link|rooms?|venue|dial-?[ ]?in|passcode|meeting[ ]id"
    r"|joining[ ]details|raum|einwahl\w*|zugangs\w+)\b",
    re.IGNORECASE,
)

OF_YOURS = re.compile(
    r"\b(?:your|our|ihr\w?|dein\w?|unser\w?)[ ](?:[\w-]+[ ]){0,2}?"
    r"(?:interview|call|chat|meeting|conversation|appointment|gespräch|vorstellungsgespräch|termin)\b"
    r"[^.!?\n]{0,60}\b(?:with|by|via|through|at|in|on|here|link|über|per|mit|führt|unter|hier)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:invit\w*|another|second|next|final|further|would like|['’]d like|arrange|schedule|book"
    r"|pick|choose|suggest|when|which|zweite\w*|weitere\w*|einlad\w*|möchten|wann|welche\w*)\b",
    re.IGNORECASE,
)
"""That another interview is spoken of, or that its time is still to be found."""


def tells_of_yours(text: str) -> bool:
    """Whether it says where or with whom an interview is that was agreed before."""
    said = text[:READ]
    return OF_YOURS.search(said) is not None and TO_COME.search(said) is None


def says_other_thing(text: str) -> bool:
    """Whether a link, a room, a system or who comes is another than it was."""
    return NEW_WAY_IN.search(text[:READ]) is not None or without_other_things(text) != text


def without_other_things(text: str) -> str:
    """Without what is said of them, as far as it is read."""
    pieces = [_without(each) for each in PIECES.split(text[:READ])]
    return "".join((*pieces, text[READ:]))


def _without(sentence: str) -> str:
    if len(sentence) > LONGEST or not MAY_SAY.search(sentence):
        return sentence
    return OTHER_THINGS.sub(" ", sentence)


__all__ = ["says_other_thing", "tells_of_yours", "without_other_things"]
