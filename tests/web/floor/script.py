"""What a script asks of a browser: the members, globals and forms of the language in it."""

import re
from collections.abc import Iterator

from tests.web.floor.style import Feature

TOKENS = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<template>`(?:\\.|[^`\\])*`)
    |(?P<regex>(?<=[(,=:])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
    """,
    re.DOTALL | re.VERBOSE,
)
NAME = r"[A-Za-z_$][\w$]*"
MEMBERS = (
    rf"(?:^|[,{{]) *(?:async |static |get |set )*({NAME})(?::|\([^()]*(?:\([^()]*\))?[^()]*\) \{{)",
    rf"\b(?:board|this)\.({NAME}) =",
    rf"\bexport const ({NAME})",
)
"""Where a key or a method of our own is given its name, a part of `board`, or what is exported."""
VARIABLES = rf"(?:const|let|var|function|class) ({NAME})|({NAME}) =>"
PARAMETERS = r"(?<!\bif )(?<!\bfor )(?<!\bwhile )\(([^()]*)\)(?= =>| \{)"
SYNTAX = {
    "#private": rf"#{NAME}",
    "??=": r"\?\?=|\|\|=|&&=",
    "static {": r"\bstatic \{",
    "using": rf"\busing {NAME} =",
    "import": r"\bimport\b",
    "await using": r"\bawait using\b",
}
IN_REGEX = {
    "lookbehind": r"\(\?<[=!]",
    "modifiers": r"\(\?[a-z]*-?[a-z]+:",
    "flag v": r"/[a-z]*v[a-z]*$",
}
WORDS = {
    *("async", "await", "break", "case", "catch", "class", "const", "constructor", "continue"),
    *("default", "delete", "do", "else", "extends", "false", "finally", "for", "function", "if"),
    *("in", "instanceof", "let", "new", "null", "of", "return", "static", "super", "switch"),
    *("this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "yield"),
}


def members(text: str) -> set[str]:
    """The keys, methods and parts that this script names itself."""
    return {found for way in MEMBERS for found in re.findall(way, lean(text), re.MULTILINE)}


def variables(text: str) -> set[str]:
    """The variables, functions and parameters that this script names itself."""
    code = lean(text)
    named = {name for found in re.findall(VARIABLES, code) for name in found}
    for group in re.findall(PARAMETERS, code):
        named |= set(re.findall(NAME, group))
    for group in re.findall(r"(?:const|let|var) (\w[^;\n]*)", code):
        named |= set(re.findall(rf"(?:^|[,\[{{]) *(?:{NAME}: )?({NAME})", group))
    return named | {found for group in _unpacked(code) for found in group}


def features(text: str, ours: set[str]) -> Iterator[Feature]:
    """Each kind and name in it that is not our own."""
    for found in TOKENS.finditer(text):
        if found["regex"]:
            yield from _named(IN_REGEX, found["regex"])
    code = lean(text)
    yield from _named(SYNTAX, code)
    code = re.sub(r"\bdataset\??\.\w+", " ", code)
    yield from (("member", name) for name in re.findall(rf"(?<!\.)\.({NAME})", code))
    yield from (("member", name) for group in _unpacked(code) for name in group)
    calls = rf"(?<![.\w$])({NAME})(?=\()|(?<![.\w$])([A-Z][\w$]*)|\bin ({NAME})"
    for names in re.findall(calls, code):
        for name in names:
            if name and name not in WORDS and name not in ours:
                yield "global", name


def _unpacked(code: str) -> Iterator[list[str]]:
    """The keys that are taken out of something by their name: `const { size } = given`."""
    flat = re.sub(r"\{([^{}]*)\}(?= *[},])", r" \1 ", code)
    for inside in re.findall(r"\{([^{}()]*)\}(?= = |\) =>| of |, [\w{]+\) =>|\) \{)", flat):
        if ";" not in inside:
            yield re.findall(rf"(?:^|,|:) *({NAME})(?= *(?:[,:}}=]|$))", inside)


def _named(ways: dict[str, str], text: str) -> Iterator[Feature]:
    yield from (("syntax", name) for name, way in ways.items() if re.search(way, text))


def lean(text: str) -> str:
    """The code in it, without comments, texts and patterns; what a template asks for stays."""
    return TOKENS.sub(_lean, text)


def _lean(found: re.Match[str]) -> str:
    if found["template"]:
        asked = re.findall(r"\$\{([^{}]*)\}", found["template"])
        return lean(f"({', '.join(asked)})")
    return " " if found["comment"] else '""' if found["text"] else '(/"/)'
