"""How any page is asked for and answered."""
