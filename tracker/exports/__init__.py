"""Files to take away: one format a module, all made from the same choice and span."""
