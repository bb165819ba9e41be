"""Facts -> the tables other programs load."""
