"""What the server keeps for itself: its settings, what it has done, keys that are spent."""
