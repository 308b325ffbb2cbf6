"""French: genres and kinds of title."""

from __future__ import annotations

GENRES = {
    "Action": "action, film d'action, films d'action",
    "Adventure": "aventure, aventures, film d'aventure, films d'aventure, film d'aventures, cape et d'épée",
    "Animation": (
        "animation, dessin animé, dessins animés, film d'animation, films d'animation, animé, série d'animation"
    ),
    "Comedy": "comédie, comédies, comédie noire, comédies noires",
    "Comedy+Romance": "comédie romantique, comédies romantiques, comédie sentimentale",
    "Crime": (
        "policier, policiers, polar, polars, film policier, série policière, crime, gangsters, mafia, film de gangsters"
    ),
    "Documentary": "documentaire, documentaires, docu, docus",
    "Drama": "drame, drames, dramatique~, drame familial, drames familiaux",
    "Family": "film familial, films familiaux, film pour enfants, films pour enfants",
    "Fantasy": "fantasy, fantastique~, conte, contes, heroic fantasy, merveilleux",
    "Film Noir": "film noir, films noirs",
    "History": "historique~, film historique, films historiques, biopic, biographie, film d'époque, en costumes",
    "Horror": "horreur, film d'horreur, films d'horreur, épouvante, film d'épouvante, slasher, films d'épouvante",
    "Music": "comédie musicale, comédies musicales, musical, film musical, musique",
    "Mystery": "mystère, mystères, énigme, enquête, enquêtes",
    "Romance": "romance, romances, film d'amour, films d'amour",
    "Science Fiction": "science fiction, sf, sci fi, film de science fiction, films de science fiction, space opera",
    "Thriller": "thriller, thrillers, film à suspense, thriller psychologique",
    "War": "guerre, film de guerre, films de guerre",
    "Western": "western, westerns, western spaghetti",
}

TYPES = {
    "movie": "film, films, long métrage, longs métrages",
    "tv": "série, séries, série télé, séries télé, feuilleton, mini série, minisérie, émission",
    "anime": "anime, animes, japanimation, anime japonais, film anime, série anime",
    "manga": "manga, mangas",
}
