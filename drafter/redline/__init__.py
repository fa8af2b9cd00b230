"""What differs between two texts, as a person marks it. Pure: texts in, changes out."""
