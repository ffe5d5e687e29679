"""What each chart says, draws and lists: pure functions of what was read."""
