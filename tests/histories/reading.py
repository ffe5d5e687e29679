"""What stands in a made file or on a page, as somebody reads it: words, tables, numbers."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO

from docx import Document
from pypdf import PdfReader

from tracker.models.reads.standing import Standing

LABELS = {each.label.casefold(): each.label for each in Standing}
NUMBER = re.compile(r"none|one|nobody|[\d,]+")
STANDS = re.compile(rf"\b({'|'.join(LABELS)}) ([\d,]+)", re.IGNORECASE)
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))


def paper(content: bytes) -> str:
    """The words of a PDF, page after page without what stands below each, in one line."""
    pages = [page.extract_text().splitlines() for page in PdfReader(BytesIO(content)).pages]
    return one_line("\n".join(line for page in pages for line in page[:-1]))


def one_line(text: str) -> str:
    """Words with one space between: a line may be broken anywhere."""
    return " ".join(text.split())


def word_file(content: bytes) -> tuple[list[str], list[list[list[str]]]]:
    """The paragraphs of a Word file, and the cells of its tables, row by row."""
    document = Document(BytesIO(content))
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    return [each.text for each in document.paragraphs], tables


def number(words: str) -> int:
    """1,204 is 1204; none is nothing."""
    return 0 if words in ("none", "nobody", "") else int(words.replace(",", ""))


def numbers_in(pattern: str, text: str) -> list[int]:
    """The groups of a pattern that has to be there, as numbers."""
    found = re.search(pattern, text)
    assert found is not None, (pattern, text)
    return [number(each or "") for each in found.groups()]


def standings_in(text: str) -> Counter[str]:
    """They said no 3, waiting 2: how many stand how, by label."""
    return Counter({LABELS[name.casefold()]: number(many) for name, many in STANDS.findall(text)})


def between(text: str, begin: str, end: str = "") -> str:
    """What stands after some words that have to be there, up to others."""
    assert begin in text, (begin, text)
    rest = text.partition(begin)[2]
    return rest.partition(end)[0] if end else rest


@dataclass
class Node:
    """A tag of a page and what is in it."""

    tag: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    inside: "list[Node | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, in one line."""
        return one_line(
            " ".join(each if isinstance(each, str) else each.text for each in self.inside)
        )

    def all(self, tag: str, klass: str = "") -> "list[Node]":
        """The tags of a kind that are in it, however deep."""
        found = []
        for each in self.inside:
            if isinstance(each, Node):
                if each.tag == tag and (
                    not klass or klass in each.attributes.get("class", "").split()
                ):
                    found.append(each)
                found += each.all(tag, klass)
        return found

    def by_id(self, name: str) -> "Node | None":
        """The tag of that id."""
        for each in self.inside:
            if isinstance(each, Node):
                if each.attributes.get("id") == name:
                    return each
                below = each.by_id(name)
                if below is not None:
                    return below
        return None

    def table(self, name: str) -> list[list[str]]:
        """The rows below a chart, without their heads; none where it is not drawn."""
        place = self.by_id(name)
        body = place.all("tbody") if place else []
        return [[cell.text for cell in row.all("td")] for part in body for row in part.all("tr")]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        place = max((n for n, node in enumerate(self.open) if node.tag == tag), default=0)
        del self.open[place or len(self.open) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def page(html: str) -> Node:
    """A page, taken apart."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.open[0]
