"""The evening of a group in a room: opening, attending, voting, deciding."""
