"""Many at once as they are read: how many each choice of a filter shows, and whom it shows."""
