"""The words that say by when to answer, and those beside which nobody is to answer."""

import re

from tracker.mail.times.days import LONG_WEEKDAYS, MONTH

WHENISH = (
    rf"(?:(?:{LONG_WEEKDAYS})(?:(?:vor|nach)?mittag|abend|morgen|früh)?|{MONTH}|the|end|of|close|business|cob|eod|on|at|noon|midday|midnight|this"
    r"|next|after(?=[ ]next)|coming|latest|tomorrow|today|morning|afternoon|evening"
    r"|zum|am|den|dem|um|uhr|heute|ende|(?:dienst|geschäfts|büro)schluss|feierabend"
    r"|morgen|spätestens|\d{1,2}\.[ ]?\d{1,2}\.(?!\d)"
    r"|\d{1,2}[./]\d{1,2}[./](?:20)?\d\d|20\d\d(?:-\d\d-\d\d)?"
    r"|\d{1,2}[:.][0-5]\d(?:[ ]?[ap]\.?m\b\.?)?|\d{1,2}(?:st|nd|rd|th|\.)?"
    r"(?:[ ]?[ap]\.?m\b\.?|[ ]?o['’]clock)?|[ap]\.?m|a?[ecw][sd]?t|ae[sd]t)(?![\w-])"
)
DEADLINE = re.compile(
    r"\b(?P<word>by|before|not? later than|until|till|latest|bis|rsvp|deadline|due|closes?"
    r"|shuts?|schließt"
    rf"|vor(?= (?:dem|de[nr]|ende|\w+schluss|feierabend)\b)|expires?|to|and|through|und)\b[:,]?"
    rf"(?:[ \n]{{1,2}}[(]?{WHENISH}[,)]?){{1,12}}",
    re.IGNORECASE,
)
ARRIVES = (
    r"\b(?:which|that|it|they|these|papers|documents|copies|forms?|references)"
    r" (?:must|should|needs? to|ha(?:s|ve) to) arrive\b"
)
"""What is sent, and not who comes."""
ANSWER = re.compile(
    r"\blet (?:me|us|them|him|her) know|confirm|\brepl(?:y|ies)|respon[ds]|\banswer|\brsvp\b"
    r"|\btell (?:me|us|them)|get back|accept|decline|\bdecide|\bdecision|\bhear\b|\btext (?:me|us)"
    r"|give (?:me|us|them)|need to know|advise|\bhave until|choose|\bpick\b|\bselect|\bbook\b"
    r"|if (?:that|this|it|you|not)\b|email (?:me|us)|contact (?:me|us)|(?:ring|call) (?:me|us)"
    r"|acknowledg|\bnotify|\binform|\bplease\b|\bcomplet(?:e|ed|ing)\b|\bany ?time\b"
    r"|\bin your own time\b|\bneed(?:ed|s)? (?:this|these|those|it|them|both|all|everything)\b"
    r"|\b(?:brauch|benötig)\w{1,3} (?:wir|ich)?\b|\bwir (?:brauchen|benötigen)\b"
    r"|\b(?:the|your|this|de[rn]|ihr|dieser) (?:\w{1,20} )?(?:link|test|assessment)\b"
    r"|\b(?:stays?|remains?|is|are|be|bleibt|ist|sind) (?:open|valid|active|live|offen|gültig|aktiv"
    r"|geöffnet|online|abrufbar|erreichbar)$|bearbeite|absolvier|freigeschaltet"
    r"|\b(?:submit|return|send|finish|hand)\w*\b[^.!?\n]{0,60}\b(?:solutions?|answers?|tests?"
    r"|exercise|task|work|assessment|it|them)\b"
    r"|\b(?:is|it['’]s|are|be) (?:in|with us|back|done|finished|submitted|returned)\b"
    r"|\b(?:schick|send|reich|gib|geben|schließ)\w*\b[^.!?\n]{0,60}"
    r"(?:lösung|aufgabe|test|probe|ergebnis)"
    r"|bescheid|bestätig|antwort|rückmeld|\bmelden|\bzusage"
    r"|(?<!you )(?:should|must|needs? to|ha(?:s|ve) to) (?:reach|be with|get to|arrive with)"
    r" (?:us|me|our|the (?:office|team|panel|committee))\b|\bmust have (?:it|them|these)\b"
    r"|^[ ,]{0,3}(?:erreich|vorlieg|eingeh|eintreff)"
    rf"|{ARRIVES}|\bbei (?:uns|mir) (?:eingeh|eingegangen|vorlieg)|\b(?:uns|mich)\b[^.!?]{{0,40}}"
    r"\b(?:erreich|vorlieg)"
    r"|nachreich|einreich|nachzureich|einzureich|\breichen\b|zusend|zuschick|zukommen|übermitt"
    r"|\b(?:senden|schicken) sie\b",
    re.IGNORECASE,
)
"""Beside "by" and an hour, that it is one for an answer."""
THERE = re.compile(
    r"\b(?:join|log ?in|sign in|dial|ready|"
    r"(?<!signed )(?<!completed )(?<!submitted )(?<!lodged )(?<!done )"
    r"online(?![- ]?(?:test|assess|aufgabe|interview|frage|form|question|portal|bewerb|appli))"
    r"|attend|be (?:here|there|at)|come|get here|in the (?:room|lobby)|report)\b"
    r"|\bmin(?:ute)?s?\s*$|\barriv",
    re.IGNORECASE,
)
