"""Honest numbers: statistics and charts over a person's search; no web."""
