"""What stands around a text: speaker, audience, occasion, agenda, and the elements of an official paper."""
