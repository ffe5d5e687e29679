"""What to type where jobs are looked for, to find more of one kind."""

from tracker.leads.role_name import role_name


def search_words(role: str, city: str = "") -> str:
    """Policy Officer Melbourne VIC: a role's name and where, nothing of what is only wished for."""
    found = role_name(role)
    known = {word.casefold() for word in found.split()}
    where = city.split()
    if not known.issuperset(map(str.casefold, where)):
        found = f"{found} {city}"
    return found
