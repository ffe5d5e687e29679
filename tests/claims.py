"""Sentences that state a fact about the world, wherever people read them, and what backs them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SOURCES = (ROOT / "docs" / "sources.md").read_text("utf-8")

FOLK = (
    r"(?:people|persons|employers?|recruiters?|candidates?|applicants?|job\ ?seekers?|managers?"
    r"|panels?|agencies|companies|hirers)"
)
CLAIMING = re.compile(
    rf"""
    \d\s?% | \bper\s?cent\b
    | \b(?:stud(?:y|ies|ied)|surveys?|research(?:ers?)?|experiments?|trials?|evidence|scien\w+)\b
    | \b(?:proven|proves?|shows\ that|known\ to|groups\ of|tests\ of)\b
    | \b(?:most|many|half|few|fewer|majority|all|no)\ (?:of\ )?(?:the\ |all\ )?(?:\w+\ )?{FOLK}\b
    | \b{FOLK}\ (?:who\b|(?:\w+ly\ |never\ )?
      (?:are|get|hear|prefer|expect|like|want|say|give|find|keep|delete|must|tell|decide)\b)
    | \b(?:usual|usually|often|rarely|seldom|generally|typically|normally|commonly|tends?\ to)\b
    | \b(?:helps|helped|works?\ best|best\ is|best\ somebody|worth\ more|quickest|easier)\b
    | \b(?:likely|likelier|likeliest|passes|passing|does\ pass)\b
    | \b(?:law|legal|legally|GDPR|DSGVO|PDPA|Privacy\ Act|right\ to|entitled|obliged?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words by which a sentence speaks of more than this person and this program."""

UNREAD = ("imports", "migrations", "demo", "cli", "loop/feedback_reading", "mail")
"""Rooms of tracker/ whose strings are read by programs, made up, or for those who run a server."""
STRUCTURED = ("tracker/loop/reasons.py", "tracker/loop/legal_ways.py")
"""Where each fact names its sources itself."""


class Sentence(NamedTuple):
    """One sentence, and the file that it stands in."""

    place: str
    words: str


def is_claim(words: str) -> bool:
    """Whether it states, or sounds like, a fact about the world."""
    return CLAIMING.search(words) is not None


def plain(text: str) -> str:
    """Without what differs from place to place: gaps, typographic signs, emphasis, links."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`“”]", "", text)
    return re.sub(r"\s+", " ", re.sub(r"\s+%", "%", text)).strip()


def split(place: str, text: str) -> Iterator[Sentence]:
    """Its sentences; what is shorter than four words is a label."""
    for part in re.split(r"(?<=[.!?;])\s+|\n\s*\n|\s\|\s|\n- ", text):
        words = plain(part)
        if len(words.split()) >= 4:
            yield Sentence(place, words)


def every_sentence() -> Iterator[Sentence]:
    """Of the guide, the log's page, the pages of the program, and what it says from strings."""
    for name in ("guide.md", "work-search.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        yield from split(f"docs/{name}", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    for file in sorted((ROOT / "templates").rglob("*.*")):
        if file.suffix in (".html", ".txt"):
            yield from of_template(str(file.relative_to(ROOT)), file.read_text("utf-8"))
    for file in sorted((ROOT / "tracker").rglob("*.py")):
        place = str(file.relative_to(ROOT))
        if not place.startswith((*(f"tracker/{room}/" for room in UNREAD), *STRUCTURED)):
            yield from of_module(place, file.read_text("utf-8"))


def of_template(place: str, text: str) -> Iterator[Sentence]:
    """What a page says, with what its tags say in quotes."""
    text = re.sub(r"\{#.*?#\}", " ", text, flags=re.DOTALL)
    for tag in re.findall(r"\{[{%].*?[%}]\}", text, flags=re.DOTALL):
        for literal in re.findall(r'"([^"]*)"', re.sub(r'"\s*~\s*"', "", tag)):
            yield from split(place, literal)
    text = re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "…", text, flags=re.DOTALL)
    block = r"</?(?:p|li|h\d|td|th|div|summary|legend|label|button|option)\b[^>]*>"
    text = re.sub(block, "\n\n", text)
    yield from split(place, re.sub(r"<[^>]*>", " ", text))


def of_module(place: str, text: str) -> Iterator[Sentence]:
    """What a module says in strings; its docstrings are for those who read the code."""
    tree = list(ast.walk(ast.parse(text)))
    unsaid = {node.value for node in tree if isinstance(node, ast.Expr)}
    unsaid |= {part for node in tree if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in tree:
        if isinstance(node, ast.JoinedStr):
            yield from split(place, "".join(map(said, node.values)))
        elif isinstance(node, ast.Constant) and node not in unsaid:
            yield from split(place, said(node))


def said(node: ast.expr) -> str:
    """A string as it stands; what is filled in later is a gap."""
    if not isinstance(node, ast.Constant):
        return "…"
    return node.value if isinstance(node.value, str) else ""


def rows(head: str) -> list[list[str]]:
    """The cells of the tables under one head of docs/sources.md."""
    part = SOURCES.partition(f"\n## {head}\n")[2].partition("\n## ")[0]
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("|") and not line.startswith("|-")
    ]
    return cells[1:]
