"""The page: the same work for those who never open a terminal. Its two hosts are a server here and the browser itself."""
