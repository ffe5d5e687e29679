"""Letters as search compares them: without marks, small, and typed as on a plain keyboard.

The same table stands in Python, for what is asked, and in SQL, for what is kept: no database's own
rules are needed, which differ by version and locale.
"""

import unicodedata

MARKED = "àáâãäåāăąçćčďèéêëēėęěğìíîïīñńňòóôõöōőřśšşșťţțùúûüūůűýÿźżž"
LETTERS = {
    **{letter: unicodedata.normalize("NFD", letter)[0] for letter in MARKED},
    **dict(zip("đłø", "dlo", strict=True)),
}
SINGLE = {
    **{form: plain for letter, plain in LETTERS.items() for form in (letter, letter.upper())},
    **dict(zip("‘’“”–—", "''\"\"--", strict=True)),
}
"""One character for another."""
CASES = {
    capital: capital.lower()
    for capital in map(chr, (*range(0x391, 0x3AB), *range(0x400, 0x430)))
    if capital.isupper()
}
"""Greek and Cyrillic, which PostgreSQL makes small only where its locale says so."""

DOUBLE = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"}
FOLDED = str.maketrans(SINGLE | DOUBLE)
NESTED = 20
"""How deep functions may stand in each other: SQLite before 3.46 gives up above 32."""


def fold(text: str) -> str:
    """Text as search compares it; of plain letters only the capitals are to be folded."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).translate(FOLDED).lower()


def sql_literal(text: str) -> str:
    """A literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def replaced(expression: str, pairs: list[tuple[str, str]]) -> str:
    """The expression with one text put for another, pair after pair."""
    for found, put in pairs:
        expression = f"replace({expression}, {sql_literal(found)}, {sql_literal(put)})"
    return expression


def folding_steps(text: str) -> list[str]:
    """Expressions of SQLite's that fold small text when it is set to each of them in turn."""
    pairs = list((SINGLE | DOUBLE).items())
    parts = (pairs[start : start + NESTED] for start in range(0, len(pairs), NESTED))
    return [replaced(text, part) for part in parts]


def folded_by_postgresql(expression: str) -> str:
    """An expression of PostgreSQL's."""
    single = SINGLE | CASES
    doubled = replaced(expression, list(DOUBLE.items()))
    found, put = ("".join(letters) for letters in (single, single.values()))
    return f"lower(translate({doubled}, {sql_literal(found)}, {sql_literal(put)}))"
