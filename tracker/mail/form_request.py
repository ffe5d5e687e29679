"""A form that an email asks the person to fill in elsewhere than on paper, and where it is."""

import re
from typing import NamedTuple

from tracker.mail.requests import Request, read_requests, returns_form
from tracker.mail.text.form_words import FORM
from tracker.mail.text.own_words import own_text
from tracker.mail.things import THE_FORM, WEB, things_in
from tracker.values.text import is_web_link

BACK = re.compile(
    r"\b(?:attach\w{0,5}|enclosed?|return\w{0,3}|send|e-?mail|scan|sign(?:ed)?|post|beigefügt\w{0,2}"
    r"|anbei|beiliegend\w{0,2}|anhang|anlage|zurück\w{0,12}|\w{0,3}schick\w{0,3}|\w{0,3}send\w{0,3}"
    r"|unterschr\w{1,8})\b",
    re.IGNORECASE,
)
"""It came with the email, or goes back by one."""
BEHIND = 80
"""Characters behind the sentence in which its address begins."""


UPLOAD = re.compile(
    r"\b(?:upload\w{0,3}|hoch(?:zu)?(?:laden|geladen)|portal|submit\w{0,4} (?:\w{1,20} ){0,6}"
    r"(?:through|via|at|on|online|here))\b|\bladen sie\b[^.!?]{0,120}\b(?:hoch|in)\b",
    re.IGNORECASE,
)
"""It is put where they keep it, and not sent."""


class FormRequest(NamedTuple):
    """Where it is filled in, and whether that is all they want."""

    address: str
    """Empty where the email names none."""
    only: bool
    alone_to_send: bool = False
    """Whether nothing is to be sent beside it, whatever is to be answered."""

    @property
    def is_link(self) -> bool:
        """Whether it can be opened, where nobody can read along."""
        return self.address.startswith("https://") and is_web_link(self.address)


def form_request(text: str) -> FormRequest | None:
    """None where no form is wanted, or one that is to be sent."""
    requests = read_requests(text)
    asked = [
        each for each in requests
        if FORM.search(WEB.sub(" ", each.text)) or returns_form(each.text, text)
    ]  # fmt: skip
    addresses = [found for each in asked if (found := _address_of(each, text))]
    if not asked or not (addresses or not any(BACK.search(each.text) for each in asked)):
        return None
    things = things_in(text)
    others = [each for each in things if each.words.name != THE_FORM]
    only = not others and len(asked) == len(requests)
    alone = bool(things) and not any(each.words.to_send for each in others)
    return FormRequest(addresses[0] if addresses else "", only, alone)


def upload_address(text: str) -> str:
    """Where what they ask for is to be uploaded; empty where it is sent, or nobody says where."""
    asked = (each for each in read_requests(text) if UPLOAD.search(WEB.sub(" ", each.text)))
    found = next(filter(None, (_address_of(each, text) for each in asked)), "")
    return found if found.startswith("https://") and is_web_link(found) else ""


def _address_of(request: Request, text: str) -> str:
    start, end = request.sentence.start, request.sentence.end
    own = own_text(text)
    found = WEB.search(own[: end + BEHIND + 500], start)
    return found[0].rstrip(".,;:!?*_") if found and found.start() <= end + BEHIND else ""


__all__ = ["FormRequest", "form_request", "upload_address"]
