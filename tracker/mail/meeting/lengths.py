"""How long a talk takes, as its invitation says it."""

import re
from collections.abc import Iterator

NUMBERS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "eine": 1, "einer": 1, "zwei": 2, "drei": 3,
}  # fmt: skip
LENGTH = re.compile(
    r"\b(?:(?P<half>half(?:[ -]an)?[ -]hour|halbe(?:n)?[ ]Stunde)"
    r"|(?P<more>(?:one|an)[ ]hour[ ]and[ ]a[ ]half|hour[ ]and[ ]a[ ]half|anderthalb[ ]Stunden)"
    r"|(?P<hours>\d{1,2}(?:[.,]5)?|an|one|two|three|eine[r]?|zwei|drei)[ -]{0,2}"
    r"(?:hours?|hrs?|Stunden?)\b(?:[ ](?:and[ ])?(?P<rest>\d{1,2})[ -]?min(?:ute)?s?)?"
    rf"|(?P<minutes>\d{{1,3}}|{'|'.join(sorted((n for n in NUMBERS if NUMBERS[n] > 3), key=len))})"
    r"[ -]{0,2}(?:min(?:ute)?s?|Minuten|minütige[nrs]?))\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"interview|call|chat|conversation|meet|session|talk|video|phone|zoom|teams|discussion|allow"
    r"|expect|\btakes?\b|\blasts?\b|\bfor\b|gespräch|termin|dauer|telefon|kennenlern|screen|about"
    r"|have (?:you|time)|plenty|reichen|approximately|duration|length|plan",
    re.IGNORECASE,
)
NO_TALK = re.compile(
    r"\b(?:early|earlier|before|beforehand|prior|in advance|within|drive|walk|away|late|ago|every"
    r"|from the|notice|reply|hours a|per|vorher|fußweg|davor|hold it|to prepare|later|sooner"
    r"|(?:back|forward|it|interview|call) by|um (?=eine|halb|zwei)|später|früher)\b|remind",
    re.IGNORECASE,
)
TASK = re.compile(
    r"presentation|exercise|\btest\b|assessment|\btask\b|vortrag|aufgabe|präsentation|portion"
    r"|\bshift\b|case study",
    re.IGNORECASE,
)
IN_ALL = re.compile(r"[ ](?:in total|in all|altogether|overall|all up|insgesamt)\b", re.IGNORECASE)
"""Behind the length of all its parts."""
SENTENCES = re.compile(r"(?<!\bapprox)(?<!\bca)[.!?]\s|\n\s*\n")
SHORTEST, LONGEST = 5, 8 * 60
AROUND = 60
"""Characters around a length that say what takes so long."""


def minutes_in(text: str, kind: str) -> int | None:
    """How long the talk takes, where one length is said of it; of several none."""
    found = set(_lengths(text, kind == "assessment"))
    whole = {_minutes(each) for each in LENGTH.finditer(text) if IN_ALL.match(text, each.end())}
    found = whole if len(whole) == 1 else found
    return found.pop() if len(found) == 1 else None


def _lengths(text: str, of_a_task: bool) -> Iterator[int]:
    for match in LENGTH.finditer(text):
        before = SENTENCES.split(text[max(0, match.start() - AROUND) : match.start()])
        after = re.split(r"[.!?](?:\s|$)|\n\s*\n", text[match.end() : match.end() + AROUND])
        near = f"{before[-1]} {after[0]}"
        close = f"{before[-1][-25:]} {after[0][:25]}"
        if NO_TALK.search(close) or (TASK.search(close) and not of_a_task):
            continue
        minutes = _minutes(match)
        if SHORTEST <= minutes <= LONGEST and (of_a_task or TALK.search(near)):
            yield minutes


def _minutes(match: re.Match[str]) -> int:
    if match["half"] or match["more"]:
        return 30 if match["half"] else 90
    said = (match["minutes"] or match["hours"]).lower()
    number = float(NUMBERS.get(said) or said.replace(",", "."))
    return int(number) if match["minutes"] else int(number * 60) + int(match["rest"] or 0)
