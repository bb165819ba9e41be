"""Proper-named bodies: by grammar over capitalised names, by lexicon, by learnt acronym."""
