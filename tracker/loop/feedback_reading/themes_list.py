"""The themes of feedback to start from, on two levels; people rename and add their own."""

from typing import NamedTuple


class ListedTheme(NamedTuple):
    """A theme and its finer ones, as they read."""

    label: str
    finer: dict[str, str]


THEMES: dict[str, ListedTheme] = {
    "application": ListedTheme(
        "Application and résumé",
        {
            "resume": "Résumé",
            "letter": "Cover letter",
            "criteria": "Selection criteria and form",
            "samples": "Portfolio and samples",
            "mistakes": "Mistakes, late or missing",
            "referees": "Referees",
        },
    ),
    "qualifications": ListedTheme(
        "Qualifications and licences",
        {
            "degree": "Degree or certificate",
            "licence": "Licence or ticket",
            "registration": "Registration",
            "checks": "Checks and clearances",
        },
    ),
    "experience": ListedTheme(
        "Experience",
        {
            "amount": "How much",
            "kind": "Kind or industry",
            "level": "Level and leading people",
            "steadiness": "Time in each job",
        },
    ),
    "skills": ListedTheme(
        "Role knowledge and skills",
        {
            "tools": "Tools and systems",
            "knowledge": "Knowledge of the role",
            "test": "Test, task or trial",
            "language": "Languages",
        },
    ),
    "answers": ListedTheme(
        "Answers and examples",
        {
            "examples": "Examples",
            "structure": "Structure and length",
            "results": "Numbers and results",
            "answers": "An answer",
        },
    ),
    "communication": ListedTheme(
        "Communication and confidence",
        {
            "voice": "Voice and clarity",
            "nerves": "Nerves",
            "presence": "How I came across",
            "presenting": "Presenting and writing",
            "listening": "Listening",
        },
    ),
    "motivation": ListedTheme(
        "Motivation and research",
        {
            "why": "Why this job",
            "research": "Research on them",
            "questions": "My questions to them",
            "plans": "My plans",
        },
    ),
    "circumstances": ListedTheme(
        "Availability, location, pay",
        {
            "hours": "Hours and start",
            "place": "Place and travel",
            "pay": "Pay",
            "rights": "Right to work",
        },
    ),
    "fit": ListedTheme("Team fit", {"team": "The team", "style": "Ways of working"}),
    "other_candidate": ListedTheme(
        "Another candidate was chosen",
        {
            "stronger": "Somebody else",
            "internal": "Somebody from inside",
            "changed": "The role changed or was cancelled",
        },
    ),
    "no_reason": ListedTheme("No reason given", {}),
}
