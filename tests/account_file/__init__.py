"""A whole account as one JSON file."""
