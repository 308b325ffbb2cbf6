"""The recommendation engine: a library that knows nothing of chats, webs or vendors.

It does no I/O, reads no clock and no environment, and has no globals. Everything it needs from
outside comes through the Protocols in ``engine.ports``.
"""
