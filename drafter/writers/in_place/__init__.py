"""A person's outline changed where it stands: these files alone hold ruamel.yaml."""
