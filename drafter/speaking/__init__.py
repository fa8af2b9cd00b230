"""How a text is said: how long it takes, which characters are hard, how figures are read."""
