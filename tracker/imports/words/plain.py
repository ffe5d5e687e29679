"""A person's words without accents, signs and camel humps, so that one spelling finds them."""

import re
import unicodedata
from functools import lru_cache

HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
ELISION = re.compile(r"\b(l|d|j|n|s|m|qu|un|all|dell|nell|dall|quelqu)'(?=\w)")
SIGNS = re.compile(r"[^\w]+|_+")
OTHER_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """Lower case, words apart by one space: `Not_Selected` and `notSelected` are not selected."""
    apart = HUMP.sub(" ", text) if not text.isupper() else text
    small = apart.casefold().translate(OTHER_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return SIGNS.sub(" ", ELISION.sub(r"\1 ", bare).replace("'", "")).strip()
