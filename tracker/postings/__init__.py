"""A job posting read: from a page or pasted words to the facts of an opening; pure functions."""

from tracker.postings.links import same_link, source_of
from tracker.postings.paste import Pasted, pasted
from tracker.postings.posting import Hints, Posting
from tracker.postings.read import LARGEST, read_page, read_posting, read_words
from tracker.postings.walls import is_wall

__all__ = [
    "LARGEST",
    "Hints",
    "Pasted",
    "Posting",
    "is_wall",
    "pasted",
    "read_page",
    "read_posting",
    "read_words",
    "same_link",
    "source_of",
]
