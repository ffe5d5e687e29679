"""What an import came to."""

from tracker.values.formatting import count


def in_words(counts: dict[str, int]) -> str:
    """142 added, 3 already there, 2 need a look."""
    added = counts["landed"] + counts["kept"]
    look = counts["needs_a_look"]
    parts = [f"{count(added)} added"]
    if counts["already_there"]:
        parts.append(f"{count(counts['already_there'])} already there")
    if look:
        parts.append(f"{count(look)} {'needs' if look == 1 else 'need'} a look")
    return ", ".join(parts)
