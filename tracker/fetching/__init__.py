"""A page fetched from the open web, and never from inside the network that the server stands in."""

from tracker.fetching.fetch import Fetched, Fetcher
from tracker.fetching.refusals import Refused, Why

__all__ = ["Fetched", "Fetcher", "Refused", "Why"]
