"""Named experiments: who is answered by which rules, what came of it, and when there is enough to decide."""
