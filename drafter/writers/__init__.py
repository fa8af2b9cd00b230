"""Model in, bytes or text out. What is not the model comes in as an argument."""
