"""Bytes or text in, model out. Each reader returns what it read and the problems it met."""
