"""What a person does, in a chat or on a page alike: told, hidden, saved, set, and taken back."""
