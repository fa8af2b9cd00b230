"""What paragraphs mean, told by their form and place."""
