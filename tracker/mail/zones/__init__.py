"""By whose clock an hour is told: names of time zones, and what they mean here."""
