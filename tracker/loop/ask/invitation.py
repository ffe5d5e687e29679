"""Whether what somebody wrote invites one more question."""

import re

INVITES = re.compile(
    # English: "any questions", "happy to talk", "feel free to get in touch"
    r"(?:any|further|more|other|follow-up) questions|questions? (?:at )?any ?time|"
    r"ask (?:me|us) (?:anything|more|any)|"
    r"(?:happy|glad|willing|available|welcome) to (?:\w+ ){0,2}(?:talk|chat|discuss|answer|explain|"
    r"elaborate|go through|expand|share more|tell you more|ask)|"
    r"(?:feel free|don.t hesitate|do not hesitate|please do) to "
    r"(?:ask|call|ring|write|reply|email|contact|get in touch|reach out|come back)|"
    r"(?:give|drop) (?:me|us) a (?:call|ring|line)|let (?:me|us) know if you|"
    r"if you(?:.d| would) like (?:to know )?more|get in touch if|"
    # German: "bei Fragen", "melden Sie sich gern", "stehe gern zur Verfügung"
    r"(?:bei|für|noch|weitere|haben sie|hast du|gibt es) (?:\w+ )?(?:rück)?fragen|rückfragen|"
    r"(?:melde[nt]?|meld) (?:sie sich|dich|euch|sich)|(?:gern|jederzeit|weiter) (?:\w+ )?"
    r"(?:anrufen|melden|fragen|nachfragen|schreiben|erläutern|erklären|besprechen|zur verfügung)|"
    r"zur verfügung|sprechen sie (?:mich|uns)|sprich mich|rufen sie (?:mich|uns)|ruf mich",
    re.IGNORECASE,
)
REFUSES = re.compile(
    r"(?:cannot|can.t|unable to|not able to|won.t|will not|do not|don.t|no) (?:\w+ ){0,4}"
    r"(?:further|any|more|questions|correspondence|discuss|talk)|"
    r"(?:keine|nicht|von) (?:\w+ ){0,3}(?:rückfragen|nachfragen|fragen|auskünfte)",
    re.IGNORECASE,
)


def invites_a_question(words: str) -> bool:
    """Whether a sentence of it does, and says it without a no."""
    sentences = re.split(r"(?<=[.!?])\s+|\n+", words)
    return any(INVITES.search(each) and not REFUSES.search(each) for each in sentences)
