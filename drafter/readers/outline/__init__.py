"""An outline's YAML as an outline."""
