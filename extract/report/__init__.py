"""Facts -> what people read."""
