"""Ways in besides a password, as they are spoken with."""
