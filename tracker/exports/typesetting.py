"""Pages by typst: a template of tracker/exports/typst and data become a PDF that can be read aloud.

typst runs in a process of its own, because its memory only grows. Whatever characters people
typed, there is a document: what our fonts can't show becomes a box.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).with_name("typst") / "compile.py"
PATIENCE = 30  # seconds
SHARP = 192  # dots an inch of a drawing in a Word file


class NotTypeset(RuntimeError):
    """It could not be made, with words for the person; the log has the reason."""

    words = "The pages could not be made. Try again, or take another format."


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """A tagged PDF (PDF/UA-1). The template finds it as `data` of look.typ."""
    return _run(template, data, {"format": "pdf", "pdf_standards": ["ua-1"]})[0]


def drawn(drawings: Sequence[str]) -> list[bytes]:
    """SVG documents as PNG, in the fonts of the report."""
    if not drawings:
        return []
    return _run("drawings.typ", {"drawings": list(drawings)}, {"format": "png", "ppi": SHARP})


def _run(template: str, data: Mapping[str, Any], options: Mapping[str, Any]) -> list[bytes]:
    job = {"template": template, "data": data, "options": options}
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(PROGRAM)],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired as late:
        raise NotTypeset(f"typst took longer than {PATIENCE} s") from late
    except subprocess.CalledProcessError as failed:
        raise NotTypeset(failed.stderr.decode(errors="replace")[-2000:]) from failed
    return [base64.b64decode(page) for page in json.loads(done.stdout)]
