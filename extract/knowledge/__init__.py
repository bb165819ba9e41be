"""Lexicons and patterns as data: readable tables, and the row models that check them at load."""
