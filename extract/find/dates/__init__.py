"""Calendar expressions: found, qualified, and given the years their document settles."""
