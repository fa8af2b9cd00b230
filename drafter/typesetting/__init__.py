"""The wing of typeset and inspect: what the paragraphs of anybody's Word file are, and how a style sets them."""
