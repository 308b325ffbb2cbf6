"""Discord, over real sockets."""
