"""What the page asks for while somebody writes: documents, their pages, what helps."""
