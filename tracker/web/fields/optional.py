"""A day or a time that may be left out."""

from wtforms import DateTimeField


class OptionalField(DateTimeField):
    """Nothing typed is none; what can't be read is asked for in this field's own words."""

    unread = ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """What was typed, read without the spaces around it."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            super().process_formdata([valuelist[0].strip()])
        except ValueError as error:
            raise ValueError(self.unread) from error
