"""What is read about emails: which application one may be about, and what those kept became."""
