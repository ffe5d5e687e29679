"""People's notes as safe HTML: Markdown is read, HTML in it stays visible text."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

SIGNS = (
    (re.compile(r"^[ \t]{0,12}[-*+] \[[ xX]\] ", re.MULTILINE), ""),
    (re.compile(r"^#{1,6} ", re.MULTILINE), ""),
    (re.compile(r"\*\*|__|~~|`"), ""),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200})\*(?![\w*])"), r"\1"),
)
"""A box to tick, a heading, what is strong or code, what is stressed; and what is left of each."""
LONGEST_READ = 200_000  # characters; a longer note is shown unformatted, which stays quick
LINKED = ("http", "https", "mailto", "tel")
ALIGNED = {"left", "center", "right"}
TAGS = "p br h3 h4 h5 h6 strong em del code pre blockquote ul ol li hr a table thead tbody tr th td"


def render(text: str) -> Markup:
    """Line breaks are kept, headings start at h3, and images become links to them."""
    if len(text) > LONGEST_READ:
        return _unformatted(text)
    try:
        return Markup(_cleaner()(_parser()(text)))  # noqa: S704  (nh3's allow-list made it)
    except RecursionError:
        return _unformatted(text)


def unmarked(text: str) -> str:
    """The words without the signs of Markdown, as one reads them in a line or two."""
    for sign, words in SIGNS:
        text = sign.sub(words, text)
    return text


def _unformatted(text: str) -> Markup:
    lines = Markup("<br>\n").join(escape(line) for line in text.split("\n"))
    return Markup("<p>{}</p>").format(lines)


@lru_cache(maxsize=1)
def _parser() -> Callable[[str], str]:
    """Made with the first note; mistune keeps what it reads in a state of each call."""
    from mistune import HTMLRenderer, create_markdown

    class NoteRenderer(HTMLRenderer):
        def heading(self, text: str, level: int, **_attrs: Any) -> str:
            tag = f"h{min(level + 2, 6)}"
            return f"<{tag}>{text}</{tag}>\n"

        def link(self, text: str, url: str, title: str | None = None) -> str:
            text = re.sub(r"</?a\b[^<>]*>", "", text) or str(escape(url))
            if url.partition(":")[0].lower() not in LINKED:
                return text
            return super().link(text, url, title)

        def image(self, text: str, url: str, title: str | None = None) -> str:
            return self.link(text, url, title)

        def block_code(self, code: str, info: str | None = None) -> str:
            return super().block_code(code)

    def task(_renderer: HTMLRenderer, text: str, checked: bool = False) -> str:
        box = "☑ " if checked else "☐ "
        text = text.replace("<p>", f"<p>{box}", 1) if text.startswith("<p>") else box + text
        return f'<li class="task">{text}</li>\n'

    def cell(
        _renderer: HTMLRenderer, text: str, align: str | None = None, head: bool = False
    ) -> str:
        tag = "th" if head else "td"
        return f'<{tag} class="{align}">{text}</{tag}>' if align else f"<{tag}>{text}</{tag}>"

    renderer = NoteRenderer(escape=True)
    parser = create_markdown(
        renderer=renderer,
        hard_wrap=True,
        plugins=["table", "task_lists", "strikethrough", "url"],
    )
    renderer.register("task_list_item", task)
    renderer.register("table_cell", cell)
    # What people write in notes isn't meant as these: pasted tags, an indented line, "[todo]: x".
    for rules, unmeant in (
        (parser.block.rules, ("raw_html", "indent_code", "ref_link")),
        (parser.inline.rules, ("inline_html",)),
    ):
        for rule in unmeant:
            rules.remove(rule)
    return lambda text: str(parser(text))


@lru_cache(maxsize=1)
def _cleaner() -> Callable[[str], str]:
    from nh3 import Cleaner

    return Cleaner(
        tags=set(TAGS.split()),
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        allowed_classes={"th": ALIGNED, "td": ALIGNED, "li": {"task"}},
        url_schemes=set(LINKED),
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
    ).clean
