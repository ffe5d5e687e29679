"""An hour that is said in words: half past two, twenty to five, seven o'clock, halb drei."""

import re
from datetime import time

NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
GERMAN = (
    *("eins", "zwei", "drei", "vier", "fünf", "sechs"),
    *("sieben", "acht", "neun", "zehn", "elf", "zwölf"),
)
HOUR, STUNDE = "|".join(NUMBERS), "|".join(GERMAN)
MINUTES = {
    **dict.fromkeys(("five", "5", "fünf"), 5),
    **dict.fromkeys(("ten", "10", "zehn"), 10),
    **dict.fromkeys(("quarter", "viertel"), 15),
    **dict.fromkeys(("twenty", "20", "zwanzig"), 20),
    "25": 25,
    "half": 30,
}
FIVE_MORE = 5
IN_WORDS = (
    r"(?P<word>noon|midday|mittags"
    r"|(?P<part>half|quarter|twenty|20|25|(?:five|ten|5|10)(?=[ ](?:minutes[ ])?past)"
    r"|(?<=at[ ])(?:five|ten))(?P<more>[ -]five)?[ ](?:minutes[ ])?(?P<side>past|to)[ ]"
    rf"(?P<hour>{HOUR}|\d{{1,2}})\b"
    rf"|half[ ](?P<eight>{HOUR})\b"
    rf"|(?P<teil>viertel|fünf|zehn|zwanzig)[ ](?P<seite>nach|vor)[ ](?P<stunde>{STUNDE})\b"
    rf"|halb[ ](?P<before>{STUNDE})\b"
    rf"|(?P<exact>{HOUR})[ ]?(?P<noon>[ap])\.?m\b\.?"
    rf"|(?P<whole>{HOUR}|{STUNDE}|ein)[ ](?:o['’]clock|Uhr)\b)"
)
EARLIEST = 7
"""From this hour on, one that is said in words is of the morning."""
MORNING = re.compile(
    r"(?<!good )\bmorning\b|\b(?:morgens|früh|vormittags?|\w{2,8}tagvormittag)\b", re.IGNORECASE
)
LATE = re.compile(
    r"\b(?:evening|tonight|abends?|afternoon|nachmittags?|\w{2,8}tag(?:nachmittag|abend))\b"
    r"|\bp\.?m\b",
    re.IGNORECASE,
)
OTHER_DAY = re.compile(r"\b(?:\w{2,8}(?:day|tag)|mittwoch)\b", re.IGNORECASE)
"""What stands behind it is no part of this day."""
NEAR = 24


def hour_in_words(match: re.Match[str]) -> time | None:
    """Midday where it is none of the others."""
    if match["before"]:
        return time(by_day(match, (_number(match["before"]) - 1) or 12), 30)
    if match["eight"]:
        return time(by_day(match, _number(match["eight"])) % 24, 30)
    if match["exact"]:
        late = match["noon"].lower() == "p"
        return time(_number(match["exact"]) % 12 + 12 * late)
    if match["whole"]:
        return time(by_day(match, _number(match["whole"])))
    part, said = match["part"] or match["teil"], match["hour"] or match["stunde"]
    if not part:
        return time(12)
    hour, minutes = _number(said), MINUTES[part.lower()] + FIVE_MORE * bool(match["more"])
    if not 1 <= hour <= 12 or minutes > 30:
        return None
    before = (match["side"] or match["seite"]).lower() in ("to", "vor")
    hour = by_day(match, (hour - 2) % 12 + 1 if before else hour)
    return time(hour % 24, 60 - minutes if before else minutes)


def by_day(match: re.Match[str], hour: int) -> int:
    """Two is 14 without a "morning" beside it, and eight is 8 without an "evening"."""
    before = match.string[max(0, match.start() - NEAR) : match.start()]
    after = match.string[match.start() : match.end() + NEAR]
    near = OTHER_DAY.split(before)[-1] + OTHER_DAY.split(after)[0]
    if hour >= 12 or MORNING.search(near):
        return hour
    return hour + 12 if hour < EARLIEST or LATE.search(near) else hour


def _number(said: str) -> int:
    said = said.lower()
    if said.isdigit():
        return int(said)
    return 1 if said == "ein" else (NUMBERS if said in NUMBERS else GERMAN).index(said) + 1


__all__ = ["IN_WORDS", "by_day", "hour_in_words"]
