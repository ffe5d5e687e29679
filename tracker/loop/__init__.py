"""What turns a no into the next step: pure functions, no web, no database, no clock."""
