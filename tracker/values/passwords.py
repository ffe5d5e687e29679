"""Passwords after NIST SP 800-63B: long, not common, no rules of composition."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from werkzeug.security import check_password_hash, generate_password_hash

SHORTEST = 10
LONGEST = 1000
METHOD = "scrypt:32768:8:3"  # OWASP's setting for 32 MB
NO_ACCOUNT = f"{METHOD}$no-such-account${'0' * 128}"
SITE = "onward"
RUNS = ("qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm")
SWAPS = str.maketrans("@4301!$57", "aaeoiisst")

TOO_SHORT = f"Use at least {SHORTEST} characters. A few words in a row work well."
TOO_LONG = f"Use at most {LONGEST:,} characters."
COMMON = (
    "Many people use this one, or one much like it. Try a few words that don't belong together."
)
RUN = "This is a run of neighbours or repeats. Try a few words that don't belong together."
PERSONAL = (
    "This is mostly your name, your email or Onward's name. Add words that others can't know."
)


def problems(password: str, email: str = "", name: str = "") -> list[str]:
    """What to change, in words for the person; empty when the password will do."""
    if len(password) > LONGEST:
        return [TOO_LONG]
    plain = _normal(password)
    if len(plain) < SHORTEST:
        return [TOO_SHORT]
    folded = plain.casefold()
    if _is_run(folded):
        return [RUN]
    if _is_common(folded):
        return [COMMON]
    return [PERSONAL] if _is_personal(folded, email, name) else []


def hash_password(password: str) -> str:
    """Takes about a quarter of a second and 32 MB, so never while a transaction is open."""
    return generate_password_hash(_normal(password), METHOD)


def verify_password(hashed: str | None, password: str) -> bool:
    """None, an unknown account, is refused with the same work as a wrong password."""
    if hashed is None or len(password) > LONGEST:
        check_password_hash(NO_ACCOUNT, "")
        return False
    try:
        return check_password_hash(hashed, _normal(password))
    except ValueError:
        return False


def needs_rehash(hashed: str) -> bool:
    """Made with an older setting, so worth making again at the next sign-in."""
    return not hashed.startswith(f"{METHOD}$")


def _normal(password: str) -> str:
    """NFKC, as two phones may send the same letters differently; no lone surrogates."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode()


def _is_run(folded: str) -> bool:
    if len(set(folded)) < 5 or folded in (folded + folded)[1:-1]:
        return True
    steps = [ord(b) - ord(a) for a, b in pairwise(folded)]
    regular = sum(1 for step in steps if step in (0, 1, -1, -9))
    rows = [row for run in RUNS for row in (run, run[::-1])]
    return regular >= len(steps) - 3 or any(folded.strip("0123456789!.") in row for row in rows)


def _is_common(folded: str) -> bool:
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", folded)
    known = _known()
    if folded in known or folded.translate(SWAPS) in known:
        return True
    return len(folded) - len(core) <= 6 and (core in known or core.translate(SWAPS) in known)


def _is_personal(folded: str, email: str, name: str) -> bool:
    """Whether too little is left once what anybody could guess about the person is taken out."""
    local, _, domain = _normal(email).casefold().partition("@")
    guessable = {SITE, local, domain, domain.partition(".")[0]}
    guessable.update(re.split(r"[\W_]+", f"{local} {_normal(name).casefold()}"))
    rest = folded
    for word in sorted(guessable, key=len, reverse=True):
        if len(word) >= 4:
            rest = rest.replace(word, "")
    return rest != folded and len(rest) < 8


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Leaked passwords, words and names; loaded when first asked, as they weigh some megabytes."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(word for words in FREQUENCY_LISTS.values() for word in words)
