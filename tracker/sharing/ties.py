"""Which application came of which: a no that named another role, and what it led to."""

from collections import defaultdict
from collections.abc import Mapping

from tracker.sharing.rows import ApplicationRow


def tie(lines: list[ApplicationRow], came_from: Mapping[int, int]) -> None:
    """Let each line name the others, by role and company as they are shown.

    One that is not among the lines is not named. `came_from` has the earlier by the later.
    """
    named = {line.id: f"{line.role}, {line.company}" for line in lines}
    led_to: dict[int, list[str]] = defaultdict(list)
    for later, earlier in sorted(came_from.items()):
        if later in named:
            led_to[earlier].append(named[later])
    for place, line in enumerate(lines):
        earlier_one = named.get(came_from.get(line.id, 0), "")
        lines[place] = line._replace(came_from=earlier_one, led_to="; ".join(led_to[line.id]))
