"""What markup says: its tree, its words as they read, and its lines as cells."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from tracker.values.text import clean_line, clean_text

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|script|meta|div|p|h1|h2|ul|li|br|span|table|section|article)\b",
    re.IGNORECASE,
)
UNSEEN_WORDS = (
    "script style template svg head iframe object noscript select button canvas video "
    "audio map math"
)
UNSEEN = frozenset(UNSEEN_WORDS.split())
AROUND = frozenset(("nav", "header", "footer", "aside", "form", "dialog"))
"""What stands around a page's own words."""
PARAGRAPHS_WORDS = (
    "p h1 h2 h3 h4 h5 h6 ul ol dl table section article blockquote pre main hr figure fieldset"
)
PARAGRAPHS = frozenset(PARAGRAPHS_WORDS.split())
LINES_WORDS = (
    "div li br tr dt address caption figcaption label legend dd header footer nav aside "
    "form option details summary center"
)
LINES = frozenset(LINES_WORDS.split())
CELLS = frozenset(("td", "th", "span", "strong", "b", "a", "time", "em", "small", "i"))
MOST = 100_000
"""Beginnings and ends of elements that are walked; a posting's page has a few thousand."""
SEAM = "\x1f"
"""Where one element ends and another begins within a line."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether it is a page's source and not words."""
    return MARKUP.search(text[:20_000]) is not None


def parsed(markup: str) -> "etree._Element | None":
    """The tree of a page, however broken; nothing outside of it is ever fetched."""
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        source = markup.replace("\0", "").encode("utf-8", "replace")
        return etree.fromstring(source, parser) if source.strip() else None
    except (etree.LxmlError, ValueError):
        return None


def tag_of(element: "etree._Element") -> str:
    """An element's name in small letters, or nothing for what is no element."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def is_hidden(element: "etree._Element") -> bool:
    """Whether nobody sees it."""
    given = element.attrib
    if "hidden" in given:
        return True
    style = given.get("style")
    return style is not None and HIDDEN.search(style[:500]) is not None


def visible_text(
    root: "etree._Element", left_out: frozenset[str] = frozenset(), seams: bool = False
) -> str:
    """What an element says, as it reads: paragraphs, lines, lists with a dash."""
    parts: list[str] = []
    skipped: etree._Element | None = None
    for event, element in islice(etree.iterwalk(root, events=("start", "end")), MOST):
        tag = tag_of(element)
        if skipped is not None:
            if element is skipped and event == "end":
                skipped = None
                _after(element, root, parts)
            continue
        if event == "start":
            if element is not root and (
                not tag or tag in UNSEEN or tag in left_out or is_hidden(element)
            ):
                skipped = element
                continue
            parts.append(_before(tag, seams))
            if element.text:
                parts.append(_flowing(element.text, tag))
        else:
            parts.append("" if tag == "br" else _before(tag, seams, closing=True))
            _after(element, root, parts)
    return tidy("".join(parts))


def _after(element: "etree._Element", root: "etree._Element", parts: list[str]) -> None:
    if element is not root and element.tail:
        parent = element.getparent()
        parts.append(_flowing(element.tail, tag_of(parent) if parent is not None else ""))


def _flowing(text: str, tag: str) -> str:
    """Text as a browser runs it together; a `pre` keeps its lines."""
    if tag == "pre":
        return text
    return re.sub(r"[ \t\r\n\f\xa0\u200b]+", " ", text)


def _before(tag: str, seams: bool, closing: bool = False) -> str:
    if tag == "li":
        return "\n" if closing else "\n- "
    if tag in PARAGRAPHS:
        return "\n\n"
    if tag in LINES:
        return "\n"
    if tag in ("td", "th"):
        return SEAM if seams else " "
    if seams and tag in CELLS:
        return SEAM
    return ""


def tidy(text: str) -> str:
    """No more than one empty line, no spaces at the ends, no dash without words."""
    lines: list[str] = []
    bare = ""
    for raw in clean_text(text).split("\n") if SEAM not in text else text.split("\n"):
        line = re.sub(r" {2,}", " ", raw.strip(" \t\xa0"))
        if line in ("-", "•", "·", "*"):
            bare = "- "
            continue
        if line and bare:
            line = line if line.startswith("- ") else bare + line
            bare = ""
        if line.startswith("- ") and lines[-2:-1] and lines[-2].startswith("- ") and not lines[-1]:
            lines.pop()  # items of one list stand together
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n")


def words_of(markup: str) -> str:
    """What a piece of markup says; plain words stay as they are."""
    if "<" not in markup and "&" not in markup:
        return tidy(markup)
    root = parsed(f"<div>{markup}</div>")
    if root is None:
        return ""
    if not MARKUP.search(markup) and "\n" in markup:  # plain words with a few signs escaped
        return tidy("".join(str(part) for part in root.itertext()))
    return visible_text(root)


CALLS = frozenset(
    (
        *("apply for this job", "apply now", "apply", "save", "share", "easy apply"),
        *("save job", "apply for job", "jetzt bewerben", "bewerben", "online bewerben"),
        *("merken", "teilen", "print", "drucken", "quick apply", "report this job"),
        *("sign in", "log in", "back", "zurück", "share job", "apply online", "apply here"),
        *("view all jobs", "save this job", "show more", "show less"),
    )
)


def without_calls(text: str) -> str:
    """A page's words without its buttons."""
    return tidy("\n".join("" if line.casefold().strip(" »›→>") in CALLS else line
                           for line in text.split("\n")))  # fmt: skip


MOST_LINES = 3_000


def cells(text: str) -> list[list[str]]:
    """Lines as cells: cut where elements met, and where a tab or a wide gap stands."""
    return [found for line in text.split("\n")[:MOST_LINES] if (found := list(_cut(line)))]


def _cut(line: str) -> Iterator[str]:
    for part in re.split(rf"[{SEAM}\t|]| {{3,}}", line[:2_000]):
        said = clean_line(part)
        if said and said != "-":
            yield said
