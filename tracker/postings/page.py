"""A page taken apart: its head, its data, its lines, and its own words."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from tracker.postings.labels import fact_of
from tracker.postings.markup_text import (
    AROUND,
    cells,
    is_hidden,
    parsed,
    tag_of,
    visible_text,
    without_calls,
)
from tracker.values.text import clean_line


@dataclass
class Page:
    """A page that is looked at several times."""

    root: "etree._Element"
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    """What `meta` says, by name or property, each the first time."""
    scripts: list[str] = field(default_factory=list)
    """The JSON-LD that it carries."""
    language: str = ""
    canonical: str = ""

    @classmethod
    def of(cls, markup: str) -> "Page | None":
        """The page of a source."""
        root = parsed(markup)
        if root is None:
            return None
        page = cls(root)
        page.language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
                         or "").lower()  # fmt: skip
        for element in root.iter("title", "meta", "script", "link"):
            page._note(element)
        return page

    def _note(self, element: "etree._Element") -> None:
        tag, given = tag_of(element), element.attrib
        if tag == "title":
            self.title = self.title or clean_line((element.text or "")[:1000])
        elif tag == "meta":
            name = str(given.get("property") or given.get("name") or "").lower()
            self.metas.setdefault(name, clean_line(str(given.get("content") or "")[:1000]))
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = self.canonical or str(given.get("href") or "").strip()
        elif tag == "script" and "ld+json" in str(given.get("type") or "").lower():
            self.scripts.append(element.text or "")

    @cached_property
    def headings(self) -> list[str]:
        """The words of each first-level heading that is seen."""
        for tag in ("h1", "h2"):
            seen = [each for each in self.root.iter(tag) if not _is_around(each)]
            found = [said for each in seen if (said := clean_line(_all(each)[:500]))]
            if found:
                return found[:10]
        return []

    @cached_property
    def hinted(self) -> dict[str, str]:
        """Short words in elements that are named after a fact, as `class="job-location"`."""
        found: dict[str, str] = {}
        for element in self.root.iter("div", "span", "p", "li", "a", "h2", "h3", "h4", "dd", "td"):
            named = " ".join(str(element.get(each) or "") for each in NAMED)[:300]
            fact = next((each for each, rule in HINTS.items() if named and rule.search(named)), "")
            if fact and fact not in found and not is_hidden(element):
                lines = cells(visible_text(element, seams=True))
                if len(lines) == 1 and len(lines[0]) == 1 and 1 < len(lines[0][0]) <= 120:
                    found[fact] = lines[0][0].removeprefix("- ")
        for number in ("1", "2", "3"):
            fact = fact_of(self.metas.get(f"twitter:label{number}", ""))
            if said := self.metas.get(f"twitter:data{number}", ""):
                found.setdefault(fact, said)
        return found

    @cached_property
    def lines(self) -> list[list[str]]:
        """All that it says, line by line, each in the cells that its elements make."""
        return cells(visible_text(self.root, seams=True))

    @cached_property
    def main(self) -> str:
        """Its own words, without what stands around them."""
        body = next(self.root.iter("body"), self.root)
        described = [visible_text(each, AROUND) for each in self.root.iter() if _describes(each)][
            :40
        ]
        parts = [each for each in self.root.iter("main", "article") if not is_hidden(each)]
        parts += [each for each in self.root.iter("div") if each.get("role") == "main"]
        said = [visible_text(each, AROUND) for each in parts[:20]]
        longest = max(said, key=len, default="")
        return without_calls(self._longest(body, described, longest))

    def _longest(self, body: "etree._Element", described: list[str], longest: str) -> str:
        own = max(described, key=len, default="")
        whole = visible_text(body, AROUND)
        if len(own) >= 200 and len(own) * 3 > len(longest or whole):
            return own
        if len(longest) >= 400 or len(longest) * 2 > len(whole):
            return longest
        return whole if len(whole) >= 200 else visible_text(body)


NAMED = ("class", "id", "data-automation", "data-testid", "data-ui", "data-qa", "data-test")
HINTS = {
    "role": re.compile(
        r"(?:job|posting|position|vacancy)-?_?(?:detail-)?title(?:$|[-_ ])", re.IGNORECASE
    ),
    "location": re.compile(r"(?:^|[-_ a-z])(?:[Ll]ocation|standort|arbeitsort)(?:$|[-_ ])"),
    "company": re.compile(
        r"company-?_?name|employer-?_?name|org(?:ani[sz]ation)?-?_?name|advertiser-?name|firmenname|"
        r"(?:^|[-_ ])(?:employer|arbeitgeber|hiring-?organi[sz]ation)(?:$|[-_ ])", re.IGNORECASE
    ),
    "pay_text": re.compile(r"(?:^|[-_ ]|job)(?:salary|compensation|gehalt|pay-?range)(?:$|[-_ ])",
                           re.IGNORECASE),
}  # fmt: skip
"""How elements are named that hold a fact and say it with no label."""
DESCRIBES = re.compile(
    r"job-?_?(?:details?-?)?(?:description|ad-?details|ad\b|content|body)|jobad|vacancy-?(?:description|text)|"
    r"posting-?(?:description|content|body)|entry-content|stellenbeschreibung|description__text|"
    r"jobdetailbeschreibung|position-description",
    re.IGNORECASE,
)
"""How pages name the part that holds the posting's text."""


def _is_around(element: "etree._Element") -> bool:
    """Whether it stands in a part of the page that is about something else."""
    return any(tag_of(each) in ("aside", "nav", "footer") for each in element.iterancestors())


def _describes(element: "etree._Element") -> bool:
    if tag_of(element) not in ("div", "section", "article", "td"):
        return False
    given = element.attrib
    names = " ".join(str(given.get(name, "")) for name in ("id", "class", "data-automation"))
    return DESCRIBES.search(names[:300]) is not None


def _all(element: "etree._Element") -> str:
    return "".join(str(part) for part in element.itertext())
