"""The city of a place, as one would look for jobs there: of Surry Hills NSW it is Sydney."""

import re
from functools import lru_cache

from tracker.values.folding import fold
from tracker.values.regions import STATES, countries

CAPITALS = {
    "ACT": "Canberra", "NSW": "Sydney", "NT": "Darwin", "QLD": "Brisbane",
    "SA": "Adelaide", "TAS": "Hobart", "VIC": "Melbourne", "WA": "Perth",
}  # fmt: skip
"""Of Australia's states. An Australian address names a suburb and the state, and never the city."""
NAMES = """
Canberra; Queanbeyan; Sydney; Albury; Armidale; Ballina; Batemans Bay; Bathurst; Bega; Bowral;
Broken Hill; Byron Bay; Central Coast; Cessnock; Coffs Harbour; Cooma; Cowra; Dubbo; Forster;
Gosford; Goulburn; Grafton; Griffith; Gunnedah; Inverell; Kempsey; Leeton; Lismore; Lithgow;
Maitland; Moree; Mudgee; Muswellbrook; Narrabri; Newcastle; Nowra; Orange; Parkes; Port Macquarie;
Singleton; Tamworth; Taree; Tweed Heads; Ulladulla; Wagga Wagga; Wollongong; Yass; Young; Alice
Springs; Darwin; Katherine; Nhulunbuy; Palmerston; Tennant Creek; Brisbane; Bowen; Bundaberg;
Cairns; Charters Towers; Dalby; Emerald; Gladstone; Gold Coast; Goondiwindi; Gympie; Hervey Bay;
Innisfail; Ipswich; Kingaroy; Mackay; Maryborough; Mount Isa; Noosa; Rockhampton; Roma; Sunshine
Coast; Toowoomba; Townsville; Warwick; Yeppoon; Adelaide; Ceduna; Coober Pedy; Mount Barker; Mount
Gambier; Murray Bridge; Naracoorte; Port Augusta; Port Lincoln; Port Pirie; Renmark; Roxby Downs;
Victor Harbor; Whyalla; Burnie; Devonport; Hobart; Launceston; Ulverstone; Melbourne; Bairnsdale;
Ballarat; Benalla; Bendigo; Bright; Castlemaine; Colac; Echuca; Geelong; Hamilton; Horsham;
Kyneton; Mildura; Moe; Morwell; Sale; Shepparton; Swan Hill; Torquay; Traralgon; Wangaratta;
Warragul; Warrnambool; Wodonga; Wonthaggi; Perth; Albany; Broome; Bunbury; Busselton; Carnarvon;
Collie; Derby; Esperance; Geraldton; Kalgoorlie; Karratha; Katanning; Kununurra; Mandurah;
Margaret River; Merredin; Narrogin; Newman; Northam; Port Hedland; Tom Price
"""
TOWNS = frozenset(" ".join(fold(name).split()) for name in NAMES.split(";"))
"""Those that are no part of a capital; what is in none of them, is one of its suburbs."""
BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
PARTS = re.compile(r"[,;|/·•&]|\s[-–—]\s")
STREET = re.compile(r"\d{1,3}[a-z]?\s")
"""12 High Street, 5 min from there: no name of a place."""
ASIDE = frozenset(("remote", "hybrid", "onsite", "anywhere", "cbd", "greater", "metro"))
"""Words of a place that are no name."""
WORDS = 3
"""Of a place; longer ones are a way to get there."""
READ = 100
WIDE_NAMES = """
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Georgia;
Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland;
Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New
Hampshire; New Jersey; New Mexico; North Carolina; North Dakota; Ohio; Oklahoma; Oregon;
Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont;
Virginia; Washington; West Virginia; Wisconsin; Wyoming
"""
WIDE = frozenset(
    " ".join(fold(name).split())
    for name in (*WIDE_NAMES.split(";"), *STATES["GB"].values(), *STATES["CA"].values())
)
"""States and the like, which stand after a city."""
SHORT = {"uk": "GB", "united kingdom": "GB", "england": "GB", "scotland": "GB", "usa": "US"}


@lru_cache(maxsize=1)
def _lands() -> dict[str, str]:
    return {fold(name): code for code, name in countries()} | SHORT


def country_of_place(place: str) -> str:
    """AU, of "Remote, Australia"; nothing where it names no country."""
    found = (_lands().get(fold(part), "") for part in reversed(_parts(place)))
    return next(filter(None, found), "")


def city_of_place(place: str, country: str) -> str:
    """Sydney NSW, of "Surry Hills NSW 2010"; elsewhere the last name of a city that it has."""
    lands = _lands()
    parts = [part for part in _parts(place) if fold(part) not in lands]
    if (country_of_place(place) or country) == "AU" and (found := _australian(parts)):
        return found
    fits = [part for part in parts if len(part.split()) <= WORDS and not _is_wide(part)]
    return fits[-1] if fits else ""


def _parts(place: str) -> list[str]:
    """Its names, one by one, without postcodes and what is said beside them."""
    parts = map(str.strip, PARTS.split(BRACKETS.sub(" ", place.strip()[:READ])))
    named = ([*map(_plain, part.split())] for part in parts if not STREET.match(part))
    return [name for words in named if (name := " ".join(filter(None, words)))]


def _plain(word: str) -> str:
    return "" if fold(word) in ASIDE or any(map(str.isdigit, word)) else word


def _is_wide(part: str) -> bool:
    return fold(part) in WIDE or (part.isupper() and len(part) < 4)


def _australian(parts: list[str]) -> str:
    state = next(filter(None, map(_state, reversed(parts))), "")
    names = [name for part in parts if (name := _without_state(part))]
    towns = [name for name in names if fold(name) in TOWNS]
    if not state:
        return next((name for name in towns if name in CAPITALS.values()), "")
    named = towns[-1] if towns else CAPITALS[state] if names else ""
    return f"{named} {state}".strip()


def _state(part: str) -> str:
    """VIC, of "Carlton VIC" and of "Victoria"."""
    last = part.split()[-1]
    if last in CAPITALS:
        return last
    return next((code for code, name in STATES["AU"].items() if fold(name) == fold(part)), "")


def _without_state(part: str) -> str:
    words = part.split() if part.split()[-1:] != [_state(part)] else part.split()[:-1]
    return "" if _state(part) and len(words) == len(part.split()) else " ".join(words)
