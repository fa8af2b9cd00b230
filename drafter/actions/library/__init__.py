"""What a person can ask of the library: a file for each verb, or for verbs that go together."""
