"""What pages read, as named queries."""
