"""Embeddings from an Ollama server of the owner's."""
