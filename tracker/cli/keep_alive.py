"""Connections that last: waitress hangs up after each answer without a body, such as a 304."""

from waitress.channel import HTTPChannel
from waitress.task import WSGITask


class Task(WSGITask):
    """One request and its answer."""

    def set_close_on_finish(self) -> None:
        """Hang up, but not merely since the answer is a 304 or 204, whose end needs no length.

        A phone would connect again for whatever it asks next, which takes it 150 ms and more.
        """
        sent = getattr(self.request, "headers", {})
        asked_to = sent.get("CONNECTION", "").lower() == "close"
        if self.has_body or asked_to or self.version != "1.1":
            super().set_close_on_finish()


class Channel(HTTPChannel):
    """One connection."""

    task_class = Task
