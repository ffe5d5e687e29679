"""What comes and goes beside the program: emails that were read, reminders that are sent."""
