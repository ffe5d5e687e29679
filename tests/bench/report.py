"""The figures of a run: a table for people, JSON for machines."""

import json
import os
import platform
import sqlite3
import sys
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

MISSED, MET, ASIDE = "missed", "ok", ""


@dataclass
class Figure:
    """One measured thing: the median of its rounds, the best of them, and what it may be."""

    name: str
    unit: str
    rounds: list[float] = field(default_factory=list)
    budget: float | None = None
    ratio: float | None = None
    """To Flask's hello of the same round, the median of the rounds."""
    note: str = ""

    @property
    def value(self) -> float:
        """The median of the rounds."""
        return median(self.rounds)

    @property
    def best(self) -> float:
        """Of the quietest round: the most where more is better."""
        return max(self.rounds) if self.more_is_better else min(self.rounds)

    @property
    def more_is_better(self) -> bool:
        """Whether the budget is a floor."""
        return self.unit.endswith("/s")

    @property
    def verdict(self) -> str:
        """Against the budget, where there is one."""
        if self.budget is None or not self.rounds:
            return ASIDE
        kept = self.value >= self.budget if self.more_is_better else self.value <= self.budget
        return MET if kept else MISSED


class Report:
    """Collects figures, in their order."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.left_out: list[str] = []
        self.load = [os.getloadavg()[0]]

    def add(self, figure: Figure) -> Figure:
        """Keep a figure, and say on standard error that it is there."""
        self.figures.append(figure)
        said = f"{figure.value:10.2f} {figure.unit}" if figure.rounds else "-"
        print(f"  {figure.name:<46} {said}", file=sys.stderr)
        return figure

    def skip(self, name: str, why: str) -> None:
        """Note what was not measured, and why."""
        self.left_out.append(f"{name}: {why}")
        print(f"  {name:<46} not measured: {why}", file=sys.stderr)

    def table(self) -> str:
        """For people."""
        head = f"{'':<46} {'budget':>9} {'median':>9} {'best':>9} {'unit':<7} {'x hello':>7}"
        lines = [head, "-" * len(head)]
        for one in self.figures:
            budget = "" if one.budget is None else _short(one.budget)
            ratio = "" if one.ratio is None else f"{one.ratio:.1f}"
            lines.append(
                f"{one.name:<46} {budget:>9} {_short(one.value):>9} {_short(one.best):>9} "
                f"{one.unit:<7} {ratio:>7} {one.verdict} {one.note}".rstrip()
            )
        lines += ["", *(f"Not measured. {said}" for said in self.left_out), self.machine()]
        return "\n".join(lines)

    def machine(self) -> str:
        """Where and on what this ran."""
        load = f"load {min(self.load):.1f} to {max(self.load):.1f} while it ran"
        parts = [f"{name} {version(name)}" for name in ("flask", "sqlalchemy", "waitress")]
        return (
            f"{os.cpu_count()} x {_processor()}, {platform.system()} {platform.machine()}, "
            f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
            f"{', '.join(parts)}; {load}."
        )

    def write(self, file: Path) -> None:
        """For machines."""
        figures = [
            asdict(one) | {"value": one.value, "best": one.best, "verdict": one.verdict}
            for one in self.figures
        ]
        whole = {"machine": self.machine(), "figures": figures, "left_out": self.left_out}
        file.write_text(json.dumps(whole, indent=1) + "\n")


def _short(number: float) -> str:
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.2f}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
