"""The names of zones, as people write them, and what each may mean."""

import re
from functools import lru_cache
from typing import NamedTuple

from tracker.values.regions import zones

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "AEST": ("Australia/Sydney +10",), "AEDT": ("Australia/Sydney +11",),
    "ACST": ("Australia/Adelaide +9:30",), "ACDT": ("Australia/Adelaide +10:30",),
    "AWST": ("Australia/Perth +8",), "NZST": ("Pacific/Auckland +12",),
    "NZDT": ("Pacific/Auckland +13",), "GMT": ("Europe/London +0",),
    "BST": ("Europe/London +1", "Asia/Dhaka +6"), "WET": ("Europe/Lisbon +0",),
    "WEST": ("Europe/Lisbon +1",), "CET": ("Europe/Berlin +1",), "CEST": ("Europe/Berlin +2",),
    "EET": ("Europe/Athens +2",), "EEST": ("Europe/Athens +3",), "MSK": ("Europe/Moscow +3",),
    "EST": ("America/New_York -5", "Australia/Sydney +10 AU"),
    "EDT": ("America/New_York -4", "Australia/Sydney +11 AU"),
    "CST": ("America/Chicago -6", "Asia/Shanghai +8", "Australia/Adelaide +9:30 AU"),
    "CDT": ("America/Chicago -5", "Australia/Adelaide +10:30 AU"),
    "MST": ("America/Denver -7",), "MDT": ("America/Denver -6",),
    "PST": ("America/Los_Angeles -8",), "PDT": ("America/Los_Angeles -7",),
    "AKST": ("America/Anchorage -9",), "AKDT": ("America/Anchorage -8",),
    "HST": ("Pacific/Honolulu -10",), "AST": ("America/Halifax -4",),
    "ADT": ("America/Halifax -3",), "NST": ("America/St_Johns -3:30",),
    "NDT": ("America/St_Johns -2:30",), "BRT": ("America/Sao_Paulo -3",),
    "IST": ("Asia/Kolkata +5:30", "Europe/Dublin +1", "Asia/Jerusalem +2"),
    "IDT": ("Asia/Jerusalem +3",), "PKT": ("Asia/Karachi +5",), "SGT": ("Asia/Singapore +8",),
    "JST": ("Asia/Tokyo +9",), "KST": ("Asia/Seoul +9",), "HKT": ("Asia/Hong_Kong +8",),
    "WIB": ("Asia/Jakarta +7",), "PHT": ("Asia/Manila +8",), "GST": ("Asia/Dubai +4",),
    "SAST": ("Africa/Johannesburg +2",), "EAT": ("Africa/Nairobi +3",),
    "WAT": ("Africa/Lagos +1",), "CAT": ("Africa/Maputo +2",), "UTC": ("UTC +0",),
}  # fmt: skip
"""Where each is used, and how far from UTC it is; some only among people of one country."""
SAME = {"MEZ": "CET", "MESZ": "CEST"}
REGIONS: dict[str, tuple[str, ...]] = {
    "ET": ("America/New_York", "Australia/Sydney AU"),
    "AET": ("Australia/Sydney",), "AWT": ("Australia/Perth",),
    "CT": ("America/Chicago",), "MT": ("America/Denver",), "PT": ("America/Los_Angeles",),
    "NZT": ("Pacific/Auckland",),
}  # fmt: skip
LONG = {
    "eastern": "E", "central": "C", "mountain": "M", "pacific": "P", "alaska": "AK",
    "atlantic": "A", "australian eastern": "AE", "australian central": "AC",
    "australian western": "AW",
    "eastern australia": "AE", "central australia": "AC", "western australia": "AW",
    "new zealand": "NZ", "central european": "CE",
    "eastern european": "EE", "western european": "WE", "greenwich mean": "GMT",
    "british": "B", "indian": "I", "india": "I", "japan": "J", "singapore": "SG", "irish": "I",
    "coordinated universal": "UTC", "hong kong": "HK", "south africa": "SA", "hawaii": "H",
}  # fmt: skip
"""What the words before "standard time" begin an abbreviation with."""
SPELT = {"british": "Europe/London", "india": "Asia/Kolkata", "irish": "Europe/Dublin"}
WINDOWS = {
    "AUS Eastern Standard Time": "Australia/Sydney", "E. Australia Standard Time":
    "Australia/Brisbane", "AUS Central Standard Time": "Australia/Darwin",
    "Cen. Australia Standard Time": "Australia/Adelaide", "W. Australia Standard Time":
    "Australia/Perth", "Tasmania Standard Time": "Australia/Hobart", "GMT Standard Time":
    "Europe/London", "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time":
    "Europe/Paris", "Central Europe Standard Time": "Europe/Budapest",
}  # fmt: skip
PLACES = {
    "uk": "Europe/London", "british": "Europe/London", "german": "Europe/Berlin",
    "berliner": "Europe/Berlin", "india": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "bengaluru": "Asia/Kolkata", "chennai": "Asia/Kolkata", "canberra": "Australia/Sydney",
    "wellington": "Pacific/Auckland", "new zealand": "Pacific/Auckland", "nz": "Pacific/Auckland",
    "queensland": "Australia/Brisbane", "victoria": "Australia/Melbourne",
    "new south wales": "Australia/Sydney", "nsw": "Australia/Sydney", "qld":
    "Australia/Brisbane", "vic": "Australia/Melbourne", "edinburgh": "Europe/London",
    "manchester": "Europe/London", "munich": "Europe/Berlin", "frankfurt": "Europe/Berlin",
    "hamburg": "Europe/Berlin", "san francisco": "America/Los_Angeles", "seattle":
    "America/Los_Angeles", "boston": "America/New_York", "washington": "America/New_York",
    "ireland": "Europe/Dublin",
    "japan": "Asia/Tokyo", "beijing": "Asia/Shanghai", "gold coast": "Australia/Brisbane",
}  # fmt: skip
"""Places by which people tell the time, and that the time zone database has no name for."""


OFFSET = re.compile(r"(?:(?:UTC|GMT) ?|^)(?P<sign>[+\-−–]) ?(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?")
STANDARD = re.compile(r"(?P<place>.+?)(?: (?P<season>standard|daylight|summer))? time$")
BOTH = re.compile(r"(([A-Z]{1,2})[SD]T) ?[/|] ?\2[SD]T")
AMERICAN = re.compile(r"\b(?:US|USA|U\.S\.?|American|Canada)(?![\w])")
IN_BRACKETS = re.compile(r"(?:[(\[/,]| - ?) ?([^()\[\]]{2,60}?)(?: [Tt]ime)?[)\]]?$")
BRACKET = re.compile(r"[(\[]")
ASIDE = re.compile(r"[(\[]| - ")
TAIL = re.compile(r"(?:['’]s)?(?: local)? (?:time|zeit)$")


class ZoneMeaning(NamedTuple):
    """What a name may mean: the clock of a place, or so many minutes from UTC."""

    home: str
    """The place that uses it, by the name of the time zone database; of a bare offset none."""
    minutes: int | None = None


def meanings(words: str, country: str) -> list[ZoneMeaning]:
    """All that the words may mean to somebody in a country; none where nobody knows them."""
    said = " ".join(words.split())
    if said in WINDOWS:
        return [ZoneMeaning(WINDOWS[said])]
    if "/" in said and (home := by_name().get(said.lower())):
        return [ZoneMeaning(home)]
    offset = OFFSET.search(said.removeprefix("Etc/"))
    if offset is not None:
        place = _first_place(said[said.find(offset[0]) + len(offset[0]) :].strip(" )"))
        if place:
            return [ZoneMeaning(place)]
        minutes = int(offset["h"]) * 60 + int(offset["m"] or 0)
        sign = 1 if (offset["sign"] == "+") != said.startswith("Etc/") else -1
        return [ZoneMeaning("", sign * minutes)] if minutes <= 14 * 60 else []
    if both := BOTH.fullmatch(said):
        return [ZoneMeaning(each.home) for each in _named(both[1], country)]
    if (bracketed := IN_BRACKETS.search(said)) and (place := _first_place(bracketed[1])):
        return [ZoneMeaning(place)]
    bare = BRACKET.split(said, maxsplit=1)[0].rstrip(" ")
    return _named(said, country) or [ZoneMeaning(home) for home in (place_zone(bare),) if home]


def short_of(words: str) -> str:
    """AEST, of Australian Eastern Standard Time; what is no such name, as it is."""
    bare = ASIDE.split(AMERICAN.sub("", words).strip(), maxsplit=1)[0].rstrip(" ")
    long = STANDARD.match(bare.lower())
    if long is not None and long["place"] in LONG:
        begins, season = LONG[long["place"]], long["season"]
        if len(begins) == 3:
            return begins
        late = season == "summer" and begins in {"CE", "EE", "WE"}
        between = "S" if late or begins in {"B", "I", "J", "SA", "H"} else ""
        letter = {"standard": "S", "daylight": "D", "summer": "S"}.get(season or "", "")
        european = begins in {"CE", "EE", "WE", "SG", "HK"}
        return f"{begins}{'S' * late if european else letter or between}T"
    if bare in {"Eastern", "Central", "Mountain", "Pacific"}:
        return f"{bare[0]}T"
    return SAME.get(bare, bare)


def _named(words: str, country: str) -> list[ZoneMeaning]:
    """Of an abbreviation, or of the words that it stands for."""
    short, american = short_of(words), AMERICAN.search(words) is not None
    said = next((home for word, home in SPELT.items() if words.lower().startswith(word)), "")
    found = [
        ZoneMeaning(home, _minutes(offset))
        for each in ABBREVIATIONS.get(short, ())
        for home, offset, *only in [each.split()]
        if (not only or only[0] == country) and said in {"", home}
    ]
    found = [each for each in found if each.home[:8] == "America/"] or found if american else found
    return found or [
        ZoneMeaning(home)
        for each in REGIONS.get(short, ())
        for home, *only in [each.split()]
        if not only or (only[0] == country and not american)
    ]


def _minutes(offset: str) -> int:
    hours, _, minutes = offset.lstrip("+-").partition(":")
    return (-1 if offset[0] == "-" else 1) * (int(hours) * 60 + int(minutes or 0))


def _first_place(words: str) -> str:
    """Of Canberra, Melbourne, Sydney the first that tells a time; of Eastern Time (US) its own."""
    places = (place_zone(each) for each in re.split(r",|/|&| and ", words))
    found = next(filter(None, places), "")
    if found or not words:
        return found
    bare = words.partition("(")[0].rstrip(" ")
    return next((each.home for each in _named(bare, "") if each.home), "")


def place_zone(words: str) -> str:
    """The zone of a city or a country, as in "Sydney time"; nothing where there is none."""
    plain = TAIL.sub("", words.strip().lower())
    return PLACES.get(plain) or by_name().get(plain, "")


@lru_cache(maxsize=1)
def by_name() -> dict[str, str]:
    """Zones by their whole names and by their cities."""
    names = [each.name for each in zones()]
    cities = {city(name).lower(): name for name in names}
    return cities | {name.lower(): name for name in names} | {"utc": "UTC", "etc/utc": "UTC"}


@lru_cache(maxsize=256)
def country_of(zone: str) -> str:
    """The country that a zone is for."""
    return next((each.country for each in zones() if each.name == zone), "")


def city(zone: str) -> str:
    """Sydney, of Australia/Sydney."""
    return zone.rpartition("/")[2].replace("_", " ")


__all__ = ["ABBREVIATIONS", "ZoneMeaning", "city", "country_of", "meanings", "place_zone"]
