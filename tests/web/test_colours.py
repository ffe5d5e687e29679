"""What is written in a colour can be read where it stands, in light and dark."""

import re

import pytest

from tracker.paths import STATIC

ENOUGH = 4.5
"""WCAG 2.2, level AA, for text of any size."""
STAGES = ("applied", "interview", "rejected", "feedback", "action")
TINT = 0.12


def sets() -> dict[str, dict[str, str]]:
    light, dark = (STATIC / "css" / "tokens.css").read_text().split("@media screen")
    values = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", part)) for part in (light, dark)]
    return {"light": values[0], "dark": values[0] | values[1]}


def channels(colour: str) -> list[float]:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def luminance(parts: list[float]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: list[float], other: list[float]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_that_words_are_set_in_can_be_read_where_they_stand(theme: str) -> None:
    token = {name: channels(colour) for name, colour in sets()[theme].items()}
    for name in ("ink", "quiet", "accent", "danger", *STAGES):
        for ground in ("paper", "card", "sunk"):
            assert contrast(token[name], token[ground]) >= ENOUGH, (name, ground)
    for name in ("accent", *STAGES):
        tint = [TINT * a + (1 - TINT) * b for a, b in zip(token[name], token["card"], strict=True)]
        for words in (name, "ink", "quiet", "accent"):
            assert contrast(token[words], tint) >= ENOUGH, (words, "tint", name)
    for words, ground in (
        ("due", "warm"),
        ("due", "card"),
        ("ink", "warm"),
        ("on-accent", "accent"),
    ):
        assert contrast(token[words], token[ground]) >= ENOUGH, (words, ground)
    for words in ("on-over", "over-accent"):
        assert contrast(token[words], token["over"]) >= ENOUGH, words


def test_each_stage_has_a_colour_of_its_own() -> None:
    for values in sets().values():
        assert len({values[stage] for stage in STAGES}) == len(STAGES)
