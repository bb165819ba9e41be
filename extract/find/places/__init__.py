"""Places below and above the level of a country."""
