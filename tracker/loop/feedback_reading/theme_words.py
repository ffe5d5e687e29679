"""How a theme reads beside a strength, and beside what could be better."""

from tracker.loop.feedback_reading.themes_list import THEMES

LISTED = {
    key: label
    for slug, theme in THEMES.items()
    for key, label in (
        (slug, theme.label),
        *((f"{slug}.{finer}", label) for finer, label in theme.finer.items()),
    )
}
IMPROVE = {
    "experience.amount": "How much experience",
    "experience.kind": "Kind of experience",
    "answers.answers": "Answers",
}
STRENGTHS = {
    "application.mistakes": "Care with the application",
    "experience.amount": "Plenty of experience",
    "experience.kind": "Relevant experience",
    "experience.level": "Experience at this level",
    "experience.steadiness": "Staying in a job",
    "answers.structure": "Clear answers",
    "answers.answers": "Good answers",
    "communication.voice": "Clear voice",
    "communication.nerves": "Calm",
    "communication.presence": "Good impression",
    "motivation.why": "Keen on this job",
    "motivation.questions": "Good questions",
    "circumstances.hours": "Availability",
    "fit": "Getting on with people",
    "fit.team": "Warmth",
    "other_candidate": "Beside the others",
    "other_candidate.stronger": "Beside the others",
}
"""What the list calls by a fault, or by a word that says nothing alone, as it reads in praise."""


def theme_word(slug: str | None, name: str, kind: str) -> str:
    """Its word for a point of this kind; a theme that the person named reads as they named it."""
    if not slug or name != LISTED.get(slug):
        return name
    return (STRENGTHS if kind == "strength" else IMPROVE).get(slug, name)
