"""Telegram, over real sockets."""
