"""What a refused request carried: no word that a person typed is lost with it."""

import re

from flask import request
from werkzeug.exceptions import HTTPException

MOST = 1_200_000
"""Characters: a note of 1 MB and the fields around it."""
LONG = 30
"""Characters from which one word is more than a choice from a list."""
UNSHOWN = re.compile(r"password|token|secret|^(code|key|version|was|spent|carried)$")


def typed() -> str | None:
    """The texts of this request's form, those alone that a person would miss."""
    try:
        fields = [(name, text.strip()) for name, text in request.form.items(multi=True)]
    except HTTPException:  # too big to be read at all
        return None
    texts = [(name, text) for name, text in fields if _missed(name, text)]
    if not texts or sum(len(text) for _, text in texts) > MOST:
        return None
    if len(texts) == 1:
        return texts[0][1]
    return "\n\n".join(f"{_label(name)}:\n{text}" for name, text in texts)


def _missed(name: str, text: str) -> bool:
    return UNSHOWN.search(name) is None and (" " in text or "\n" in text or len(text) > LONG)


def _label(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()
