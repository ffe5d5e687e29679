"""What an import came to."""

from tracker.models.import_row import THERE
from tracker.values.formatting import count


def in_words(counts: dict[str, int]) -> str:
    """142 added, 3 already there, 2 need a look."""
    added = counts["landed"] + counts["kept"]
    look = counts["needs_a_look"]
    parts = [f"{count(added)} added"]
    if there := sum(counts[state] for state in THERE):
        parts.append(f"{count(there)} already there")
    of_these = "of these "
    if taken := counts["taken"] + counts["taken_kept"]:
        parts.append(f"{of_these}{count(taken)} brought up to date")
        of_these = ""
    if counts["changed"]:
        parts.append(f"{of_these}{count(counts['changed'])} with changes")
    if look:
        parts.append(f"{count(look)} {'needs' if look == 1 else 'need'} a look")
    return ", ".join(parts)
