"""Our own style and script without what only people read; they stay whole in `static`."""

import re

ORDER_OF_LAYERS = re.compile(rb"@layer [^;{]+;")
STYLE_PARTS = re.compile(
    rb"""
    (?P<kept>"[^"\n]*"|'[^'\n]*'|url\([^)"']*\))
    |(?P<comment>/\*.*?\*/\s*)
    |\s*(?P<mark>[{};,>])\s*
    |(?P<colon>:)\s+
    |(?<![\w.])0(?P<fraction>\.\d)
    |(?P<space>\s+)
    """,
    re.DOTALL | re.VERBOSE,
)


def style(text: bytes) -> bytes:
    """A stylesheet without comments, space that means nothing, and repeated orders of layers.

    The space before a colon means something: `.field :focus` is not `.field:focus`.
    """
    text = STYLE_PARTS.sub(_lean, text).replace(b";}", b"}").strip()
    order = ORDER_OF_LAYERS.match(text)
    return order[0] + text.replace(order[0], b"") if order else text


def _lean(part: re.Match[bytes]) -> bytes:
    if part["comment"]:
        return b""
    return (
        b" " if part["space"] else part["kept"] or part["mark"] or part["colon"] or part["fraction"]
    )


def script(text: bytes) -> bytes:
    """A script without indentation, empty lines and lines that are a comment.

    It knows no more of the language than that, so no text in a script may go on over a line's end;
    `tests/web/assets/test_minify.py` sees to it.
    """
    lines = (line.strip() for line in text.splitlines())
    return b"\n".join(line for line in lines if line and not line.startswith(b"//"))
