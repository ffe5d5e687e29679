"""The words beside an hour that say by whose clock it is: AEST, Sydney time, UTC+10."""

import re

from tracker.mail.zones.zone_names import ABBREVIATIONS, LONG, REGIONS, SAME, WINDOWS, place_zone

LONG_NAME = (
    rf"(?:(?:U\.?S\.?[ ])?(?:{'|'.join(sorted(LONG, key=len, reverse=True))})"
    r"[ ](?:(?:standard|daylight|summer)[ ])?time)"
)
OFFSET = r"\(?(?:UTC|GMT)[ ]?[+\-−–][ ]?\d{1,2}(?::?[0-5]\d)?\)?"
SHORT = sorted((*ABBREVIATIONS, *SAME), key=len, reverse=True)
WORDS_TOO = {"EAT", "CAT", "WEST", "WET", "AST"}
CAPITALS = "|".join(SHORT)
CLEAR_CAPITALS = "|".join(each for each in SHORT if each not in WORDS_TOO)
NAME = r"[A-ZÄÖÜ][\w'’]{1,20}(?:[ ][A-ZÄÖÜ][\w'’]{1,20}){0,2}"
DATABASE = (
    r"(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)"
    r"/[A-Z][\w+-]{1,30}(?:/[A-Z]\w{1,30})?"
)
CLEAR = re.compile(
    rf"(?<![\w+-])(?P<clear>{OFFSET}"
    rf"(?:[ ](?:{NAME}(?:,[ ]|\b)){{1,5}}(?:[ ]?\([^()\n]{{2,30}}\))?)?"
    rf"|{'|'.join(map(re.escape, WINDOWS))}|{DATABASE}"
    rf"|(?i:{LONG_NAME})(?:[ ]?\([^()\n]{{2,30}}\)|[ ]-[ ]{NAME})?"
    rf"|(?:{CLEAR_CAPITALS})"
    rf"\b(?:[ ]?[/|][ ]?(?:{CAPITALS})\b)?(?:[ ]?[(\[/,][ ]?(?:{NAME})(?:[ ]time)?[)\]])?"
    rf"|(?P<place>{NAME}(?:[/,&][ ]?{NAME})?[ ](?:local[ ])?(?:[Tt]ime|Zeit)\b))"
)
"""What says a zone wherever it stands near an hour."""
BESIDE = re.compile(
    rf"[ \n]{{0,2}}(?:[,–-][ ]?)?(?:(?P<open>[(\[])[ ]?)?(?:Uhr[ ])?(?P<zone>(?:{CAPITALS}"
    rf"|{'|'.join(REGIONS)})\b|(?:U\.?S\.?[ ])?(?:Eastern|Central|Mountain|Pacific)\b(?![ ][A-Z\d])"
    r"|[+−-]\d\d:?[0-5]\d\b|(?-i:[A-Z]{1,3}[SD]?T)\b)"
)
"""What says one only right after the hour: ET, PT, or letters that nobody knows."""
IN_BRACKETS = re.compile(rf"[ \n]{{0,2}}[(\[][ ]?(?P<zone>{NAME})(?:[ ]time)?[ ]?[)\]]")
AS_ZOOM = re.compile(rf"[ ](?P<zone>{NAME}(?:,[ ]{NAME}){{0,3}})[ ]?(?=[.;)\n]|$)")
"""11:15 AM Canberra, Melbourne, Sydney: as calendars name a zone, at the end of a line."""
EVERY_HOUR = re.compile(
    r"\b(?:time[ ]?zone\b[^\n]{0,12}|(?:all|times)\b[^.\n]{0,30}\b(?:in|are|as)\b)[^.\n]{0,20}",
    re.IGNORECASE,
)
"""What says the zone of all hours of a mail."""
NO_ZONE = re.compile(
    r"\b(?:AT|IT|MEET|CHAT|UAT|TEST|START|VISIT|FIRST|NOT|GET|LET|BUT|PUT|SET|SIT|ACT|ST|PTT|OUT"
    r"|VAT|FLAT|SLOT|HOST|BEST)\b|\b(?:Full|Part|Start|Starting|Your|Our|Local|This|That|The"
    r"|Interview|Arrival|Total|First|Any|Same|Meeting|Lunch|Running|Finish|End|Best|Please|What"
    r"|Which|Good|My|Their|Some|Standard|Daylight|Summer|Date|Day|Break|Next|Flexi|Flex|Extra"
    r"|Response|Lead|Real|Prime|Zoom|Teams|Call|On|In|It|We|At)[ ](?:[Ll]ocal[ ])?[Tt]ime\b"
)
WITHIN, AT_ONCE = 60, 3


def zone_after(text: str, hour_ends: int) -> str:
    """The words right after an hour that say its zone; else those that say it of all hours."""
    after = re.split(
        r"(?<!U\.S)[.!?]\s+(?=[A-ZÄÖÜ])|\n\s*\n", text[hour_ends : hour_ends + WITHIN * 2]
    )[0]
    beside, bracketed = BESIDE.match(after), IN_BRACKETS.match(after)
    clear = said_clearly(after, WITHIN)
    if beside is not None and not NO_ZONE.search(beside["zone"]):
        further = clear is not None and clear.start() <= beside.start("zone")
        return plain(clear["clear"]) if clear and further else beside["zone"]
    if bracketed is not None and place_zone(bracketed["zone"]):
        return bracketed["zone"]
    cities = AS_ZOOM.match(after)
    if cities is not None and clear is None and place_zone(cities["zone"].split(",")[0]):
        return plain(cities["zone"])
    if clear is not None:
        return plain(clear["clear"])
    said = EVERY_HOUR.search(text)
    line = text[said.start() : said.end() + WITHIN].split("\n")[0] if said else ""
    found = said_clearly(line, len(line))
    return plain(found["clear"]) if found else ""


def said_clearly(words: str, within: int) -> re.Match[str] | None:
    """The first that surely says a zone: of "some time" only where that is a place's."""
    for found in CLEAR.finditer(words):
        unsure = found["place"] and found.start() >= AT_ONCE and not place_zone(found["place"])
        if found.start() <= within and not unsure and not NO_ZONE.search(found["place"] or ""):
            return found
    return None


def plain(words: str) -> str:
    """Without what stood around it."""
    said = " ".join(words.split()).rstrip(" ,")
    if said.count("(") != said.count(")") or (said[:1] == "(" and said[-1:] == ")"):
        said = said.strip("()")
    return said[:80]
