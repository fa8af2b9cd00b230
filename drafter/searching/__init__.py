"""Words of a text and passages of two: what finding and comparing are made of. No disk, no format."""
