"""Reminders: when one may come, and what it says; pure, by the person's own clock."""
