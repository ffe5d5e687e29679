"""Choices of where and when."""

from functools import lru_cache
from typing import Any

from tracker.regions import STATES, countries, zones

Choices = dict[str, list[tuple[Any, ...]]]


@lru_cache(maxsize=1)
def zone_choices() -> Choices:
    """Zones by area, each with the country that a script may propose with it."""
    choices: Choices = {}
    for zone in zones():
        choice = (zone.name, zone.label, {"data-country": zone.country})
        choices.setdefault(zone.area, []).append(choice)
    choices["Elsewhere"] = [("UTC", "UTC", {})]
    return choices


def country_choices() -> list[tuple[str, str]]:
    """Every country by name."""
    return list(countries())


@lru_cache(maxsize=1)
def state_choices() -> Choices:
    """States by country, with none first."""
    names = dict(countries())
    choices: Choices = {"Elsewhere": [("", "None of these", {})]}
    for country, states in STATES.items():
        choices[names[country]] = [(f"{country}-{code}", name, {}) for code, name in states.items()]
    return choices
