"""From what was typed or pressed to the question, the title or the command that is meant."""
