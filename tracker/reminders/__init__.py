"""Reminders: decided once, then sent by each channel once, whoever looks."""
