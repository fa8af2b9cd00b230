"""The one pipeline that several verbs share: outline, document, bound document, bytes."""
