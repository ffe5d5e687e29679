"""What reports say, before they are files."""
