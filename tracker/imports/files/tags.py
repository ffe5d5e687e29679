"""HTML, cut into tags and text piece by piece; nothing in it is looked through twice."""

import re
from collections.abc import Iterable, Iterator

from tracker.imports.files.table import BROKEN, Unreadable

LONGEST_TAG = 1 << 16
LONGEST_START, LONGEST_END = 4, 12
"""Letters that tell how something begins; and that may be the beginning of its end."""
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,20})")
COMMENT_END = re.compile("-->")
UNSEEN = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "title", "xml")
}
"""What holds words that nobody sees, by where it ends."""
Token = tuple[str, bool, str]
"""A tag's name, whether it ends something, and all of it; or no name, and text."""


def tokens(read: Iterable[str]) -> Iterator[Token]:
    """Tags and the text between them; comments, scripts and styles are passed over.

    What has been looked through is not looked through again, whatever a file is made of.
    """
    seen, at = "", 0
    until: re.Pattern[str] | None = None
    for piece in read:
        seen, at = seen[at:] + piece, 0
        while at < len(seen):
            if until is not None:
                found = until.search(seen, at)
                at = found.end() if found else max(at, len(seen) - LONGEST_END)
                if found is None:
                    break
                until = None
                continue
            start = seen.find("<", at)
            if start < 0:
                start = _held_back(seen, at)
                if start > at:
                    yield "", False, seen[at:start]
                at = start
                break
            if start > at:
                yield "", False, seen[at:start]
            at = start
            if len(seen) - start < LONGEST_START:
                break
            if seen.startswith("<!--", start):
                until, at = COMMENT_END, start + 4
                continue
            name = NAME.match(seen, start)
            if name is None and seen[start + 1] not in "!?":
                yield "", False, "<"
                at = start + 1
                continue
            end = seen.find(">", start)
            if end < 0:
                if len(seen) - start > LONGEST_TAG:
                    raise Unreadable(BROKEN)
                break
            at = end + 1
            if name is not None:
                called = name[1].lower()
                ends = seen[start + 1] == "/"
                yield called, ends, seen[start:at]
                until = None if ends else UNSEEN.get(called)


def _held_back(seen: str, at: int) -> int:
    """Where text ends, but for a sign like &amp; that may go on in the next piece."""
    sign = seen.rfind("&", max(at, len(seen) - LONGEST_END))
    return len(seen) if sign < 0 or ";" in seen[sign:] else sign
