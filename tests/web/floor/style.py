"""What a stylesheet asks of a browser: properties, values, functions, selectors, units, rules."""

import re
from collections.abc import Iterator

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
NOT_WORDS = re.compile(
    r"--[-\w]+|#[0-9a-f]+|(?:env|attr|counter)\([^)]*\)|color-mix\(in \w+|[-\w]+\("
    r"|-?[\d.]+[a-z%]*|!important"
)
NAMED_BY_US = {
    "animation",
    "animation-name",
    "counter-increment",
    "counter-reset",
    "font",
    "font-family",
    "grid-area",
    "grid-template",
    "grid-template-areas",
    "transition",
}
"""Properties whose words are names of our own, of fonts, or of other properties."""
ASKS_ITSELF = ("@supports", "@layer")
AS_OLD_AS_THE_PROPERTY = {
    *("auto", "none", "inherit", "initial", "normal", "transparent", "currentcolor", "solid"),
    *("canvas", "canvastext", "highlight", "buttontext", "buttonface"),
}
Feature = tuple[str, str]


def features(text: str) -> Iterator[Feature]:
    """Each kind and name in it, as often as it stands there."""
    yield from _block(
        iter(re.split(r"([{};])", TEXT.sub('""', COMMENT.sub("", text)))), in_rule=False
    )


def _block(parts: Iterator[str], in_rule: bool) -> Iterator[Feature]:
    """What stands before its end: at-rules, rules and declarations."""
    for part in parts:
        words, end = part.strip(), next(parts, "")
        if end == "{":
            yield from _opened(words, in_rule)
            yield from _block(parts, in_rule or not words.startswith("@"))
            continue
        if words.startswith("@"):
            yield "at-rule", words.split()[0]
        elif words:
            yield from _declaration(words)
        if end == "}":
            return


def _opened(words: str, in_rule: bool) -> Iterator[Feature]:
    if in_rule:
        yield "at-rule", "nesting"
    if not words.startswith("@"):
        yield from _selector(words)
        return
    name = words.split()[0]
    yield "at-rule", name
    if name == "@supports" and "selector(" in words:
        yield "function", "selector"
    if name not in (*ASKS_ITSELF, "@keyframes"):
        yield from (("media", found) for found in re.findall(r"\(\s*([-a-z]+)", words))
        yield from (("media", "range") for _ in re.findall(r"[<>]=?", words))
        yield from _units(words)


def _selector(words: str) -> Iterator[Feature]:
    yield from (("selector", found) for found in re.findall(r"::?[-a-z]+", words))
    yield from (("selector", found) for found in re.findall(r"&|\|\||\s[is]\]", words))


def _declaration(words: str) -> Iterator[Feature]:
    name, _, value = words.partition(":")
    name = name.strip()
    yield from (("function", found) for found in re.findall(r"([-a-z]+)\(", value))
    yield from _units(value)
    if name.startswith("--"):
        return
    yield "property", name
    if name in NAMED_BY_US:
        return
    plain = NOT_WORDS.sub(" ", value)
    for word in re.findall(r"[-a-z]+[a-z]", plain.lower()):
        if word not in AS_OLD_AS_THE_PROPERTY:
            yield "value", f"{name}: {word}"


def _units(words: str) -> Iterator[Feature]:
    yield from (("unit", found) for found in re.findall(r"(?<![-#\w.])-?[\d.]+([a-z]+)\b", words))
