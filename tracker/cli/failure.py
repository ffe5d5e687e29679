"""How a command says that it could not do its work."""


class Failure(Exception):
    """A sentence for the terminal; the command ends with status 1."""
