"""What is wrong with the configuration, in one line."""

PREFIX = "ONWARD_"


class Misconfigured(Exception):
    """Says, in one line that can be shown as it is, what is wrong with the configuration."""
