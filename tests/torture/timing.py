"""How long answers took."""

from collections.abc import Iterable, Sequence


def p95(answers: Iterable[tuple[float, object]]) -> float:
    """The seconds within which 95 of 100 came."""
    return at([seconds for seconds, _ in answers], 0.95)


def at(seconds: Sequence[float], share: float) -> float:
    """The seconds within which that share of them came."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def milliseconds(seconds: float) -> str:
    """As it stands in the table."""
    return f"{seconds * 1000:,.0f} ms"
