"""A form filled with what was read: what somebody typed stays as it is."""

from collections.abc import Iterable

from tracker.postings.posting import Posting
from tracker.web.fields.form import Form
from tracker.web.fields.tokens import TokensField

FILLED = {
    "company": "company", "role": "role", "location": "location", "workplace": "workplace",
    "employment": "employment", "pay_text": "pay_text", "closes_on": "closes_on",
    "skills": "skills", "posting": "text", "source": "source", "link": "link",
}  # fmt: skip
"""Fields, and the facts that they get."""
NAMES = {
    "role": "role", "company": "company", "location": "place", "workplace": "workplace",
    "employment": "kind of work", "pay_text": "pay", "closes_on": "closing day", "skills": "skills",
}  # fmt: skip
"""Facts as they are told."""


def fill(form: Form, posting: Posting) -> None:
    """Each field that is blank says what the posting does."""
    for name, fact in FILLED.items():
        value = getattr(posting, fact)
        if name not in form or form[name].data or not value:
            continue
        listed_words = isinstance(value, tuple)
        as_words = listed_words and not isinstance(form[name], TokensField)
        form[name].data = ", ".join(value)[:500] if as_words else (
            list(value) if listed_words else value
        )  # fmt: skip


def found_words(found: Iterable[str]) -> str:
    """What was found, in a sentence."""
    names = [NAMES[each] for each in NAMES if each in set(found)]
    if not names:
        return ""
    *first, last = names
    return (
        f"Onward read the {', '.join(first)} and {last}." if first else f"Onward read the {last}."
    )
