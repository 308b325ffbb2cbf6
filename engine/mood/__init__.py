"""Reading a mood request without a language model."""
