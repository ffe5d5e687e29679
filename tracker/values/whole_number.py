"""Whole numbers, as addresses and forms write them."""

LARGEST = 2**63 - 1
"""The largest number that a row can have."""


def whole_number(given: str, most: int = LARGEST) -> int | None:
    """From 0 to `most`, in plain digits and no more of those than `most` has; else none."""
    if not (given.isascii() and given.isdigit()) or len(given) > len(str(most)):
        return None
    number = int(given)
    return number if number <= most else None
