"""The door for assistants: the same verbs by the Model Context Protocol over stdio, with the standard library alone."""
