"""YAML as nodes that know their place, and what the readers of YAML files share."""
