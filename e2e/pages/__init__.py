"""What is asked of a page, whichever it is: that nobody is kept out, and of what it is made."""
