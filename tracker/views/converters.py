"""Parts of an address."""

from werkzeug.routing import IntegerConverter


class RowId(IntegerConverter):
    """A row's number; one that no database could hold is simply not found."""

    def __init__(self, map: object) -> None:  # noqa: A002
        super().__init__(map, min=1, max=2**63 - 1)  # type: ignore[arg-type]
