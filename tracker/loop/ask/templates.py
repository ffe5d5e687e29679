"""Letters and scripts as text templates, those of the keeper before those that come along."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tracker.loop.ask import address, grammar, role
from tracker.loop.ask.names import possessive
from tracker.paths import TEMPLATES

SHIPPED = TEMPLATES / "letters"
OWN = "letters"
"""The folder inside the instance folder that may hold the keeper's own."""

LONGEST = 20_000


TAG = re.compile(r"\{[%#].*?[%#]\}")


class Prose(FileSystemLoader):
    """A line that says something ends in a space; one of tags alone leaves no trace."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The source with those spaces: jinja takes the line end after a tag away."""
        source, name, fresh = super().get_source(environment, template)
        spaced = (
            f"{line} " if line.endswith("%}") and TAG.sub("", line).strip() else line
            for line in source.splitlines()
        )

        def first_and_fresh() -> bool:
            """Neither changed, nor is there a copy of the keeper's by now that comes before it."""
            found = (Path(folder, template) for folder in self.searchpath)
            return fresh() and next(filter(Path.is_file, found), None) == Path(name)

        return "\n".join(spaced), name, first_and_fresh


class Broken(Exception):
    """A template rendered to something that cannot be used; says what in a few words."""


@lru_cache(maxsize=8)
def environment(own: Path | None) -> ImmutableSandboxedEnvironment:
    """Plain text, so nothing is escaped; a name that is not known is an error, not a gap.

    Whether a file has changed is looked at only where one may be the keeper's.
    """
    folders = [SHIPPED] if own is None else [own, SHIPPED]
    made = ImmutableSandboxedEnvironment(
        loader=Prose(folders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=own is not None,
    )
    made.filters.update(
        a=grammar.a,
        possessive=possessive,
        lines=grammar.lines,
        with_topic=grammar.with_topic,
        day_en=grammar.day_en,
        day_de=grammar.day_de,
        in_english=address.in_english,
        in_greeting=address.in_greeting,
        named_in_english=address.named_in_english,
        in_german=address.in_german,
        german_role=role.german_role,
    )
    return made


def render_template(name: str, facts: dict[str, Any], own: Path | None) -> str:
    """What a template says; raises Broken or jinja's errors where the keeper's is not right."""
    text = environment(own).get_template(name).render(facts)
    if len(text) > LONGEST:
        raise Broken("it is far too long")
    return text


def own_folder(instance: Path | None) -> Path | None:
    """Where the keeper's own templates are, if there are any."""
    folder = None if instance is None else instance / OWN
    return folder if folder is not None and folder.is_dir() else None


def problem(name: str, error: Exception) -> str:
    """What to tell the person, whose letter is written all the same."""
    said = str(error).splitlines()
    where = error.name or name if isinstance(error, TemplateSyntaxError) else name
    line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
    reason = said[0].rstrip(".") if said else type(error).__name__
    return (
        f"The keeper's own {OWN}/{where} can't be used ({reason}{line}). "
        "These are the words that come with Onward."
    )
