"""What they would have liked: to hear more was missing, to have you there is only kind."""

import re

from tracker.loop.feedback_reading.cues import plain_text

WHO = r"\b(?:we|i|they|he|she|(?:the|our)\s+[\w-]+)"
LIKED = (
    WHO + r"(?:\s+all)?(?:(?:'d|\s+(?:would|should))(?:\s+\w+)?\s+have\s+(?:really\s+)?"
    r"(?:liked|loved|preferred|welcomed|appreciated|wanted|enjoyed)"
    r"|(?:'d|\s+had)?\s+(?:really\s+|still\s+)?(?:hoped|wanted|wished)"
    r"|\s+(?:was|were|had\s+been)\s+(?:hoping|waiting|looking))\s+"
)
BEEN_GOOD = (
    r"\bit(?:'d|\s+would)\s+have\s+(?:been\s+(?:[\w-]+\s+)?(?:good|nice|great|lovely|helpful|useful"
    r"|interesting|better|ideal|wonderful)|helped(?:\s+us)?)\s+"
)
SPARSE = (
    r"(?:time|people|applicants?|candidates?|applications?|places?|positions?|jobs?|roles?|money"
    r"|funding|budget|rounds?)\b"
)
"""What they had too little of themselves."""

THERE = (
    r"you\s+(?:again|on|at|with|here|back|there|join\w*|work\w*|start\w*|get|go|stay|come"
    r"|in\s+(?:the|our|this)\s+(?:team|role|job|next|second|final|office))\b"
)
SOMEBODY = (
    r"(?!\s+(?:someone|somebody|anyone|another|candidates?|applicants?|from\s+you|you\s+all|back\b"
    rf"|more\s+{SPARSE}"
    r"|(?:an?|the)\s+(?:[\w-]+\s+)?(?:candidate|applicant|person|one)\b|" + THERE + r"))"
)
MORE = (
    r"(?:an?\s+(?:shorter|longer|clearer|fuller|deeper|tighter|simpler|slower|calmer|sharper)\b"
    r"|(?:a\s+(?:bit|little|lot|few|couple)\s+(?:of\s+)?)?(?:more|examples?|detail|evidence)\b"
    r"(?!\s+(?:" + SPARSE + r"|availab\w+|flexib\w+|hours\b|of\s+you\b|experienced?\b|years\b"
    r"|senior\b|qualified\b|established\b)))"
)
TOLD = r"to\s+(?:hear|see|know|learn|read|find\s+out|understand|be\s+(?:told|shown))\b" + SOMEBODY
TAKEN_IN = r"(?:gehört|gesehen|erfahren|gelesen|gewusst)\b"
MISSED = re.compile(
    rf"{LIKED}(?:{TOLD}|(?:for\s+)?{MORE})|{BEEN_GOOD}(?:{TOLD}|if\s+you\b|{MORE})"
    rf"|{WHO}\s+(?:wish|wished|hoped)\s+(?:that\s+)?(?:you(?:'d|\s+had|\s+would\s+have)|your)\s+"
    r"(?!(?:got|been\s+(?:the|our|with|here|able|chosen|hired|available|free)|joined|applied|come\s+to\s+us)\b)"
    rf"|\b(?:we|i)\s+missed\s+(?:hearing|seeing|an?|any|some|the)\b{SOMEBODY}"
    r"|^(?:(?:a\s+(?:bit|little|lot)\s+)?more|an?\s+\w+)\b[^.!?,;:]{1,60}\bwould\s+have\s+helped\b"
    r"|\bhätten?\s+(?:(?:wir|ich)\s+)?(?:(?!sie\b|dich\b)\w+\s+){0,2}?"
    rf"(?:gerne?|lieber|noch|mehr)\b[^.!?]{{0,80}}\b{TAKEN_IN}"
    r"|\bgerne?\s+hätten?\s+(?:wir|ich)\s+(?!sie\b|dich\b)[^.!?]{0,80}\b"
    + TAKEN_IN
    + r"|\bhätten?\s+(?:(?:wir|ich)\s+)?(?:uns|mir)\s+[^.!?]{0,80}\bgewünscht\b"
    r"|\b(?:schön|gut|hilfreich|besser|interessant|wünschenswert)\s+wäre\s+(?:es\s+)?gewesen\b"
    r"|\bwäre\s+(?:\w+\s+){0,2}?(?:schön|gut|hilfreich|besser|interessant)\s+gewesen\b"
    r"|\b(?:haben|habe|hat)\s+(?:wir\s+|ich\s+)?[^.!?]{0,60}\bvermisst\b"
    r"|\b(?:wir|ich)\s+vermissten?\b"
)
"""We would have liked to hear, I wish you had, wir hätten gern mehr gehört."""

FOND = re.compile(
    rf"(?:{LIKED}|{BEEN_GOOD})(?:to\s+(?:have|hire|offer|take|employ|appoint|keep|welcome|bring)\s+you\b"
    rf"|to\s+(?:work|stay)\s+with\s+you\b|to\s+see\s+{THERE}|(?:to\s+\w+\s+)?more\s+{SPARSE})[^,;:]*$"
    r"|\bhätten?\s+(?:wir\s+|ich\s+)?(?:sie|dich)\s+(?:sehr\s+)?gerne?\b[^.!?,;:]*\b"
    r"(?:eingestellt|genommen|gehabt|kennengelernt|(?:team|uns|dabei)\s+gesehen)\b[^,;:]*$"
)
"""We would have loved to hire you: nothing in it is to be done better."""


def says_missed(sentence: str) -> str:
    """The words that say so, if any do."""
    found = MISSED.search(plain_text(sentence))
    return found[0].strip() if found else ""


def only_fond(sentence: str) -> bool:
    """Whether it says no more than that they would have liked the person there."""
    return FOND.search(plain_text(sentence)) is not None
