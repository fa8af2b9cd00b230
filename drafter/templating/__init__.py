"""Outline and template in, Markdown out. The only room that holds Jinja2."""
