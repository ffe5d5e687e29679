"""Pages by typst: a template of tracker/exports/typst and data become a PDF that can be read aloud.

typst runs in a process of its own, because its memory only grows. Whatever characters people
typed, there is a document: what our fonts can't show becomes a box.
"""

import base64
import json
import logging
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tracker.exports.request import CannotMake

log = logging.getLogger("onward")
PROGRAM = Path(__file__).with_name("typst") / "compile.py"
SORRY = "The pages could not be made. Try again, or take another format."
PATIENCE = 30  # seconds
SHARP = 192  # dots an inch of a drawing in a Word file


class NotTypeset(CannotMake):
    """With words for the person; its cause and the log have the reason."""


def typeset(
    template: str, data: Mapping[str, Any], most: int | None = None, patience: int | None = None
) -> bytes:
    """A tagged PDF (PDF/UA-1). The template finds the data as `data` of look.typ.

    Where there are more than `most` pages, it is set again with less `room` for lists. It is
    given up after `patience` seconds.
    """
    return _run(template, data, {"format": "pdf", "pdf_standards": ["ua-1"]}, most, patience)[0]


def drawings_as_png(drawings: Sequence[str]) -> list[bytes]:
    """SVG documents as PNG, in the fonts of the report."""
    if not drawings:
        return []
    return _run("drawings.typ", {"drawings": list(drawings)}, {"format": "png", "ppi": SHARP})


def _run(
    template: str,
    data: Mapping[str, Any],
    options: Mapping[str, Any],
    most: int | None = None,
    patience: int | None = None,
) -> list[bytes]:
    job = {"template": template, "data": data, "options": options, "most": most}
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(PROGRAM)],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=patience or PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as failed:
        reason = getattr(failed, "stderr", None) or str(failed).encode()
        log.error("%s was not typeset: %s", template, reason.decode(errors="replace")[-2000:])
        raise NotTypeset(SORRY) from failed
    return [base64.b64decode(page) for page in json.loads(done.stdout)]
