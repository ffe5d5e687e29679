"""Addresses stand in templates and code as people read them, so each is looked up here."""

import ast
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import nodes

from tracker.paths import CHECKOUT, PACKAGE, TEMPLATES

ANY = "\0"
"""Stands for what is worked out when the page is made."""

ELSEWHERE = {
    "/static/": "served beside the program",
    "/proc/": "a file",
    "/usr/": "a folder",
    "/etc": "a folder",
    "/var/lib": "a folder",
    "/en": "how a letter's version ends in the demo",
    f"{ANY}/warm": "how it begins",
    f"{ANY}/look.txt": "a letter's template",
    f"{ANY}/reply.txt": "a letter's template",
    f"{ANY}/scripts/{ANY}.txt": "the template of what is said in a call",
    "/coach/notes": "where notes are taken away and put back: always with what follows",
    "/thumbnail": "the name of a relation in a Word file",
    "/s/": "how every coach link begins",
    "/sw.js": "named only where it is there: tracker/views/phone asks",
    "/mail/read": "named only where it is there: tracker/views/phone asks",
    "/message": "of a Gotify server",
    "/postings/new": "named only where it is there: tracker/views/phone asks",
}
"""What looks like an address and is no whole one; after a slash at the end anything may follow."""

IN_ATTRIBUTE = re.compile(
    r"""\b(?:href|action|formaction|src|hx-get|hx-post|data-[a-z-]+)="(/[a-z][^"\s]*|/)"""
)
WHOLE = re.compile(r"\0?/[a-z][a-z0-9/_.?=&#\0-]*")
BEGUN = re.compile(r"""["'}]/""")
"""How an address begins where it is written out; a file without that is not looked through."""


def in_template(tree: nodes.Template) -> Iterator[str]:
    """The addresses in what a template says itself, and those that it puts together."""
    for output in tree.find_all(nodes.Output):
        said = "".join(
            part.data if isinstance(part, nodes.TemplateData) else ANY for part in output.nodes
        )
        yield from IN_ATTRIBUTE.findall(said)
    joined = set()
    for concat in tree.find_all(nodes.Concat):
        joined |= {id(part) for part in concat.nodes}
        yield from address([ANY if text is None else text for text in map(constant, concat.nodes)])
    for const in tree.find_all(nodes.Const):
        if id(const) not in joined and isinstance(const.value, str):
            yield from address([const.value])


def constant(node: nodes.Node) -> str | None:
    """What is written out, or nothing where it is worked out."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def address(parts: list[str]) -> Iterator[str]:
    """The parts as one address, if they make one; it may stand on a name, as `place ~ "/ask"`."""
    whole = "".join(parts)
    if WHOLE.fullmatch(whole):
        yield whole


def in_module(text: str) -> Iterator[str]:
    """The addresses in what a module writes out, but for the rules themselves."""
    every = list(ast.walk(ast.parse(text)))
    passed_over = set()
    for node in every:
        inner: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            inner = node.values
            yield from address(
                [str(part.value) if isinstance(part, ast.Constant) else ANY for part in inner]
            )
        elif isinstance(node, ast.FunctionDef):
            inner = [arg for call in node.decorator_list for arg in getattr(call, "args", ())]
        elif isinstance(node, ast.keyword) and node.arg == "url_prefix":
            inner = [node.value]
        passed_over |= {id(part) for part in inner}
    for node in every:
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and id(node) not in passed_over:
            yield from address([said])


def rules(app: Flask) -> set[tuple[str, ...]]:
    """Every rule in its parts, a part that takes a value as `<`."""
    return {
        tuple("<" if part.startswith("<") else part for part in rule.rule.split("/")[1:])
        for rule in app.url_map.iter_rules()
    }


def fits(parts: list[str], rule: tuple[str, ...]) -> bool:
    """Whether an address may be one of a rule's; what ends in a slash is only its beginning."""
    if parts[-1] == "":
        parts, rule = parts[:-1], rule[: len(parts) - 1]
    if len(parts) != len(rule) or set(rule) == {"<"}:
        return False
    return all(
        wanted == "<" or re.fullmatch(re.escape(part).replace(ANY, "[^/]*"), wanted)
        for part, wanted in zip(parts, rule, strict=True)
    )


def leads_somewhere(known: set[tuple[str, ...]], found: str) -> bool:
    """Whether some rule takes it, by whichever method."""
    path = re.split(r"[?#]", found)[0]
    if found in ELSEWHERE or found.startswith(tuple(each for each in ELSEWHERE if each[-1] == "/")):
        return True
    parts = path.split("/")[1:]
    if path.startswith(ANY) or parts[0] not in {rule[0] for rule in known}:
        return any(fits(parts, rule[-len(parts) :]) for rule in known)  # it is the end of one
    return any(fits(parts, rule) for rule in known)


FILES = sorted([*TEMPLATES.rglob("*.html"), *PACKAGE.rglob("*.py")])


@pytest.mark.on("sqlite")
def test_every_address_that_is_written_out_leads_somewhere(app: Flask) -> None:
    known, nowhere, seen = rules(app), [], 0
    for file in FILES:
        text = file.read_text("utf-8")
        if not BEGUN.search(text):
            continue
        if file.suffix == ".html":
            addresses = in_template(app.jinja_env.parse(text))
        else:
            addresses = in_module(text)
        for found in addresses:
            seen += 1
            if not leads_somewhere(known, found):
                nowhere.append(f"{file.relative_to(CHECKOUT)}: {found.replace(ANY, '…')}")

    assert nowhere == []
    assert seen > 500


def test_an_address_of_no_rule_is_found_out(app: Flask) -> None:
    known = rules(app)

    assert leads_somewhere(known, f"/applications/{ANY}/stage")
    assert leads_somewhere(known, f"{ANY}/stage")
    assert not leads_somewhere(known, f"/applications/{ANY}/stages")
    assert not leads_somewhere(known, "/no-such-page")
    assert not leads_somewhere(known, "/board/tables")
