"""Choices of where and when."""

from functools import lru_cache
from typing import Any

from tracker.values.regions import STATES, countries, zones
from tracker.web.fields.choice import choice


@lru_cache(maxsize=1)
def zone_choices() -> list[Any]:
    """Zones by area, each with the country and state that a script may propose with it."""
    return [
        *(
            choice(
                zone.name,
                zone.label,
                zone.area,
                **{
                    "data-country": zone.country,
                    **({"data-state": zone.state} if zone.state else {}),
                },
            )
            for zone in zones()
        ),
        choice("UTC", "UTC", group="Elsewhere"),
    ]


@lru_cache(maxsize=1)
def country_choices() -> list[Any]:
    """Every country by name."""
    return [choice(code, name) for code, name in countries()]


@lru_cache(maxsize=1)
def state_choices() -> list[Any]:
    """States by country, with none first."""
    names = dict(countries())
    return [
        choice("", "None of these", group="Elsewhere"),
        *(
            choice(f"{country}-{code}", name, group=names[country])
            for country, states in STATES.items()
            for code, name in states.items()
        ),
    ]
