"""The one field for a link or a whole ad, where a form is saved without having it read."""

from typing import Protocol

from tracker.postings.paste import pasted
from tracker.web.fields.text import LinkField, WordsField


class AsksForAPosting(Protocol):
    """A form with the facts that keep what stands in that field."""

    link: LinkField
    posting: WordsField


def keep_unread(form: AsksForAPosting, put_in: str) -> None:
    """Its link and its words are kept as they are: nothing that was put in is lost."""
    parts = pasted(put_in)
    words = put_in.strip()
    if parts.link and form.link.data in (None, "", parts.link):
        form.link.data = parts.link
        words = "\n".join(filter(None, (parts.title, parts.words)))
    if words:
        form.posting.data = "\n\n".join(filter(None, (form.posting.data, words)))
