"""Defaults, and the ONWARD_* environment that overrides them."""
