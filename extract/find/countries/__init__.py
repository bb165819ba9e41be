"""Countries: names, official names, abbreviations and demonyms, kept from their traps."""
