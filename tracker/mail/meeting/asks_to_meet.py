"""Whether an email says in words that they want to meet the person, or to have a test done."""

import re

from tracker.loop.feedback_reading.sentences import sentences
from tracker.mail.text.form_words import FILLS, FORM
from tracker.mail.text.own_words import own_text

MEETS = re.compile(
    r"\b(?:interview(?:s|ed|ing|ers?)?|meet(?:ing)?s?|meet-up|chats?|calls?|calling|talk(?:ing)?"
    r"|speak(?:ing)?|conversations?|discussion|discuss|catch[- ]?up|coffee|zoom|webex|skype"
    r"|google meet|video (?:call|chat|link)|screening?"
    r"|assessment(?! of (?:your|the|all|each|our|an?)\b)|tests?|exercise|task|challenge"
    r"|case stud(?:y|ies)|presentation|trial|shift|come (?:in|along|and|by|over|to|down)"
    r"|coming (?:in|along|to)|visit"
    r"|drop (?:in|by)|pop (?:in|by|over)|see you|seeing you|host you|have you (?:in|over|here|come)"
    r"|invit(?:e|es|ed|ing|ation)|ring you|ringing|give you a (?:ring|bell|buzz)"
    r"|your availability|are you (?:free|available|around)|time ?slots?|slots?|calendly|calendar"
    r"|appointment|book (?:a|your|one)|face to face|in person|on ?site|open day|work sample"
    r"|tryout|selection (?:day|cent(?:er|re))|evening|lunch|half (?:an )?hour|yarn"
    r"|come (?:and )?see|attend|testing|booked (?:you )?in"
    r"|audition|demo lesson|tour|recorded|get to know you|hear more|tell (?:me|us) more"
    r"|\w*gespräche?\w{0,2}|kennen(?:zu)?lernen|\w*termine?s?|\w*treffen|unterhalten"
    r"|telefonieren|telefonat\w*|telefonisch\w*|anrufe?n?|rufe?n?|besuch\w*|vorbei\w*"
    r"|einlad\w*|eingeladen|lade[nt]?\b(?=[^!?\n]{0,160}\bein\b)|probe\w*|schnupper\w*|hospit\w*|video\w*|\w*aufgabe\w*"
    r"|\w*tests?|\w*fallstudie\w*|auswahltag\w*|austausch\w*|sprechen"
    r"|vorzustellen|sich vorstellen|\w*vorstellungs\w+|begrüßen"
    r"|sehen wir uns|wann (?:passt|hätten|haben|können)|zeit (?:für|haben|hätten))\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    # Of somebody else than the person.
    r"\b(?:speak|speaking|talk|talking|chat|call|calling|meet|discussion|conversations?|ring|contact"
    r"|calls?)\b[^.!?\n]{0,20}\b(?:your|the|both|two|these|those|them|all|a|one|of) ?"
    r"(?:\w+ ){0,3}(?:referees?|references?|supervisors?|managers? who|(?:former|previous|current"
    r"|last) (?:managers?|employers?|supervisors?))\b"
    r"|\b(?:them|they|referees?|references?)\b[^.!?\n]{0,50}\b(?:calls?|contact|phone|email)\b"
    r"|\bmit (?:\w+ ){0,3}(?:referenz\w*|vorgesetzten|(?:früheren|ehemaligen|bisherigen)\b)"
    r"[^.!?\n]{0,40}\b(?:sprechen|telefonieren|unterhalten|austauschen|gespräch\w*)\b"
    r"|\b(?:sprechen|telefonieren|unterhalten|austauschen)\b[^.!?\n]{0,20}\bmit (?:\w+ ){0,3}"
    r"(?:referenz\w*|vorgesetzten|(?:früheren|ehemaligen|bisherigen)\b)"
    # Of one that was.
    r"|\b(?:at|in|during|from|after|following|since|for|about) (?:(?:our|your|the|that|this|last"
    r"|first|second|recent) )+(?:\w+ )?(?:interviews?|meetings?|chat|call|conversation|talk"
    r"|discussion|assessment|tests?|presentation|exercise|task|case study|visit|screening)\b"
    r"(?! (?:on|at|will|is|next|tomorrow|this)\b)"
    r"|\b(?:lovely|great|good|nice|pleasure|pleased|glad|enjoyed|delighted|wonderful)\b"
    r"[^.!?\n]{0,12}\b(?:meeting|to meet|to have met|talking|to talk|speaking|to speak|chatting"
    r"|to chat|seeing|to see|interviewing|having met)\b(?= (?:to |with )?you\b[^.!?\n]{0,40}"
    r"\b(?:on|last|yesterday|today|earlier|the other|this (?:morning|week|afternoon))\b)"
    r"|\b(?:thank(?:s| you)|thanks so much|appreciate\w*)\b[^.!?\n]{0,30}\bfor (?:your time|coming"
    r"|speaking|talking|meeting|taking the time|joining|interviewing|attending|the (?:chat|call"
    r"|meeting|interview|conversation))\b[^.!?\n]{0,40}"
    r"|\bas (?:discussed|agreed|mentioned|talked about)\b[^.!?,\n]{0,60}"
    r"|\b(?:im|beim|nach|seit|aus|während|in|bei|für|zu|zum) (?:unsere[mnrs]?|de[mnrs]|ihre[mnrs]?"
    r"|das)? ?(?:\w{2,30}(?:en|er|em) )?"
    r"(?:\w*gespräch\w{0,2}|\w*interview|assessment|\w*fallstudie|\w*aufgabe|\w*tests?"
    r"|präsentation|\w*termins?|probe\w*)\b(?=[^.!?\n]{0,40}\b(?:haben sie|hast du|waren|war"
    r"|fehlte\w*|hatten|hat|wirkten|wirkte|kam|kamen|gefiel\w*|konnten|vermisst\w*)\b)"
    r"|\b(?:danke|dank)\b[^.!?\n]{0,20}\b(?:für (?:das|ihr|dein|den|unser)"
    r"(?: \w+(?:e|es|en))? (?:\w*gespräch|interview|treffen|telefonat|besuch|austausch|termin))\b"
    # Of the way to send something, and of help.
    r"|\b(?:if|should|falls|wenn|bei)\b[^.!?\n]{0,60}\b(?:call|ring|speak|talk|discuss|contact"
    r"|anrufen?|rufen|sprechen|telefonisch)\b[^.!?\n]{0,30}"
    r"|\b(?:give|call|ring|phone|contact|reach) (?:us|me)\b[^.!?\n]{0,40}"
    r"|\b(?:applications?|bewerbung\w*)\b[^.!?\n]{0,20}\bonline\b"
    r"|\bonline(?:[- ]?(?:application|form|questionnaire|portal|account|profile|bogen"
    r"|formular|fragebogen|bewerb\w*))"
    r"|\b(?:panel|interviewers?|screening|pre-screening)\b(?=[^.!?\n]{0,60}\b(?:form|questionnaire"
    r"|decision|decide|report|consider|finali[sz]|questions?|works?)\b)"
    r"|\binvit(?:e|ed|ing) (?:you )?to (?:complete|fill|submit|provide|send|update|upload|log)\b"
    r"|\b(?:auswahl(?:verfahren|prozess\w*)|vorstellung(?:en|s)?\b|gehaltsvorstellung\w*)"
    r"|\b(?:case stud(?:y|ies)|assessment|tests?|exercise|task|challenge|presentation|fallstudie)\b"
    r"(?=[^.!?\n]{0,60}\b(?:fehlte\w*|missed|lacked|was|were|didn['’]t|did not|had|handled|could"
    r"(?:n['’]t)? have|felt)\b)",
    re.IGNORECASE,
)
"""Beside these words nobody asks the person to meet."""
OR_A_FORM = re.compile(
    rf"{OTHERS.pattern}|\byour availability\b|\bare you available\b"
    r"|\bwann (?:haben|hätten|können) (?:sie|du)\b(?: zeit\b)?|\bzeit (?:haben|hätten)\b",
    re.IGNORECASE,
)
"""When somebody could work is what a form asks."""

MOST, LONGEST = 150, 1_000
"""Sentences that are read, and characters of each."""
FEEDBACK = re.compile(r"feed-?back|rückmeldung", re.IGNORECASE)
"""A subject that names the interview behind it, and no new one."""


def asks_to_meet(text: str, subject: str) -> bool:
    """Whether the subject or a sentence speaks of meeting the person, of a call or a test."""
    read = sentences(own_text(text))[:MOST]
    head = "" if FEEDBACK.search(subject[:300]) else subject[:300]
    said = (head, *(each.text[:LONGEST] for each in read if not each.framing))
    others = OR_A_FORM if any(FILLS.search(each) and FORM.search(each) for each in said) else OTHERS
    return any(MEETS.search(others.sub(" ", each)) for each in said)


__all__ = ["asks_to_meet"]
