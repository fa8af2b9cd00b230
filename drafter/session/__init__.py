"""What one run has at hand: templates, stylesheets, word lists, kinds of files, destinations."""
