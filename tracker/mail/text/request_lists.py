"""A list of what they ask for: the sentence that leads it, and the lines below or behind it."""

import re

from tracker.loop.feedback_reading.sentences import SIGN_OFF, Sentence

LONGEST_LEAD, LONGEST_LIST = 300, 1_500
MOST = 12
LEADS = re.compile(
    # Please send us the following by Thursday: we still need:
    r"(?=.*\b(?:please|kindly|pls|(?:could|can|would) you"
    r"|(?:we|i)(?: still| also| now)? (?:need|require)|ask(?:ing)? you|need you)\b)"
    r".*\b(?:send|forward|provide|supply|submit|upload|attach|return|give (?:me|us)|need|require"
    r"|e-?mail us|let (?:me|us) (?:have|know)|answers?|reply|confirm|tell (?:me|us))\b.*:$"
    r"|(?=.*\b(?:bitten?|(?:könnten|können|würden) sie|(?:benötigen|brauchen|bräuchten) wir"
    r"|wir (?:benötigen|brauchen|bräuchten)|(?:fehlen|fehlt) (?:uns|noch))\b)"
    r".*\b(?:send\w{0,4}|schick\w{0,4}|reich\w{0,4}|übermitt\w{0,5}|lad\w{0,4}|nachreich\w{0,4}"
    r"|(?:zu|über|ein)(?:send|schick|reich)\w{0,4}|zukommen|benötigen|brauchen|bräuchten|fehl\w{1,2}"
    r"|nennen|mitteilen|teilen|beantworten)\b.*:$"
    # The following have not been received: it is missing, and so it is wanted.
    r"|.*\b(?:following|these)\b[^:]{0,60}\b(?:not (?:yet )?(?:been )?(?:received|provided"
    r"|attached|included)|missing|outstanding|required|needed)\b[^:]{0,40}:$"
    r"|.*\b(?:folgende\w{0,2}|diese)\b[^:]{0,60}\b(?:nicht vor|fehlen|nicht erhalten|benötigt)"
    r"\b[^:]{0,40}:$",
    re.IGNORECASE,
)
FOLLOWS = re.compile(
    r"\b(?:following|these (?:items|documents|papers|questions|details|things)"
    r"|(?:documents|items|papers) below|(?:nach)?folgende\w{0,2}|diese (?:unterlagen|fragen))\b",
    re.IGNORECASE,
)
"""In a sentence that leads one, whose lines may have no sign before them."""
ELSEWHERE = re.compile(
    r"\b(?:to|an|under|unter|via|über|at|link|button|website|portal|address|adresse|page|here"
    r"|hier|number|nummer|review)[ ]?(?:below|unten)?:$|\blinks?\b|\bif you\b",
    re.IGNORECASE,
)
"""Before an address or a link, and no list."""
SIGN = r"(?:[-–—*•·▪◦]|\(?\d{1,2}[.)]|[a-z][.)])"
LISTED = re.compile(
    rf"(?:[ \t]{{0,8}}\n){{0,2}}[ \t]{{0,8}}{SIGN}[ \t]{{1,4}}(?P<item>[^\n]{{1,200}})"
)
PLAIN = re.compile(r"(?:[ \t]{0,8}\n){1,2}[ \t]{0,8}(?P<item>[^\n]{2,90})")
INLINE = re.compile(r"(?:^|(?<=[ ;,.]))\(?\d{1,2}[.)][ ]")
GOES_ON = re.compile(r"(?<=[.!?])[ ](?=[A-Z][a-z]+[ ](?:you|we|us|the|this)\b)")
"""Where a sentence follows the last item of a list."""
QUESTIONS = re.compile(r"\b(?:questions?|fragen)\b[^:]{0,60}:$", re.IGNORECASE)
BY_WHEN = re.compile(r"(?:by|no later than|before|until|bis|spätestens)\b", re.IGNORECASE)
ENDS = " \t\r\n;,."
WEB = re.compile(r"^\W{0,3}(?:https?://|www\.)|@")


def leads_list(sentence: str) -> bool:
    """Whether it asks for what stands below it."""
    plain = " ".join(sentence.split())
    plain = plain[:-2].rstrip() if plain.endswith(": 1.") else plain
    return (
        len(plain) <= LONGEST_LEAD
        and LEADS.match(plain) is not None
        and not ELSEWHERE.search(plain)
    )


def leads_questions(sentence: str) -> bool:
    """Whether the list below it is one of questions."""
    return QUESTIONS.search(" ".join(sentence.split())[:LONGEST_LEAD]) is not None


def list_below(sentence: Sentence, text: str) -> tuple[int, tuple[str, ...]]:
    """Where the list ends that a sentence leads, and its items; its own end where there is none."""
    if sentence.text.endswith(": 1."):
        return _inline(sentence, text)
    if not sentence.text.endswith(":"):
        return sentence.end, ()
    behind = re.match(r"[ ]\(?1[.)][ ]", text[sentence.end : sentence.end + 8])
    if behind is not None:
        return _inline(sentence, text)
    found = _lines(LISTED, text, sentence.end)
    if not found[1] and leads_list(sentence.text):
        found = _lines(PLAIN, text, sentence.end)
        plainly = FOLLOWS.search(sentence.text) is not None or len(found[1]) > 1
        found = found if plainly else (sentence.end, ())
    return found


def _inline(sentence: Sentence, text: str) -> tuple[int, tuple[str, ...]]:
    """One behind the other: 1. a copy of your licence 2. two referees."""
    starts = sentence.start + sentence.text.rindex(":") + 1
    ends = text.find("\n", starts)
    ends = min(len(text) if ends < 0 else ends, starts + LONGEST_LIST)
    said = re.split(r"(?<=[.!?])[ ](?=[A-Z][a-z]+[ ](?:you|we|us|the|this)\b)", text[starts:ends])[
        0
    ]
    items = [_bare(each) for each in INLINE.split(said)]
    return starts + len(said.rstrip()), tuple(each for each in items if each)[:MOST]


def _lines(pattern: re.Pattern[str], text: str, at: int) -> tuple[int, tuple[str, ...]]:
    start = at
    items: list[str] = []
    while len(items) < MOST and at - start <= LONGEST_LIST:
        found = pattern.match(text, at)
        said = found["item"].strip() if found else ""
        plain = pattern is PLAIN
        if found is None or (plain and _ends_list(said, found[0], bool(items))):
            break
        if WEB.search(said):
            break
        items.append(_bare(said))
        at = found.end()
    return at, tuple(each for each in items if each)


def _ends_list(line: str, whole: str, begun: bool) -> bool:
    """Whether a line without a sign is no item: behind a blank line, a sentence, a goodbye."""
    blank = whole.count("\n") > 1
    return (
        (begun and blank)
        or line[-1:] in ".!:"
        or BY_WHEN.match(line) is not None
        or SIGN_OFF.fullmatch(line) is not None
        or len(line.split()) > 12
    )


def _bare(item: str) -> str:
    """Without what ends a line of a list."""
    said = item.strip(ENDS)
    for word in (" and", " und", " sowie"):
        said = said.removesuffix(word)
    return said.rstrip(ENDS)


__all__ = ["leads_list", "leads_questions", "list_below"]
