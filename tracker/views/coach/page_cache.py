"""What a coach's page was made of, kept for a few minutes: looking again costs next to nothing."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from flask import current_app

Made = TypeVar("Made")
MINUTES = 5
"""For which what time alone changes may lag; a change to anything of the owner's shows at once."""
MOST = 8


class KeptPages(Generic[Made]):
    """The latest few, in this process's memory only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], tuple[float, Made]] = OrderedDict()
        self._lock = threading.Lock()

    def find_or_make(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made for this key a moment ago, or what is made now."""
        with self._lock:
            at, made = self._kept.get(key, (0.0, None))
        if made is not None and time.monotonic() - at < MINUTES * 60:
            return made
        made = make()
        with self._lock:
            self._kept[key] = (time.monotonic(), made)
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return made


def kept(kind: type[Made], mark: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """What this app made of this kind for this mark a moment ago, or what is made now."""
    pages: KeptPages[Made] = current_app.extensions.setdefault("coach_pages", KeptPages())
    return pages.find_or_make((kind, *mark), make)
