"""A choice of words: titles, headings, wordings, set phrases. Nothing is made up: all comes from the outline and our lists."""
