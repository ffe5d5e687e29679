"""By what Excel expects columns to be divided: it goes by how a country writes one and a half."""

DIVIDERS = {",": "commas", ";": "semicolons"}
NAMES = {"comma": ",", "semicolon": ";"}
SEMICOLONS = (
    "AR AT AZ BA BE BG BO BR BY CH CL CO CR CZ DE DK EC EE ES FI FR GE GR HR HU ID IS IT KZ LI LT "
    "LU LV MD ME MK NL NO PL PT PY RO RS RU SE SI SK TR UA UY UZ VE VN ZA"
)
"""Countries where Excel divides by semicolons, most because they write 1,5."""


def divider(name: str, country: str) -> str:
    """The sign that was asked for by name, or the one that fits the country."""
    return NAMES.get(name) or usual(country)


def usual(country: str) -> str:
    """The sign that Excel expects there."""
    return ";" if country in SEMICOLONS.split() else ","
