"""Files and folders -> documents: one module a format behind one door."""
