"""What is read before an interview: what matters there, and what was practised."""
