"""How far the words of a printed sheet reach, from 0 at its upper edge to 1 at its lower.

What each sheet says at its foot, of whom it is and of how many, is not counted.
"""

from io import BytesIO

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

Reach = tuple[float, float]
"""Where the first words stand, and the last."""
HEAD, FOOT = 0.04, 0.95
"""Where what is printed begins and ends."""


def printed(page: Page, size: str = "A4") -> list[PageObject]:
    """The sheets as a browser prints them."""
    return list(PdfReader(BytesIO(page.pdf(format=size, prefer_css_page_size=True))).pages)


def reaches(sheet: PageObject) -> tuple[Reach, Reach]:
    """Of the left half of a sheet and of the right; (1, 0) where it is empty."""
    halves: tuple[list[float], list[float]] = ([], [])
    _, _, wide, tall = (float(side) for side in sheet.mediabox)

    def look(words: str, user: list[float], text: list[float], *_: object) -> None:
        if words.strip():
            x = text[4] * user[0] + text[5] * user[2] + user[4]
            y = text[4] * user[1] + text[5] * user[3] + user[5]
            reach = 1 - y / tall
            if reach < FOOT + 0.005:
                halves[x >= wide * 0.49].append(reach)

    sheet.extract_text(visitor_text=look)
    left, right = ((min(half, default=1.0), max(half, default=0.0)) for half in halves)
    return left, right


def comes_to_foot(sheet: PageObject) -> bool:
    """Its last words stand in its last quarter: a list that would begin below goes to the next."""
    return max(last for _, last in reaches(sheet)) > 0.75


def has_two_columns(sheet: PageObject) -> bool:
    """Both begin at its head and pass its middle, and one of them comes to its foot."""
    columns = reaches(sheet)
    return comes_to_foot(sheet) and all(first < 0.15 and last > 0.6 for first, last in columns)


def fullness(sheet: PageObject) -> float:
    """How much of its height is used, from 0 to 1."""
    return (max(last for _, last in reaches(sheet)) - HEAD) / (FOOT - HEAD)
