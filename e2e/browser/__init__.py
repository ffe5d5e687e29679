"""Between a test and its browser: its windows, its line to the server, what it stores."""
