"""What to say: in a call, to a voicemail, and in the very call that brings the no."""

import re
from dataclasses import dataclass
from pathlib import Path

from tracker.loop.ask import templates
from tracker.loop.ask.grammar import tidy
from tracker.loop.ask.letter_facts import Language, LetterFacts, Moment, Tone
from tracker.loop.ask.letters import facts_of

HEADING = re.compile(r"(?m)^#(-?) ([a-z_]+): (.+)$")


@dataclass(frozen=True)
class ScriptSection:
    """A part of a script: words to say, or an aside to the reader."""

    key: str
    title: str
    paragraphs: tuple[str, ...]
    spoken: bool = True


@dataclass(frozen=True)
class Script:
    """Sections in the order in which they are needed."""

    sections: tuple[ScriptSection, ...]
    problem: str = ""

    @property
    def text(self) -> str:
        """As it is kept with the attempt that used it: what was to be said."""
        said = (section.paragraphs for section in self.sections if section.spoken)
        return "\n\n".join(paragraph for paragraphs in said for paragraph in paragraphs)

    def section(self, key: str) -> ScriptSection | None:
        """The section of that name, for showing it apart."""
        return next((one for one in self.sections if one.key == key), None)


def script(
    situation: LetterFacts,
    tone: Tone = "warm",
    moment: Moment = "call",
    instance: Path | None = None,
    language: Language = "en",
) -> Script:
    """What to say, in the language of the letters; the keeper's templates are used if they work."""
    name = f"{language}/scripts/{situation.kind if moment == 'call' else moment}.txt"
    facts = facts_of(situation, tone)
    own = templates.own_folder(instance)
    if own is not None:
        try:
            return Script(_read(templates.render_template(name, facts, own)))
        except Exception as error:  # whatever a template of the keeper's may do
            sections = _read(templates.render_template(name, facts, None))
            return Script(sections, templates.problem(name, error))
    return Script(_read(templates.render_template(name, facts, None)))


def _read(text: str) -> tuple[ScriptSection, ...]:
    before, *parts = HEADING.split(text)
    if before.strip() or not parts:
        raise templates.Broken("it must begin with a heading like '# hello: Say hello'")
    fours = zip(*(iter(parts),) * 4, strict=True)
    made = (
        ScriptSection(key, title.strip(), tuple(tidy(body)), not aside)
        for aside, key, title, body in fours
    )
    return tuple(section for section in made if section.paragraphs)
