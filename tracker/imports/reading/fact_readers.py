"""Single facts read from a cell; None where the words don't say, so that they go to the notes."""

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from tracker.imports.words.date_words import EMPTY
from tracker.imports.words.yes_words import YES
from tracker.values.pay import Pay, read_pay
from tracker.values.text import clean_line, is_web_link

LONGEST_LINE = 500
LONGEST_WORD = 200
LONGEST_NOTES = 1_000_000

Value = TypeVar("Value")
WORKPLACES = (
    (r"h[yií]brid|mixed|mixte|ibrid|teilweise|partly remote|partiel|semipresencial|flex", "hybrid"),
    (
        r"remot|wfh|work from home|home ?-?office|telework|anywhere|mobiles arbeiten"
        r"|t[ée]l[ée]travail"
        r"|distanciel|teletrab|à distance|a distancia|da remoto|smart working|thuis|op afstand",
        "remote",
    ),
    (
        r"on-?\s?site|in[- ]?office|in[- ]person|office|vor ort|präsenz|büro|presencial"
        r"|pr[ée]sentiel"
        r"|sur (?:site|place)|in sede|in presenza|op kantoor|op locatie|oficina",
        "onsite",
    ),
)
EMPLOYMENTS = (
    (r"apprentic|ausbildung|lehrstelle|trainee|alternance|apprendistato", "apprenticeship"),
    (
        r"intern(?:ship)?\b|praktik|werkstud|placement|^stage\b|pr[áa]cticas|becari"
        r"|est[áa]gi|tirocinio",
        "internship",
    ),
    (r"casual|aushilfe|minijob|temp(?:orary)?\b|zeitarbeit|seasonal|int[ée]rim|uitzend", "casual"),
    (
        r"part[- ]?time|teilzeit|parttime|^pt$|temps partiel|media jornada|tiempo parcial|meio per"
        r"|tempo parziale|deeltijd|parcial",
        "part_time",
    ),
    (r"unbefristet|indefinid|indeterminat|vaste? (?:contract|dienst)", "full_time"),
    (
        r"contract|fixed[- ]term|befristet|freelance|ftc|selbst|^cdd$|temporal"
        r"|tempo determinato|zzp"
        r"|aut[óo]nomo",
        "contract",
    ),
    (
        r"full[- ]?time|vollzeit|fulltime|permanent|festanstellung|^ft$|^cdi$|temps plein"
        r"|(?:tiempo|jornada) complet|tempo (?:pieno|integral)|voltijd|^clt$",
        "full_time",
    ),
)
WAYS_TO_APPLY = (
    (r"agency|recruiter|vermittl|zeitarbeitsfirma", "agency"),
    (r"e-?mail", "email"),
    (r"in[-_ ]person|walk(?:ed)?[- ]in|persönlich|dropped off|face to face", "in_person"),
    (r"phone|telefon|called|^call$", "phone"),
    (r"^by post$|^post$|by mail|^mail$|letter|postal|per post|briefpost", "post"),
    (r"whatsapp|message|dm\b|sms", "message"),
    (r"job ?(?:site|board|portal)|jobbörse|\bseek\b|indeed|linkedin|easy apply", "job_site"),
    (r"website|web ?form|portal|online|careers? page|their site|company site", "website"),
)
WORDS_OF_EXCITEMENT = {"very high": 5, "high": 4, "medium": 3, "low": 2, "very low": 1,
                       "hoch": 4, "mittel": 3, "niedrig": 2}  # fmt: skip
NAMELESS = frozenset(
    ("", "n/a", "na", "none", "null", "nil", "-", "--", "–", "—", "?", "#n/a", "tbd", "tba", "tbc",
     "nan", "undefined", "not specified")
)  # fmt: skip
DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:[:/?#]\S*)?", re.IGNORECASE)


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing, as N/A or Not specified."""
    return not text or (len(text) <= LONGEST_WORD and text.strip().casefold() in EMPTY)


def is_missing(text: str) -> bool:
    """Whether a cell holds no name; a company may be called Unknown."""
    return len(text) <= LONGEST_WORD and text.strip().casefold() in NAMELESS


def line(text: str) -> str:
    """One line as it is kept."""
    return _short_line(text) if len(text) <= LONGEST_WORD else clean_line(text)


_short_line = lru_cache(maxsize=16_384)(clean_line)


def short(read: Callable[[str], Value | None]) -> Callable[[str], Value | None]:
    """Read short texts only, and remember them: a cache must not fill up with stories."""
    remembered = lru_cache(maxsize=4096)(read)

    @wraps(read)
    def reader(text: str) -> Value | None:
        return remembered(text) if len(text) <= LONGEST_WORD else None

    return reader


@short
def workplace(text: str) -> str | None:
    """onsite, hybrid or remote."""
    plain = text.casefold().strip()
    if plain in YES or plain == "100%":  # the answer to a column "Remote"
        return "remote"
    return _first(WORKPLACES, plain)


@short
def employment(text: str) -> str | None:
    """The kind of job."""
    plain = text.casefold().strip()
    return _first(EMPLOYMENTS, plain) or ("other" if plain in ("other", "andere") else None)


@short
def applied_how(text: str) -> str | None:
    """How it was sent."""
    return _first(WAYS_TO_APPLY, text.casefold().strip())


@short
def excitement(text: str) -> int | None:
    """1 to 5, from a number, stars or words."""
    plain = text.strip().casefold()
    if plain in WORDS_OF_EXCITEMENT:
        return WORDS_OF_EXCITEMENT[plain]
    if found := re.fullmatch(r"([1-5])(?:\.0)?(?:\s*(?:/|out of|von)\s*5)?(?:\s*stars?)?", plain):
        return int(found[1])
    stars = sum(plain.count(star) for star in "★⭐*")
    return stars if 1 <= stars <= 5 and not plain.strip("★☆⭐*️ ") else None


ADDRESSED = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
"""Words with an address behind them, as Markdown has them."""


def without_address(text: str) -> tuple[str, str]:
    """Words, and the address that stands behind them, if there is one."""
    found = ADDRESSED.fullmatch(text)
    return (found[1].strip(), found[2]) if found and is_web_link(found[2]) else (text, "")


def link(text: str) -> str | None:
    """An address on the web; anything else is no link."""
    plain = without_address(text.strip())[1] or text.strip()
    if is_web_link(plain):
        return plain
    guessed = f"https://{plain}"
    return guessed if DOMAIN.fullmatch(plain) and is_web_link(guessed) else None


def pay(text: str, currency: str) -> Pay:
    """Pay with its numbers, where they can be read."""
    return _short_pay(text, currency) if len(text) <= LONGEST_WORD else read_pay(text, currency)


_short_pay = lru_cache(maxsize=16_384)(read_pay)


OWN_ADDRESS = re.compile(
    r"e-?mail|phone|mobile|telefon|country code|\baddress\b|zip|postal", re.IGNORECASE
)
"""Questions of a form whose answers are the person's own address and numbers."""


def without_own_address(text: str) -> str:
    """Questions and answers a line each, but for what the person's address is."""
    parts = [part.strip() for part in text.split(" | ")]
    if len(parts) == 1 and ":" not in text:
        return text
    return "\n".join(p for p in parts if not OWN_ADDRESS.search(p.partition(":")[0]))


def joined_pay(low: str, high: str, currency: str, period: str) -> str:
    """One text from pay that stands in several columns."""
    amounts = " - ".join(part for part in (low.strip(), high.strip()) if part)
    per = f"per {period.strip()}" if period.strip() else ""
    return " ".join(part for part in (currency.strip(), amounts, per) if part) if amounts else ""


def _first(rules: tuple[tuple[str, str], ...], plain: str) -> str | None:
    return next((name for pattern, name in rules if re.search(pattern, plain)), None)
