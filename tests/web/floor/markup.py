"""What a template asks of a browser: its elements, attributes, and the attributes' set words."""

import re
from collections.abc import Iterator

from tests.web.floor.style import Feature

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<([a-z][-\w]*)((?:\s+|\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")
ATTRIBUTE = re.compile(r"(?:^|\s)([a-z][-:\w]*)(?:=(\"[^\"]*\"|'[^']*'))?")
OUR_OWN = re.compile(r"^(?:data|aria|hx|on)-|^hx:|:inherited$")
ON_ANY = {"class", "id", "dir", "lang", "hidden", "role", "tabindex", "popover", "inert"}
WORDS_THAT_MEAN_SOMETHING = {
    *("type", "hidden", "popover", "rel", "inputmode", "enterkeyhint", "autocapitalize"),
    *("loading", "fetchpriority", "decoding", "preload", "closedby", "command", "method"),
}


def features(text: str) -> Iterator[Feature]:
    """Each kind and name in it, as often as it stands there."""
    for name, inside in TAG.findall(JINJA.sub("", text)):
        if "-" in name:  # an element of our own
            continue
        yield "element", name
        for attribute, value in ATTRIBUTE.findall(inside):
            if OUR_OWN.search(attribute):
                continue
            yield "attribute", attribute if attribute in ON_ANY else f"{name} {attribute}"
            if attribute in WORDS_THAT_MEAN_SOMETHING:
                for word in value.strip("\"'").split():
                    yield "word", f"{attribute}={word}"
