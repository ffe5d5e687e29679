"""Address cards as phones and programs write them: vCard 2.1, 3.0 and 4.0, many in a file."""
