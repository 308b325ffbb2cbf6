"""A Nextcloud server with Talk, as far as bots see it: version 19 or 21, or any later one."""
