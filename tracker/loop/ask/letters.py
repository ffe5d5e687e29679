"""The emails: asking for advice, one reminder, one further question, a thank-you."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.loop.ask import templates
from tracker.loop.ask.conditions import reference_of
from tracker.loop.ask.grammar import SUBJECT as SUBJECT_LINE
from tracker.loop.ask.grammar import subject_line, tidy
from tracker.loop.ask.letter_facts import Language, LetterFacts, Purpose, Tone
from tracker.loop.ask.names import read_name
from tracker.values.text import clean_line

SUBJECT = "Subject:"
WORKED_OUT = ("to", "interviewed", "between", "client", "referred", "was_there")
NO_LONGER_KNOWN = {"taking_away": ""}
"""What only templates of the keeper's may still name."""


@dataclass(frozen=True)
class Letter:
    """Paragraphs have a blank line between them; a problem with the keeper's template is said."""

    subject: str
    body: str
    problem: str = ""

    @property
    def text(self) -> str:
        """As it is copied or shared."""
        return f"{self.subject}\n\n{self.body}"


def letter(
    situation: LetterFacts,
    tone: Tone = "warm",
    language: Language = "en",
    purpose: Purpose = "ask",
    instance: Path | None = None,
) -> Letter:
    """An email to send by oneself; the keeper's templates are used where they work."""
    name = f"{language}/{situation.kind if purpose == 'ask' else purpose}.txt"
    return render_letter(name, facts_of(situation, tone), instance)


def review_request(
    kind: str, to: str, my_name: str, language: str = "en", instance: Path | None = None
) -> Letter:
    """A message to somebody one knows, to look at the résumé, LinkedIn or social media."""
    facts = {"kind": kind, "to": read_name(to), "my_name": my_name}
    return render_letter(f"{'de' if language == 'de' else 'en'}/look.txt", facts, instance)


def render_letter(
    name: str, facts: dict[str, Any], instance: Path | None, longest: int = SUBJECT_LINE
) -> Letter:
    """What the template of that name says; `longest`: characters of its subject."""
    own = templates.own_folder(instance)
    if own is not None:
        try:
            return _read(templates.render_template(name, facts, own), longest)
        except Exception as error:  # whatever a template of the keeper's may do
            trouble = templates.problem(name, error)
            shipped = _read(templates.render_template(name, facts, None), longest)
            return Letter(shipped.subject, shipped.body, trouble)
    return _read(templates.render_template(name, facts, None), longest)


def facts_of(situation: LetterFacts, tone: Tone) -> dict[str, Any]:
    """What templates may name."""
    clean = situation.clean()
    facts = {name: getattr(clean, name) for name in clean.__dataclass_fields__}
    facts |= {name: getattr(clean, name) for name in WORKED_OUT}
    facts["reference"] = reference_of(clean_line(situation.role))
    return facts | {"tone": tone, "du": clean.familiar(tone)} | NO_LONGER_KNOWN


def _read(text: str, longest: int) -> Letter:
    head, *paragraphs = tidy(text) or [""]
    subject = head.removeprefix(SUBJECT).strip()
    if not head.startswith(SUBJECT) or not subject or not paragraphs:
        raise templates.Broken("it must begin with a subject, then a blank line")
    return Letter(subject_line(subject, longest), "\n\n".join(paragraphs))
