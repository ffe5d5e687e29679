"""What comes of an email that is saved, and the way back."""
