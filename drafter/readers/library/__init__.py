"""A file of the library as its entries: an outline with its sections and points, or a collection."""
