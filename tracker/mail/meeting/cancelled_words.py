"""The words that call an interview off, and those that only look like it."""

import re

TALK = (
    r"\b(?:interview|meeting|call|chat|conversation|appointment|assessment|discussion|round|trial"
    r"|vorstellungsgespräch|gespräch|termin)"
)
NOT = (
    r"(?:\bno longer|n['’]t|\b(?:can)?not|\bunable)(?: now| yet)?(?: be)?(?: able)?(?: to)?(?: be)?"
)
OFF = re.compile(
    rf"{TALK}s?\b[^!?]{{0,120}}?(?:\b(?:cancell?ed|called[ ]off|withdrawn|abgesagt)\b"
    rf"|{NOT} (?:going ahead|go ahead|proceed(?:ing)?"
    r"|tak(?:e|ing) place|happen(?:ing)?|held|required|needed)\b"
    r"|\bfällt\b[^!?]{0,40}\baus\b|\bausfallen\b|\bentfällt\b|\bentfallen\b"
    r"|\bfindet\b[^!?]{0,30}\bnicht\b|\bnicht stattfinden\b)"
    rf"|\b(?:cancel(?:ling|ing|led)?|call(?:ing|ed)? off)\b[^!?]{{0,60}}?{TALK}s?\b"
    rf"|{NOT} (?:do|doing|run|running|hold) (?:any |the |our |your )?{TALK[2:]}s? "
    r"(?:today|tomorrow|this (?:morning|afternoon|week)|as planned)\b"
    rf"|{NOT} (?:going ahead|go ahead|proceed(?:ing)?"
    rf"|hold(?:ing)?)\b[^!?]{{0,30}}?{TALK}s?\b"
    rf"|\b(?:muss|müssen)\b[^!?]{{0,160}}?{TALK}[^!?]{{0,160}}?"
    r"\b(?:absagen|canceln|streichen|ausfallen lassen)\b"
    rf"|{TALK}s?\b[^!?]{{0,120}}?\b(?:muss|müssen)\b[^!?]{{0,80}}?\b(?:absagen|ausfallen)\b"
    rf"|\b(?:sagen?)\b[^!?]{{0,60}}?{TALK}[^!?]{{0,160}}?\bab\b(?=[^\w]|$)"
    rf"|{TALK}s?\b[^!?]{{0,60}}?\b(?:is|['’]s) off\b",
    re.IGNORECASE,
)
NO_SUBJECT = re.compile(
    r"\b(?:(?:after|following|since|in|at|during|from|before|until|nach|vor|seit)"
    r" (?:the|our|your|this|that|my|de[mnr]|unsere[mnr]|Ihre[mnr]|deine[mnr])"
    r"|im|beim|zum|vom|an?|any|kein\w*|eine[nm]?) "
    rf"(?:[\w-]+ ){{0,2}}?{TALK}s?\b|\bto (?:interview|assessment)s?\b",
    re.IGNORECASE,
)
"""After the interview, no interview: something else is what does not happen."""
IN_CASE = re.compile(
    r"\b(?:if|unless|in case|should (?:you|it|this|we)|to cancel or|cancel or|or cancel|policy"
    r"|(?<!\bi )(?<!\bwe )(?:need|wish|want|like) to cancel your"
    r"|(?:hours?|days?)[’']? notice|falls|wenn|sollten|your application)\b"
    r"|\bplease\b[^!?]{0,30}\bcancel",
    re.IGNORECASE,
)
"""Nothing is called off yet, or it is about more than the interview."""
AGAIN = re.compile(
    r"\bresched|\binstead\b|\bnew (?:time|date|day)\b|\bmoved to\b|\bpostpon|\bpush|verschob"
    r"|verschieb|ersatztermin|\banother (?:time|day|date)\b|\bnext available\b",
    re.IGNORECASE,
)
"""Beside another day: it is to be held all the same."""
DROPS = re.compile(
    r"\b(?:have|has|had|having|need|going|got|better|must|forced|['’]ll)(?: to)? "
    r"(?:leave|skip|scrap|drop|forget|ditch|abandon|bin|miss|shelve|park|give up on|leave out) "
    r"(?:our |your |the |this |that )?"
    rf"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)(?:['’]s {TALK}\b)?"
    rf"(?!['’]|[ ](?:free|open|early|for|to|at|with|night)\b)\b|{TALK[2:]}\b)",
    re.IGNORECASE,
)
"""We'll have to leave Thursday: it is off where another day is to come."""
NAMES_ONE = re.compile(
    r"\b(?:our|your|the|this|an?|unser|ihr|dein|das|de[mnrs]|ein|zum|am)\b[^.!?]{0,30}"
    r"\b(?:interview|vorstellungsgespräch|gespräch|termin|meeting|call|appointment)s?\b"
    r"(?=[^.!?]{0,60}(?:\d|day\b|tomorrow|tag\b|mittwoch|morgen|planned|booked|arranged|agreed"
    r"|scheduled|vereinbart|geplant))",
    re.IGNORECASE,
)
IT_IS_OFF = re.compile(
    r"\b(?:cancell?(?:ed|ing)?|call(?:ed|ing)?)[ ](?:it|this|that|ours|yours)\b(?! policy)"
    r"|\b(?:it|this|that)\b[^.!?]{0,30}\b(?:cancell?ed|called[ ]off)\b"
    r"|\b(?:it|this|that)[ ](?:will not|won['’]t|can(?:not| not|['’]t))(?: now)?[ ]"
    r"(?:be going ahead|go ahead|take place|be held|happen)\b"
    r"|\b(?:muss|müssen)\b[^.!?]{0,60}\b(?:es|ihn|das|diesen|dieses)\b[^.!?]{0,60}\babsagen\b"
    r"|\b(?:es|er|das|dieses|dieser)\b[^.!?]{0,60}\b(?:muss|kann)\b[^.!?]{0,60}"
    r"\b(?:ausfallen|abgesagt werden|nicht stattfinden)\b"
    r"|\b(?:muss|kann)[ ](?:es|er|das|dieses|dieser)\b[^.!?]{0,60}"
    r"\b(?:ausfallen|abgesagt werden|nicht stattfinden)\b",
    re.IGNORECASE,
)
"""Of the interview that the sentence before names."""
