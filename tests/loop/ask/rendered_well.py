"""What every script and letter must be free of."""

import re


def assert_reads_well(text: str, longest: int = 1300) -> None:
    """No gap, no placeholder, nothing doubled, whatever is missing."""
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\[|\]|\bNone\b|\bTrue\b|Undefined", text)
    assert not re.search(r"  | [,.;:?!)]|\( |,,|\.\.|,\.|\n\n\n|[ \t]\n|\n[ \t]", text)
    assert not re.search(r"[.?!,;:][A-Za-zÄÖÜ]", text)
    assert not re.search(r"\b(?:at|of|by|am|als|bei|vom) ?[.,;:]", text)
    assert not re.search(r"\b(\w+) \1\b", text)
    assert text == text.strip()
    assert len(text) <= longest


MOST_WORDS = 90
"""Of a first letter: what a busy person reads on a phone without scrolling twice."""
MARKED = re.compile(r"\b[mwfdxh](?:\s?[/|,]\s?[mwfdxh*]){1,3}\b|\bgn\b|all genders", re.IGNORECASE)
"""Letters that say that a role is for everybody: (m/w/d)."""
JUDGED = re.compile(
    r"against me|convinced|least|weakest|lowest|hardest|why (?:was|did|I)|wrong|"
    r"gegen mich|sprach|überzeugt|am schwächsten|warum|woran lag",
    re.IGNORECASE,
)
"""What asks for a verdict on what was, in place of advice on what will be."""
ADVICE = re.compile(
    r"\badvi[cs]e|would you change|would change|should I (?:work|do)|need to see|feedback on|"
    r"\bRat\b|raten\b|würde\w* .*ändern|müsste\w* .*sehen|sollte ich|Rückmeldung zu den",
    re.IGNORECASE,
)
INSISTS = re.compile(
    r"tried to reach|more try|gone to someone else|informed by|so oder so|kurzes Nein|quick no|"
    r"leave it there|whatever you decide|full a week|voll eine Woche|anderweitig besetzt",
    re.IGNORECASE,
)


def assert_first_ask_is_kind(body: str, *, own_questions: bool = False) -> None:
    """Short, about what comes next, with an easy way out."""
    assert len(body.split()) <= MOST_WORDS, body
    asked = re.sub(r"(?m)^\d\. .*$", "", body)
    assert own_questions or not JUDGED.search(asked), body
    assert ADVICE.search(asked) or own_questions, body
    assert not INSISTS.search(body), body
    assert re.search(r"fine|understand|Verständnis", body), body


def assert_company_is_not_named_to_itself(body: str, company: str) -> None:
    """They know where they work: the subject alone may say it."""
    assert company not in body, body
