"""A JobPosting that is written into the page's elements, as microdata or RDFa, however nested."""

from typing import Any

from lxml import etree

from tracker.postings.markup_text import is_hidden, tag_of, visible_text
from tracker.values.text import clean_line

Node = dict[str, Any]
MOST = 600
"""Properties that are read."""
SCOPES = ("itemscope", "typeof")


def job_posting(root: "etree._Element") -> Node | None:
    """The first of the page, in the shape that JSON-LD has."""
    top = next((each for each in root.iter() if "JobPosting" in _type(each)), None)
    if top is None:
        return None
    nodes: dict[int, Node] = {id(top): {"@type": "JobPosting"}}
    keep = [top]  # an element must stay alive for as long as its number stands for it
    for element in top.iter():
        name = str(element.get("itemprop") or element.get("property") or "")
        if not name or element is top or len(keep) > MOST:
            continue
        owner = _owner(element, top)
        node = nodes.get(id(owner)) if owner is not None else None
        if node is None:
            continue
        value: Any = _value(element)
        if any(scope in element.attrib for scope in SCOPES):
            value = {"@type": _type(element).rpartition("/")[2]}
            nodes[id(element)] = value
        keep.append(element)
        for each in name.split()[:5]:
            _add(node, each.rpartition(":")[2], value)
    return nodes[id(top)]


def _add(node: Node, name: str, value: Any) -> None:
    if name not in node:
        node[name] = value
    elif isinstance(node[name], list):
        node[name].append(value)
    else:
        node[name] = [node[name], value]


def _type(element: "etree._Element") -> str:
    if not isinstance(element.tag, str):
        return ""
    return str(element.get("itemtype") or element.get("typeof") or "")


def _owner(element: "etree._Element", top: "etree._Element") -> "etree._Element | None":
    above = element.getparent()
    while above is not None and above is not top:
        if any(scope in above.attrib for scope in SCOPES):
            return above
        above = above.getparent()
    return above


def _value(element: "etree._Element") -> str:
    given, tag = element.attrib, tag_of(element)
    for name in ("content", "datetime"):
        if given.get(name):
            return str(given[name])
    if tag == "meta" or (tag in ("a", "link", "img") and not _words(element)):
        return str(given.get("href") or given.get("src") or "")
    return "" if is_hidden(element) else visible_text(element)


def _words(element: "etree._Element") -> str:
    return clean_line("".join(str(part) for part in element.itertext())[:2000])
