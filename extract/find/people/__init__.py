"""Named persons, with honorific, role and body: found by the words beside the name."""
