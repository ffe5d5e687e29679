"""Fields that clean what was typed, and say kindly what needs another look."""
