"""What an import came to."""

from tracker.models.import_row import THERE
from tracker.values.formatting import count


def in_words(counts: dict[str, int]) -> str:
    """142 added, 2 need a look."""
    words = f"{count(counts['landed'] + counts['kept'])} added"
    if look := counts["needs_a_look"]:
        words += f", {count(look)} {'needs' if look == 1 else 'need'} a look"
    return words


def there_words(counts: dict[str, int]) -> str:
    """4 were there already: 2 are brought up to date, 1 has updates, 1 is as before.

    Where it is one thing of all, in one clause.
    """
    there = sum(counts[state] for state in THERE)
    if not there:
        return ""
    said = []
    taken, changed = counts["taken"] + counts["taken_kept"], counts["changed"]
    if taken:
        said.append(f"{count(taken)} {'is' if taken == 1 else 'are'} brought up to date")
    if changed:
        said.append(f"{count(changed)} {'has' if changed == 1 else 'have'} updates")
    if said and (same := counts["already_there"]):
        said.append(f"{count(same)} {'is' if same == 1 else 'are'} as before")
    words = f"{count(there)} {'was' if there == 1 else 'were'} there already"
    if taken == there:
        return f"{words}, and {'is' if there == 1 else 'are'} up to date now."
    return f"{words}{': ' if said else ''}{', '.join(said)}."
