"""Charts and posters as SVG, the same picture for the page and for chats."""
