"""How much of a file has been read: what a bar shows, and where a first look ends."""

from dataclasses import dataclass


@dataclass
class ReadProgress:
    """Bytes of the table that have been read so far, of how many."""

    done: int = 0
    size: int = 0
    limit: int | None = None
    """Where reading ends although there is more."""

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return min(1.0, self.done / self.size) if self.size else 0.0

    @property
    def full(self) -> bool:
        """Whether a first look has seen enough."""
        return self.limit is not None and self.done > self.limit
