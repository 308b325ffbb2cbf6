"""The words of each language, a file per language that declares LEXICON."""
