"""``python -m extract.cli``."""

from extract.cli import app

app()
