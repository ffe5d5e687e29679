"""All there was with one company."""
