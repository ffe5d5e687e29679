"""`jobLocation` in the data of a posting: places, with their country and region."""

from typing import Any

from tracker.postings.places import is_place
from tracker.values.regions import STATES, countries
from tracker.values.text import clean_line

MOST = 3
"""Places that are named; more are counted."""
NAMES = {"GB": "United Kingdom", "US": "United States", "UK": "United Kingdom"}
"""Countries that ISO 3166's list calls otherwise than people do."""


def text_of(value: Any) -> str:
    """A name, whatever it is wrapped in."""
    for _ in range(4):
        if isinstance(value, list):
            value = next((each for each in value if each), "")
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("value") or ""
        else:
            break
    return clean_line(str(value)[:2000]) if isinstance(value, str | int | float) else ""


def of_places(value: Any) -> str:
    """`jobLocation`: one place, or several of them."""
    said = value if isinstance(value, list) else [value]
    names = list(dict.fromkeys(name for each in said[:50] if (name := _place(each))))
    further = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return "; ".join(names[:MOST]) + further


def _place(value: Any) -> str:
    if isinstance(value, str):
        return clean_line(value[:300])
    if not isinstance(value, dict):
        return ""
    address = value.get("address", value)
    if isinstance(address, list):
        address = next((each for each in address if each), {})
    if isinstance(address, str):
        return clean_line(address[:300])
    if not isinstance(address, dict):
        return text_of(value.get("name", ""))
    town = text_of(address.get("addressLocality", ""))
    region = text_of(address.get("addressRegion", ""))
    country = _country(text_of(address.get("addressCountry", "")))
    if town.casefold() == region.casefold() or region.casefold() in town.casefold().split(", "):
        region = ""
    parts = [each for each in (town, region) if each]
    if (
        country
        and not is_place(town)
        and (len(parts) < 2 or region.isupper())
        and country.casefold() not in town.casefold()
    ):
        parts.append(country)
    said = ", ".join(parts)
    return said or text_of(value.get("name", "")) or text_of(address.get("streetAddress", ""))


def _country(said: str) -> str:
    """A country's name; a code is looked up."""
    code = said.upper()
    return (NAMES.get(code) or dict(countries()).get(code, said)) if len(code) == 2 else said


def country_and_region(value: Any) -> tuple[str, str]:
    """The codes of the first place, so far as they are given."""
    first = next(iter(value), None) if isinstance(value, list) else value
    address = first.get("address") if isinstance(first, dict) else None
    if not isinstance(address, dict):
        return "", ""
    country = text_of(address.get("addressCountry", ""))
    codes = {name.casefold(): code for code, name in countries()} | {"deutschland": "DE"}
    region = text_of(address.get("addressRegion", ""))
    code = country.upper() if len(country) == 2 else codes.get(country.casefold(), "")
    names = {name.casefold(): key for key, name in STATES.get(code, {}).items()}
    return code, names.get(region.casefold(), region)
