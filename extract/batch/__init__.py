"""Many documents: run them, write what they gave."""
