"""The careful colleague: rules that read a draft, and what runs them. Text in, findings out."""
