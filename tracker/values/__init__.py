"""What a value is: how it is read, checked and written."""
