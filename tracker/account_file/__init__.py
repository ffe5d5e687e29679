"""A person's whole account as one JSON file, out and in again (see docs/json.md)."""

FORMAT = "onward"
VERSION = 1
"""Grows when an older program could no longer read what is written."""
