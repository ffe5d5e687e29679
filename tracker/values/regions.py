"""Time zones, countries and states to choose from, after the time zone database."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

STATES: dict[str, dict[str, str]] = {
    "AU": {
        "ACT": "Australian Capital Territory",
        "NSW": "New South Wales",
        "NT": "Northern Territory",
        "QLD": "Queensland",
        "SA": "South Australia",
        "TAS": "Tasmania",
        "VIC": "Victoria",
        "WA": "Western Australia",
    },
    "NZ": {
        "AUK": "Auckland",
        "BOP": "Bay of Plenty",
        "CAN": "Canterbury",
        "GIS": "Gisborne",
        "HKB": "Hawke’s Bay",
        "MBH": "Marlborough",
        "MWT": "Manawatū-Whanganui",
        "NSN": "Nelson",
        "NTL": "Northland",
        "OTA": "Otago",
        "STL": "Southland",
        "TAS": "Tasman",
        "TKI": "Taranaki",
        "WGN": "Wellington",
        "WKO": "Waikato",
        "WTC": "West Coast",
    },
    "GB": {"ENG": "England", "NIR": "Northern Ireland", "SCT": "Scotland", "WLS": "Wales"},
    "DE": {
        "BB": "Brandenburg",
        "BE": "Berlin",
        "BW": "Baden-Württemberg",
        "BY": "Bayern",
        "HB": "Bremen",
        "HE": "Hessen",
        "HH": "Hamburg",
        "MV": "Mecklenburg-Vorpommern",
        "NI": "Niedersachsen",
        "NW": "Nordrhein-Westfalen",
        "RP": "Rheinland-Pfalz",
        "SH": "Schleswig-Holstein",
        "SL": "Saarland",
        "SN": "Sachsen",
        "ST": "Sachsen-Anhalt",
        "TH": "Thüringen",
    },
    "CA": {
        "AB": "Alberta",
        "BC": "British Columbia",
        "MB": "Manitoba",
        "NB": "New Brunswick",
        "NL": "Newfoundland and Labrador",
        "NS": "Nova Scotia",
        "NT": "Northwest Territories",
        "NU": "Nunavut",
        "ON": "Ontario",
        "PE": "Prince Edward Island",
        "QC": "Quebec",
        "SK": "Saskatchewan",
        "YT": "Yukon",
    },
}
"""By the codes of ISO 3166-2; only where public holidays differ and people asked.

The package `holidays` knows these codes too (a test compares them), but not as states: Augsburg
and South Canterbury are among its subdivisions, three names read otherwise, and the first page
that is ever opened would take a quarter of a second and 15 MB more.
"""


ZONES_OF_STATES: dict[str, str] = {
    "Australia/Adelaide": "SA",
    "Australia/Brisbane": "QLD",
    "Australia/Broken_Hill": "NSW",
    "Australia/Darwin": "NT",
    "Australia/Eucla": "WA",
    "Australia/Hobart": "TAS",
    "Australia/Lindeman": "QLD",
    "Australia/Lord_Howe": "NSW",
    "Australia/Melbourne": "VIC",
    "Australia/Perth": "WA",
    "Australia/Sydney": "NSW",
    "America/Edmonton": "AB",
    "America/Halifax": "NS",
    "America/Moncton": "NB",
    "America/Regina": "SK",
    "America/St_Johns": "NL",
    "America/Vancouver": "BC",
    "America/Whitehorse": "YT",
    "America/Winnipeg": "MB",
}
"""Zones in which nearly everybody lives in one of the states above."""


class Zone(NamedTuple):
    """A time zone, and the country that it is for."""

    name: str
    country: str

    @property
    def state(self) -> str:
        """Its state where one can be told from it: AU-NSW."""
        state = ZONES_OF_STATES.get(self.name)
        return f"{self.country}-{state}" if state else ""

    @property
    def area(self) -> str:
        """Australia, of Australia/Sydney."""
        return self.name.partition("/")[0]

    @property
    def label(self) -> str:
        """Sydney."""
        return city_of(self.name)


def _table(name: str) -> list[list[str]]:
    text = (files("tzdata") / "zoneinfo" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]


def city_of(zone: str) -> str:
    """A time zone’s city, or the whole name of one without: Sydney for Australia/Sydney."""
    return (zone.partition("/")[2] or zone).replace("_", " ").replace("/", ", ")


@lru_cache(maxsize=1)
def zones() -> tuple[Zone, ...]:
    """Every zone, by name."""
    return tuple(sorted(Zone(row[2], row[0]) for row in _table("zone.tab")))


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, str], ...]:
    """Codes and names after ISO 3166, by name."""
    return tuple(sorted(((row[0], row[1]) for row in _table("iso3166.tab")), key=lambda c: c[1]))


def country_name(code: str) -> str:
    """A country's name, or nothing where the code is none."""
    return dict(countries()).get(code, "")
