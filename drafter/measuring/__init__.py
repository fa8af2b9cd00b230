"""How long a draft is: characters, minutes, pages."""
