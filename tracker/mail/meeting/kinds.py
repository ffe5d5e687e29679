"""In which way a talk is held: by video, by phone, on site, before a panel, or as a test."""

import re

OF_WRITER = r"(?!\s?(?:number|no\b\.?|nummer)?\s?(?::|[+(]?\d))"
"""A number beside it is how its writer is reached, not how the talk is held."""
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("assessment", re.compile(
        r"assessment(?!s? of (?:your|the|all|each|our|an?)\b)"
        r"|online[- ]test|coding (?:challenge|test)|psychometric|take-home|written "
        r"(?:test|exercise|task|assignment|work sample)|work sample test|skills test"
        r"|one[- ]way video|pre-?recorded (?:video )?interview"
        r"|on-demand (?:video )?interview|zeitversetzte[ns]? (?:video-?)?interview"
        r"|kleine[nr]? aufgabe|arbeitsprobe|probeaufgabe|einstellungstest", re.IGNORECASE)),
    ("video", re.compile(
        r"video|\bzoom\b|google meet|meet\.google|\bteams\b(?! lead)|webex|online interview"
        r"|virtual", re.IGNORECASE)),
    ("phone_screen", re.compile(
        rf"phone (?:call|interview|screen)|by phone|\b(?:tele)?phone\b{OF_WRITER}|ring you"
        rf"|call you\b|introductory call|telefon{OF_WRITER}", re.IGNORECASE)),
    ("onsite", re.compile(
        r"on[- ]?site|in person|our office|level \d|street|visit|venue:|reception"
        r"|trial (?:shift|day)|canteen|kanzlei|vor ort|im haus|rathaus|straße|strasse|zimmer|probe"
        r"|schnupper|\btor \d|empfang|redaktion|workshop", re.IGNORECASE)),
    ("panel", re.compile(
        r"\bpanel (?:interview|meeting|discussion|of|with|chat)|\b(?:a|interview|selection) panel\b"
        r"|\bpanel:|kommission", re.IGNORECASE)),
)  # fmt: skip


ADDRESS = re.compile(
    r"\b(?:level|floor|suite|room) \w{1,4}\b|\bstreet\b|\breception\b|\w{0,20}stra(?:ß|ss)e\b"
    r"|\bzimmer\b|\bempfang\b|\b\d{1,2}\. (?:stock|etage|og)\b",
    re.IGNORECASE,
)
"""Where somebody works or signs, too: it says by itself of no moved talk how it is held."""


def kind_in(words: str) -> str:
    """The first way that these words name."""
    return next((kind for kind, said in KINDS if said.search(words)), "other")


def kind_of_moved(words: str, same_place: bool) -> str:
    """The way that a move names; as it was where it is at the same place."""
    kind = kind_in(ADDRESS.sub(" ", words))
    return "other" if same_place and kind != "assessment" else kind


def held(kind: str, place: str) -> str:
    """Of no other kind, where there is a link to join: by video; with a street: on site."""
    if kind != "other" or not place:
        return kind
    if place.startswith("https:") or dict(KINDS)["video"].search(place):
        return "video"
    return "onsite" if any(map(str.isdigit, place)) else kind
