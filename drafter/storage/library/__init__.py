"""The library's files and indexes: folders of YAML with SQLite beside them, or PostgreSQL."""
