"""What paragraphs mean: parts, points, who answers, what stands around the text."""
