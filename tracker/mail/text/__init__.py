"""The text of a mail: its head, its words without markup, and which of them are its own."""
