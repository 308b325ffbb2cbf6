"""What an evaluation is made on: files of ratings, or the household's own database."""
