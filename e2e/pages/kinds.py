"""Of what kinds the elements of a page are, and what is wrong with it by its markup alone."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

DRAWN = {"circle", "line", "path", "rect", "svg", "text", "use"}
FIELDS = "//*[self::input[not(@type='hidden')] or self::select or self::textarea]"
NAMES = ("aria-label", "aria-labelledby", "title")

Kind = tuple[str, ...]


def kinds(page: HtmlElement) -> set[Kind]:
    """What style and script can tell apart, wherever it stands."""
    return {
        (
            element.tag,
            *sorted((element.get("class") or "").split()),
            element.get("type") or "",
            element.get("role") or "",
            "long" if "W" * 90 in (element.text or "") else "",
        )
        for element in page.find("body").iter()
        if element.tag not in DRAWN and isinstance(element.tag, str)
    }


def covering(pages: dict[str, set[Kind]]) -> Iterator[str]:
    """As few of the pages as hold one of each kind, those with most new ones first."""
    left = set[Kind]().union(*pages.values())
    while left:
        page = max(pages, key=lambda address: len(pages[address] & left))
        left -= pages[page]
        yield page


def faults_of_markup(page: HtmlElement) -> list[str]:
    """What somebody who hears the page would miss, and a browser isn't needed to see."""
    faults = []
    ids = Counter(page.xpath("//@id"))
    faults += [f"{count} elements are #{name}" for name, count in ids.items() if count > 1]
    for name in ("for", "aria-describedby", "aria-labelledby", "form"):
        for told in page.xpath(f"//@{name}"):
            faults += [f"{name} leads to no #{one}" for one in told.split() if one not in ids]
    labels = set(page.xpath("//label/@for"))
    for field in page.xpath(f"{FIELDS}[not(@hidden or @aria-hidden)]"):
        inside = any(above.tag == "label" for above in field.iterancestors())
        if not (inside or field.get("id") in labels or _named(field)):
            faults.append(f"the field {field.get('name')} has no label")
    for control in page.xpath(".//a[@href] | .//button[not(@hidden)] | .//summary"):
        words = control.text_content().strip() or "".join(control.xpath(".//img/@alt")).strip()
        if not (words or _named(control)):
            faults.append(f"nothing names {dict(control.attrib)}")
    faults += [f"no alt: {image.get('src')}" for image in page.xpath("//img[not(@alt)]")]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    if levels.count(1) != 1 or any(b > a + 1 for a, b in pairwise(levels)):
        faults.append(f"headings go {levels}")
    if not (page.findtext(".//title") or "").strip() or not page.get("lang"):
        faults.append("no title, or no language")
    if len(page.xpath("//main")) != 1:
        faults.append("not one main part")
    return faults


def _named(element: HtmlElement) -> bool:
    return any((element.get(name) or "").strip() for name in NAMES)
