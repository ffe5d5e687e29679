"""Words that are no move and no cancellation, and only look like one: findet am Montag statt."""

import re

from tracker.mail.times.days import LONG_WEEKDAYS, MONTH
from tracker.mail.times.other_things import without_other_things

TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d|[ ]?(?:[ap]\.?m|Uhr)|st|nd|rd|th)"
    rf"|\d|{LONG_WEEKDAYS}|{MONTH}|tomorrow|today|morgen|heute|time|date|day|slot|Termins?|Uhrzeit"
    r"|planned|scheduled|original|originally|first|earlier|next|geplant\w*|ursprünglich\w*)\b"
)
TALK = r"(?:interview|meeting|call|chat|conversation|assessment|gespräch|termin)"
TAKES_PLACE = re.compile(
    rf"\b(?:finde[nt]?|fand(?:en)?)\b(?:(?!\b(?:{LONG_WEEKDAYS})|\d)[^.!?]){{0,200}}?\bstatt\b"
    r"|\bstatt(?=[ \n]{0,2}(?:[.,;:!?)–-]|$|(?:und|oder|sowie)\b|zu?finden|finde[nt]|gefunden)"
    r"|\n[ ]?\n)",
    re.IGNORECASE,
)
"""The other half of finden: never "in place of"."""
LOOK_ALIKES = re.compile(
    rf"\b(?:instead[ ]of|rather[ ]than|in[ ]place[ ]of)\b(?![ \n]{{1,2}}"
    rf"(?:[\w’']+[ \n]){{0,4}}?{TIME})"
    r"|\b(?:an)?statt\b(?![ \n]{1,2}(?:(?:am|um|an|de[mnrs]|wie|vom|zum|zuerst|\w{2,20}en)[ \n])"
    rf"{{0,4}}?{TIME})"
    r"|\b(?:sorry|apolog\w+|excuse|pardon|despite|regret)\b[^.!?\n]{0,30}\bdelay(?:ed|s)?\b"
    r"|\bdelay(?:ed)?[ ](?:in|with|on|reply|response|answer)\b"
    r"|\b(?:no|any|without|nothing|not|never|hasn['’]t|haven['’]t|won['’]t|climate)\b"
    r"[ ](?:(?:is|has|have|been|further|other|will|to)[ ]){0,2}chang(?:e|es|ed|ing)\b"
    r"|\b(?-i:Change)[sd]?[ ](?:(?:and|&)[ ])?(?-i:[A-Z])|\bchange[ ]management\b"
    r"|\bchang(?:e|ed|ing)[ ](?:quickly|fast|lives|careers?|jobs?|roles?|the[ ]world|environment"
    r"|world|needs|rooms?)\b"
    r"|\b(?:we|offices?|team|company|business)[ ](?:(?:have|has|had|are|is|will|recently|just|only)"
    r"[ ]){0,3}mov(?:e|ed|ing)[ ]"
    rf"(?:in\b|offices?|last|this|house|down|up|(?:in)?to[ ](?:(?!{TALK})[^.!?\n]){{0,30}}"
    r"\b(?:level|floor|suite|building|office|premises|street|st|road|rd|address)\b)"
    r"|\bmov(?:e|ing)[ ](?:fast|quickly)|\bfast[ -]moving\b"
    rf"|\b(?:things?|circumstances|something|situation|budgets?|funding|teams?|priorities|lot"
    rf"|much|needs?|structure)\b(?:[ ](?:have|has|had|just|recently|now|also)|['’]s|['’]ve){{1,3}}"
    rf"[ ]changed\b(?![ ](?:with|for|about|to)[ ](?:our|your|the)[ ](?:\w+[ ])?{TALK})"
    r"|\b(?:roles?|positions?|vacancy|jobs?|opening)\b[^.!?\n]{0,60}\b(?:open|available|vacant"
    r"|advertised|funded|on[ ]the[ ]market)\b[^.!?\n]{0,20}\b(?:again|once[ ]more|after[ ]all"
    r"|instead)\b"
    r"|\boriginally[ ](?:filled|chose|chosen|offered|hired|selected|appointed|declined|decided"
    r"|told|said|went|had[ ](?:filled|chosen|offered|hired)|been[ ]filled)\b"
    r"|\bput(?:ting)?[ ](?:the|this|our)[ ](?:role|position|vacancy|job)[ ]back\b"
    r"|\boriginally[ ](?:from|trained|founded|built|posted|advertised|going[ ]to[ ](?:call|ring))"
    r"|\bback[ ]in[ ]touch\b|\bput[ ]off[ ]by\b|\bpush(?:ed|ing)?[ ](?:hard|for|ahead|on)\b"
    r"|\b(?:look(?:s|ed|ing)?|come|straight)[ -]?forward\b|\bswap[ ](?:notes|ideas|stories)\b"
    r"|\bnew[ ](?:day|time|date)[ ](?:in|of|for)[ ](?:our|your|the)[ ](?:history|start|team|role)"
    r"|\b(?:Büro|Sitz|Standort|Praxis|Kanzlei|Firma)\b[^.!?\n]{0,40}\b(?:verleg|verschob)\w*"
    r"|\bverleger\w*",
    re.IGNORECASE,
)
"""Beside these words nothing is put on another day."""
GOES_ON = re.compile(
    rf"\b(?:for|during|at|in|before|to|after)[ ](?:the|this|your|our|an?)[ ](?:\w+[ ])?{TALK}\b"
    r"[^!?]{0,120}\b(?:required|needed)\b"
    r"|\b(?:required|needed)[ ](?:to|for|by)\b|,[^!?,]{0,60}\b(?:required|needed)\b"
    r"|\b(?:not|n['’]t)[ ](?:be[ ]|to[ ]be[ ])?(?:tak(?:e|ing)[ ]place|happen(?:ing)?|held|going"
    r"[ ]ahead|go[ ]ahead)\b(?=[^!?]{0,60}\bbut\b)"
    r"|\bfindet[ ]nicht\b(?=[^!?]{0,80}\bsondern\b)"
    r"|\bfällt\b[^.!?]{0,20}\b(?:kürzer|länger|kurz|lang|knapp\w*|knapper)\b[^.!?]{0,10}\baus\b",
    re.IGNORECASE,
)
"""Beside these it is held all the same."""


def without_takes_place(text: str) -> str:
    """As long as before, with blanks for the second half of "findet … statt"."""
    return TAKES_PLACE.sub(lambda found: found[0][:-5] + " " * 5, text)


def without_look_alikes(text: str) -> str:
    """Without what only looks like a move."""
    return without_other_things(LOOK_ALIKES.sub(" ", without_takes_place(text)))


__all__ = ["GOES_ON", "without_look_alikes", "without_takes_place"]
