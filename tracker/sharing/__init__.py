"""What of a person's progress is shown to others: chosen, read and masked in one place."""
