"""The way to a job as a line of dots, one an application, that ends in the one that was taken."""

from collections.abc import Sequence

from markupsafe import Markup

from tracker.insights.drawing.svg import WIDTH, DrawingSheet, num

STEPS = ((12, 28), (64, 20), (240, 14))
"""Up to so many dots, so far apart; more stand closer."""
CLOSEST = 10
MARGIN = 16
END = 13
"""Radius of the last one."""
CHECK = "l3.8 4 7.2-8"


def draw_way(title: str, stages: Sequence[str]) -> Markup:
    """Row after row, to and fro; each dot has the colour of its stage."""
    step = next((size for most, size in STEPS if len(stages) <= most), CLOSEST)
    across = max(2, int((WIDTH - 2 * MARGIN) / step) + 1)
    spare = -(-(END + step // 2 + 2) // step)
    if len(stages) % across + spare > across:
        places = len(stages) + across - len(stages) % across  # the end begins a row
    else:
        places = len(stages) + spare - 1
    rows = places // across
    spots = [_spot(place, across, step) for place in range(len(stages))]
    last_x, last_y = _spot(places, across, step)
    drop = max(0, END + step / 2 - step) if rows else 0
    last_y += drop
    moved = [(x, y + (drop if at // across == rows else 0)) for at, (x, y) in enumerate(spots)]
    sheet = DrawingSheet()
    sheet.parts.append(f'<path class="rail" d="{_rail(rows, across, step, drop, last_x)}"/>')
    for stage in dict.fromkeys(stages):
        dots = "".join(
            f"M{num(x)} {num(y)}h.01"
            for each, (x, y) in zip(stages, moved, strict=True)
            if each == stage
        )
        width = num(step * 0.62)
        sheet.parts.append(
            f'<path class="dotted" data-stage="{stage}" stroke-width="{width}" d="{dots}"/>'
        )
    sheet.parts.append(
        f'<circle class="end" cx="{num(last_x)}" cy="{num(last_y)}" r="{END}"/>'
        f'<path class="check" d="M{num(last_x - 5.5)} {num(last_y + 0.5)}{CHECK}"/>'
    )
    return sheet.document(title, last_y + END + 3)


def _spot(place: int, across: int, step: int) -> tuple[float, float]:
    row, at = divmod(place, across)
    along = at if row % 2 == 0 else across - 1 - at
    return MARGIN + along * step, END + 3 + row * step


def _rail(rows: int, across: int, step: int, drop: float, end: float) -> str:
    """Through all spots, round at its turns."""
    far = MARGIN + (across - 1) * step
    path = f"M{MARGIN} {END + 3}"
    for row in range(rows):
        to_right = row % 2 == 0
        down = step + (drop if row == rows - 1 else 0)
        turn = f"a{num(step / 2)} {num(down / 2)} 0 0 {int(to_right)} 0 {num(down)}"
        path += f"H{num(far if to_right else MARGIN)}{turn}"
    return f"{path}H{num(end)}"
